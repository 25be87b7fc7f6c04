import type { Framework } from '../../../triads/framework/framework.ts';
import { regionQuestion } from '../../../triads/framework/region.ts';
import type { ImportCheck, ImportEntry } from '../../contract/imports.ts';
import { problems } from '../../problems.ts';
import type { Collection, Wave } from '../../repositories/collections.ts';
import type { Import } from '../../repositories/imports.ts';
import { stateOf } from '../windows.ts';

/**
 * The wave that stories are to go into.
 * @throws problem invalid
 */
export function waveFor({ waves, languages }: Collection, { wave: key, language }: ImportCheck, now: Date): Wave {
  const wave = waves.find((one) => one.key === key);
  const faults = [
    ...(wave ? [] : [{ path: 'wave', message: 'is no wave of this collection' }]),
    // Until it opens its version may still change, and these stories would be answers to another.
    ...(wave && stateOf(wave, now) === 'upcoming' ? [{ path: 'wave', message: 'has not opened yet' }] : []),
    ...(languages.includes(language) ? [] : [{ path: 'language', message: 'is no language of this collection' }]),
  ];
  if (!wave || faults.length) throw problems.invalid(faults);
  return wave;
}

/**
 * Regions are those of the framework, or none.
 * @throws problem invalid
 */
export function checkRegions(regions: ImportCheck['regions'], framework: Framework): void {
  const known = new Set(['', ...(regionQuestion(framework)?.options.map(({ key }) => key) ?? [])]);
  const faults = Object.entries(regions).flatMap(([value, key]) =>
    known.has(key) ? [] : [{ path: `regions.${value}`, message: 'is no region of this collection' }],
  );
  if (faults.length) throw problems.invalid(faults);
}

/** What brought stories is every designer's to know, also when they are gone again. */
export const isSeenByAll = ({ state }: Import) => state === 'done' || state === 'taking-back' || state === 'taken-back';

/** An import as a viewer is told of it: what was found in the file is its importer's alone. */
export function entryOf(one: Import, viewer: string | null): ImportEntry {
  const { id, file, made, state, trouble, consent, statement, stories, taken, takenBack, by } = one;
  const isMine = one.personId === viewer;
  // What was checked before regions could be said, or remarks were made, has none.
  const report =
    isMine && one.report ? { ...one.report, unknownRegions: one.report.unknownRegions ?? [], remarks: one.report.remarks ?? [] } : null;
  const asked = one.asked && {
    wave: one.asked.wave,
    language: one.asked.language,
    hasDefinition: one.asked.definition !== null,
    regions: one.asked.regions ?? {},
  };
  return {
    ...{ id, file, made, state, trouble, consent, statement, stories, taken, by },
    takenBack: takenBack && { at: takenBack.at, reason: takenBack.reason },
    asked,
    report,
    progress: one.progress / 1000,
    isMine,
  };
}
