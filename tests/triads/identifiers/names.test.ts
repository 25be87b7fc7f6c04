import { expect, it } from 'vitest';
import { found } from './found.ts';

it('names that the kept library is blind to, and names typed small on a phone', () => {
  for (const name of [
    'Aoife',
    'Olusegun',
    'Priyanka',
    'Siobhán',
    'Mohammed',
    'Nguyen',
    'Agnieszka',
    'O’Neill',
    "O'Neill",
    'Asante-Boateng',
  ]) {
    expect(found(`Then ${name} came in.`)).toEqual([`person: ${name}`]);
  }
  expect(found('spoke to aoife about it')).toEqual(['person: aoife']);
  expect(found('jack came late and i told josh')).toEqual(['person: jack', 'person: josh']);
  expect(found('i told siobhan and ahmed the truth')).toEqual(['person: siobhan', 'person: ahmed']);
});

it('names with their titles, initials and every part, without the possessive', () => {
  for (const name of [
    'Dr Okafor',
    'Dr. A. Khan',
    'Sister O’Neill',
    'Mrs Fitzgerald-Jones',
    'Professor van den Berg',
    'Staff Nurse Bello',
    'Mr Brown',
  ]) {
    expect(found(`We saw ${name} there.`)).toEqual([`person: ${name}`]);
  }
  expect(found('It was Mrs Pattinson’s daughter')).toEqual(['person: Mrs Pattinson']);
});

it('names that are words are names only where somebody would stand', () => {
  expect(found('Will said no, and I asked Grace.')).toEqual(['person: Will', 'person: Grace']);
  expect(found('I was working with May. Mark Whitfield was off.')).toEqual(['person: May', 'person: Mark Whitfield']);
  expect(
    found('Will you come in May? Mark my words, I will. May I hope for grace? Hope is not a plan. Summer was busy. It was a joy.'),
  ).toEqual([]);
});

it('a name that was seen with its title is seen again without it', () => {
  expect(found('Dr Brightwaters came. Later Brightwaters left.')).toEqual(['person: Dr Brightwaters', 'person: Brightwaters']);
});

it('wards, hospitals, surgeries, homes, trusts, streets and towns', () => {
  for (const place of [
    'Ward 7B',
    'St Mary’s',
    'the Royal Infirmary',
    'Airedale',
    'Leeds Teaching Hospitals NHS Trust',
    'Elm Tree Medical Practice',
    'Willow Court Nursing Home',
    '14 Acacia Road',
    'Hebden Bridge',
    'Nightingale Ward',
  ]) {
    expect(found(`They went to ${place} then.`)).toEqual([`place: ${place}`]);
  }
});

it('the words of the health service are nobody', () => {
  for (const nothing of [
    'The consultant and the Matron told the Ward Sister.',
    'I am Band 6 and we use Teams, Datix and SystmOne.',
    'NICE, the CQC and NHS England wrote in May and in March.',
    'The West Midlands and London were worse.',
    'We gave Tazocin and Paracetamol for Parkinson’s and Crohn’s.',
    'A Polish nurse and an Irish one swapped at Christmas.',
    'The Freedom to Speak Up Guardian and the Chief Nurse came on Monday.',
    'A Moment Of Grace On The Ward',
    'The Royal College of Nursing has the Glasgow Coma Scale and the Liverpool Care Pathway.',
    'The Patient Safety Lead and the Head of Nursing met.',
    'The Emergency Department and the General Hospital are one.',
  ]) {
    expect([nothing, found(nothing)]).toEqual([nothing, []]);
  }
});
