import { describe, expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { checkFramework } from '../../triads/framework/checks.ts';
import type { Framework } from '../../triads/framework/framework.ts';
import { localise } from '../../triads/framework/localise.ts';

/** The faults of the CCPL framework once it was changed in one way. */
function faultsAfter(change: (framework: Framework) => void) {
  const changed = structuredClone(ccplFramework);
  change(changed);
  return checkFramework(changed).faults;
}

const signifier = (framework: Framework, key: string) => {
  const found = framework.signifiers.find((one) => one.key === key);
  if (!found) throw new Error(`no signifier ${key}`);
  return found;
};
const at = (key: string) => ccplFramework.signifiers.findIndex((one) => one.key === key);

describe('checking a framework file', () => {
  it('finds nothing wrong with the CCPL framework', () => {
    expect(faultsAfter(() => {})).toEqual([]);
  });

  it('refuses what is no framework at all, whatever it is', () => {
    for (const file of [null, undefined, 7, 'text', [], {}, { format: 'storyfield-framework/2' }]) {
      const { framework, faults } = checkFramework(file);
      expect([framework, faults.length > 0]).toEqual([null, true]);
    }
  });

  it('names two signifiers, options or stones of one key', () => {
    expect(faultsAfter(({ signifiers }) => void signifiers.push(structuredClone(signifiers[0] as Framework['signifiers'][0])))).toEqual([
      { path: `signifiers.${ccplFramework.signifiers.length}.key`, message: 'the key "changes" is used twice' },
    ]);
    const feeling = faultsAfter((framework) => {
      const choice = signifier(framework, 'feeling');
      if (choice.kind === 'choice' && choice.options[1]) choice.options[1].key = choice.options[0]?.key ?? '';
    });
    expect(feeling.map(({ path }) => path)).toEqual([`signifiers.${at('feeling')}.options.1.key`]);
  });

  it('refuses keys that every pattern needs for itself, and keys that could not name a column', () => {
    expect(
      faultsAfter((framework) => void Object.assign(signifier(framework, 'changes'), { key: 'wave' })).map(({ path }) => path),
    ).toEqual(['signifiers.0.key']);
    for (const key of ['Changes', 'two words', '9lives', '', 'x'.repeat(41)]) {
      expect(faultsAfter((framework) => void Object.assign(signifier(framework, 'changes'), { key })).map(({ path }) => path)).toEqual([
        'signifiers.0.key',
      ]);
    }
  });

  it('names a text that is missing in a language, and a language that is not the framework’s', () => {
    const missing = faultsAfter((framework) => void framework.languages.push('cy'));
    expect(missing.length).toBeGreaterThan(50);
    expect(missing).toContainEqual({ path: 'signifiers.0.corners.top', message: 'has no text in cy' });
    expect(faultsAfter((framework) => void Object.assign(framework.title, { cy: 'Teitl' }))).toEqual([
      { path: 'title', message: 'cy is not a language of this framework' },
    ]);
  });

  it('takes one region question, about the participant, with one answer', () => {
    const two = faultsAfter((framework) => {
      const role = signifier(framework, 'role');
      if (role.kind === 'choice') role.role = 'region';
    });
    expect(two.map(({ path }) => path)).toEqual([`signifiers.${at('region')}.role`]);
  });

  it('refuses an "other" that is not among the options, an unknown kind and a field that is not known', () => {
    const other = faultsAfter((framework) => {
      const setting = signifier(framework, 'setting');
      if (setting.kind === 'choice') setting.other = 'elsewhere';
    });
    expect(other.map(({ path }) => path)).toEqual([`signifiers.${at('setting')}.other`]);
    expect(faultsAfter((framework) => void Object.assign(signifier(framework, 'changes'), { kind: 'slider' }))[0]?.path).toBe(
      'signifiers.0.kind',
    );
    expect(faultsAfter((framework) => void Object.assign(framework, { colour: 'teal' }))).toHaveLength(1);
  });
});

describe('a text in several languages', () => {
  const texts = { 'en-GB': 'colour', cy: 'lliw', de: 'Farbe' };

  it('is read in the language asked for, else in a related one, else in the first', () => {
    expect(localise(texts, 'cy')).toBe('lliw');
    expect(localise(texts, 'en-US')).toBe('colour');
    expect(localise(texts, 'de-AT')).toBe('Farbe');
    expect(localise(texts, 'fr')).toBe('colour');
  });
});
