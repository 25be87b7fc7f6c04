import type { Collection } from '../../server/contract/collections.ts';
import type { Signifier } from '../../triads/framework/framework.ts';
import { localise } from '../../triads/framework/localise.ts';
import { type Clause, type Condition, inverted } from '../../triads/selection/clause.ts';
import { either } from '../parts/words.ts';
import { spanInWords, zoneName } from '../plots/says.ts';
import { boxName, boxRound } from '../plots/stones/marks.ts';
import { areaName } from '../plots/triad/area.ts';

/** A clause in words, as its chip says it: "Decisions: 60 to 100 % through ongoing interactions". */
export function clauseInWords(clause: Clause, collection: Collection, language: string): string {
  const { waves, signifiers } = collection;
  if (clause.kind === 'any') return either(clause.of.map((condition) => clauseInWords(condition, collection, language)));
  if (clause.not) return `not ${clauseInWords(inverted(clause), collection, language)}`;
  if (clause.kind === 'waves') {
    return either(clause.waves.map((key) => localise(waves.find((wave) => wave.key === key)?.label ?? { en: key }, language)));
  }
  if (clause.kind === 'weeks') return clause.from === clause.to ? clause.from : `${clause.from} to ${clause.to}`;
  const signifier = signifiers.find(({ key }) => key === clause.signifier);
  if (!signifier) return clause.signifier;
  const inside = within(clause, signifier, language);
  const isPlain = signifier.kind === 'choice' && signifier.role === 'region';
  return isPlain ? inside : `${shortName(signifier, language)}: ${inside}`;
}

/** A signifier's short name without the dots that lead on to its answers. */
export function shortName({ short }: Pick<Signifier, 'short'>, language: string): string {
  return localise(short, language).replace(/(…|\.\.\.|\?)$/, '');
}

function within(clause: Condition, signifier: Signifier, language: string): string {
  if (clause.kind === 'several') return either(clause.of.map((shape) => within(shape, signifier, language)));
  if (clause.kind === 'options' && signifier.kind === 'choice') return optionsInWords(signifier, clause.options, language);
  if (clause.kind === 'zones' && signifier.kind === 'triad') return either(clause.zones.map((zone) => zoneName(signifier, zone, language)));
  if (clause.kind === 'range' && signifier.kind === 'dyad') {
    const { left, right } = signifier.poles;
    return spanInWords([clause.from, clause.to], localise(left, language), localise(right, language));
  }
  if (clause.kind === 'area' && signifier.kind === 'triad') return areaName(signifier, clause.polygon, language);
  if ((clause.kind === 'box' || clause.kind === 'area') && signifier.kind === 'stones') {
    const stone = signifier.stones.find(({ key }) => key === clause.stone)?.label;
    const where = clause.kind === 'box' ? (['at', clause] as const) : (['drawn round', boxRound(clause.polygon)] as const);
    return `${stone ? `“${localise(stone, language)}”` : 'a stone'} ${where[0]} ${boxName(signifier.axes, where[1], language)}`;
  }
  return 'an area';
}

export function optionsInWords(choice: Extract<Signifier, { kind: 'choice' }>, keys: readonly string[], language: string): string {
  return either(keys.map((key) => optionInWords(choice, key, language)));
}

export function optionInWords({ options }: Extract<Signifier, { kind: 'choice' }>, key: string, language: string): string {
  const label = options.find((option) => option.key === key)?.label;
  return label ? localise(label, language) : key;
}
