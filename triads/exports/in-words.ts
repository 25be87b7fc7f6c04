import type { Answers } from '../answers/answer.ts';
import type { Dyad, Signifier, Triad } from '../framework/framework.ts';
import { localise } from '../framework/localise.ts';
import { zoneOfAnswer } from '../geometry/answer-zones.ts';
import type { Corner } from '../geometry/coordinates.ts';

/**
 * What a participant chose among some questions, as it may be printed beside the words: "Role: nurse; Age: 45 to 54".
 * @param shown the questions whose answers a reviewer approved
 * @returns null where there is nothing to say
 */
export function aboutInWords(shown: readonly Signifier[], answers: Answers, language: string): string | null {
  const said = shown.flatMap((signifier) => {
    const answer = answers[signifier.key];
    if (signifier.kind !== 'choice' || !answer || !('options' in answer)) return [];
    const chosen = signifier.options.filter(({ key }) => answer.options.includes(key)).map(({ label }) => localise(label, language));
    return chosen.length ? [`${localise(signifier.short, language)}: ${chosen.join(', ')}`] : [];
  });
  return said.length ? said.join('; ') : null;
}

/**
 * Where a participant placed a story, in zones and never nearer: of triads the seven, of dyads thirds; stones are left out, since no one
 * place says much of them.
 * @returns null where nothing is placed
 */
export function zonesInWords(signifiers: readonly Signifier[], answers: Answers, language: string): string | null {
  const said = signifiers.flatMap((signifier) => {
    const zone = zoneOfAnswer(answers[signifier.key]);
    if (zone === null || (signifier.kind !== 'triad' && signifier.kind !== 'dyad')) return [];
    return [`${localise(signifier.short, language)}: ${zoneInWords(signifier, zone, language)}`];
  });
  return said.length ? said.join('; ') : null;
}

/** A zone of a triad, or a third of a dyad, in the words of its corners or poles: between “A” and “B”. */
export function zoneInWords(signifier: Triad | Dyad, zone: string, language: string): string {
  if (zone === 'centre' || zone === 'middle') return 'in the middle';
  if (signifier.kind === 'dyad') return `nearer “${localise(signifier.poles[zone as 'left' | 'right'], language)}”`;
  const [first, second] = (zone.split('-') as Corner[]).map((corner) => localise(signifier.corners[corner], language));
  return second === undefined ? `near “${first}”` : `between “${first}” and “${second}”`;
}
