import fc from 'fast-check';
import { expect, it } from 'vitest';
import { found } from './found.ts';

it('an NHS number is one by its check digit, however it is spaced', () => {
  for (const written of ['9434765919', '943 476 5919', '943-476-5919', '943\u00a0476\u00a05919']) {
    expect(found(`It said ${written} there.`)).toEqual([`nhs-number: ${written}`]);
  }
  expect(found('NHS number: 943 476 5919')).toEqual(['nhs-number: 943 476 5919']);
});

it('one whose check digit is wrong is still pointed out, as a number; a dummy of one digit is not', () => {
  expect(found('NHS number 943 476 5918')).toEqual(['number: 943 476 5918']);
  for (const digit of '0123456789') expect(found(`NHS number ${digit.repeat(3)} ${digit.repeat(3)} ${digit.repeat(4)}`)).toEqual([]);
});

it('every ten digits with a right check digit are an NHS number, and no others are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }), fc.integer({ min: 0, max: 9 }), (nine, last) => {
      const check = (11 - (nine.reduce((sum, digit, index) => sum + digit * (10 - index), 0) % 11)) % 11;
      const digits = [...nine, last].join('');
      const isNumber = check === last && new Set(digits).size > 1;
      const written = `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
      expect(found(`the label ${written}`).includes(`nhs-number: ${written}`)).toBe(isNumber);
    }),
  );
});

it('phone numbers are found as people write them, those kept for fiction too', () => {
  for (const written of [
    '07700 900123',
    '07700900123',
    '07700 900 123',
    '+44 7700 900123',
    '+44 (0)7700 900123',
    '0044 7700 900123',
    '0113 496 0123',
    '(0113) 496 0123',
    '020 7946 0123',
    '01632 960123',
    '0800 123 4567',
    '+353 1 234 5678',
    'ext 5512',
    'ext. 60315',
    'bleep 2341',
  ]) {
    expect(found(`Ring ${written} please`)).toEqual([`phone: ${written}`]);
  }
});

it('email and web addresses and accounts, without the punctuation of the sentence', () => {
  expect(found('Write to a.khan3@nhs.example.')).toEqual(['email: a.khan3@nhs.example']);
  expect(found('See https://example.org/ward?x=1, or www.example.co.uk.')).toEqual([
    'web: https://example.org/ward?x=1',
    'web: www.example.co.uk',
  ]);
  expect(found('Ask @nurse_tam, she knows.')).toEqual(['web: @nurse_tam']);
});

it('full postcodes in any case, with or without a space; parts of one are none', () => {
  for (const written of ['LS1 3AB', 'ls13ab', 'SW1A 2AA', 'BD20 6TJ', 'M1 1AE', 'EC1A1BB']) {
    expect(found(`at ${written} now`)).toEqual([`postcode: ${written}`]);
  }
  expect(found('He had B12 and H1N1, L4 5th and QX1 1AA')).toEqual([]);
});

it('exact days, but no months, fractions, doses or blood pressures', () => {
  for (const written of ['12/03/2021', '3-4-61', '2022-10-04', '14 March 2023', '3rd June', 'the 3rd of June', 'May 4th', '9 Aug 1937']) {
    expect(found(`since ${written} it is so`)).toEqual([`date: ${written}`]);
  }
  for (const nothing of ['in May', 'March 2020', '3/7 of it', '120/80', '24/7', 'may 4 of us', '50/50', '1.2.20', 'by 2021']) {
    expect([nothing, found(`It was ${nothing} then`)]).toEqual([nothing, []]);
  }
});

it('the numbers of staff, patients and incidents; no quantities', () => {
  for (const [text, number] of [
    ['Her hospital number was 123456 then', '123456'],
    ['MRN: 0048213', '0048213'],
    ['GMC 6123456 is mine', '6123456'],
    ['her pin 12A3456E was', '12A3456E'],
    ['the number QQ 12 34 56 C is', 'QQ 12 34 56 C'],
    ['as INC0048821 went', 'INC0048821'],
  ]) {
    expect(found(text ?? '')).toEqual([`number: ${number}`]);
  }
  for (const nothing of ['£250000', '2400 patients', '14:30', 'Band 6', '5 mg', '110 beds', 'ward of 20']) {
    expect([nothing, found(`It was ${nothing} then`)]).toEqual([nothing, []]);
  }
});

it('ages over 89, and number plates', () => {
  for (const age of ['93 year old', '91-year-old', '96 years old', 'aged 102', '94yo', '95F'])
    expect(found(`a ${age} there`)).toEqual([`age: ${age}`]);
  expect(found('She was 84 and had 92 tablets; her sats were 94%.')).toEqual([]);
  expect(found('The car, YK19 OHD, was clamped')).toEqual(['vehicle: YK19 OHD']);
});
