import { describe, expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { copiesFor } from '../../triads/framework/copy.ts';
import { draftOf } from '../../triads/framework/draft.ts';
import type { Draft } from '../../triads/framework/framework.ts';
import { unwrittenIn, withoutLanguage, writtenIn } from '../../triads/framework/languages.ts';
import { textsOf } from '../../triads/framework/texts.ts';
import { largeDraft } from '../large-framework.ts';
import { manyLanguages } from '../many-languages.ts';

const emptyDraft = (languages: string[]): Draft => ({ ...draftOf(ccplFramework), languages, signifiers: [] });

describe('copied signifiers', () => {
  it('come with every language that the draft has, and say which were left out', () => {
    const { signifiers, remarks } = copiesFor(emptyDraft(['en', 'ur']), manyLanguages.signifiers.slice(0, 2), 'en-GB');
    expect(signifiers[0]).toMatchObject({ key: 'help', corners: { top: { en: 'people', ur: 'لوگ' } } });
    expect(Object.keys(signifiers[1]?.question ?? {})).toEqual(['en', 'ur']);
    expect(remarks).toEqual(['Texts in pl were left out: this framework is not in it.']);
  });

  it('say what is still to be written', () => {
    const { remarks } = copiesFor(emptyDraft(['en-GB', 'ur', 'pl', 'cy']), manyLanguages.signifiers.slice(1, 2), 'en-GB');
    expect(remarks).toEqual(['4 texts are still to be written in cy.']);
  });

  it('take keys that are free, also among themselves, and say so', () => {
    const [help] = manyLanguages.signifiers;
    if (!help) throw new Error('there is no signifier');
    const draft = { ...emptyDraft(['en-GB', 'ur', 'pl']), signifiers: [help] };
    const { signifiers, remarks } = copiesFor(draft, [help, help], 'en-GB');
    expect(signifiers.map(({ key }) => key)).toEqual(['help-2', 'help-3']);
    expect(remarks[0]).toBe('“What helped was…” has the key "help-2" here: "help" is taken.');
    const long = { ...help, key: 'a'.repeat(40) };
    const [copy] = copiesFor({ ...draft, signifiers: [long] }, [long], 'en-GB').signifiers;
    expect(copy?.key).toBe(`${'a'.repeat(36)}-2`);
  });

  it('leave a framework with one region question, and with a hundred signifiers at most', () => {
    const region = manyLanguages.signifiers.filter(({ key }) => key === 'region');
    const once = copiesFor({ ...emptyDraft(['en-GB', 'ur', 'pl']), signifiers: region }, region, 'en-GB');
    expect(once.signifiers[0]).not.toHaveProperty('role');
    expect(once.remarks[1]).toBe('“Where do you work?” does not say the region here: another question does.');
    const full = {
      ...largeDraft,
      signifiers: Array.from({ length: 98 }, () => largeDraft.signifiers)
        .flat()
        .slice(0, 98),
    };
    const { signifiers, remarks } = copiesFor(full, largeDraft.signifiers.slice(0, 5), 'en-GB');
    expect([signifiers.length, remarks[0]]).toEqual([2, 'Only 2 of 5 were copied: a framework has up to 100 signifiers.']);
  });
});

describe('languages of a draft', () => {
  it('tell what is still to be written; a hint that is empty in all is not', () => {
    const draft = {
      ...manyLanguages,
      languages: ['en-GB', 'cy'],
      signifiers: [{ ...manyLanguages.signifiers[5], hint: {} }],
    } as unknown as Draft;
    expect(unwrittenIn(draft, 'en-GB')).toEqual([]);
    expect(unwrittenIn(draft, 'cy')).toContain('signifiers.0.question');
    expect(unwrittenIn(draft, 'cy')).not.toContain('signifiers.0.hint');
  });

  it('go with all their texts, and no others', () => {
    const all = [...textsOf(largeDraft)].length;
    expect(writtenIn(largeDraft, 'cy')).toBe(all);
    const left = withoutLanguage(largeDraft, 'cy');
    expect([left.languages, writtenIn(left, 'cy'), writtenIn(left, 'ur')]).toEqual([['en-GB', 'ur', 'pl'], 0, all]);
  });
});
