import type { Answers } from '../answers/answer.ts';
import type { Signifier, Triad } from '../framework/framework.ts';
import { localise } from '../framework/localise.ts';
import { type Zone, zoneIndex, zones } from '../geometry/zones.ts';

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
    const answer = answers[signifier.key];
    if (!answer || !('right' in answer)) return [];
    const where =
      signifier.kind === 'triad' && 'top' in answer
        ? zoneInWords(signifier, zones[zoneIndex(answer.top, answer.left, answer.right)] ?? 'centre', language)
        : signifier.kind === 'dyad'
          ? thirdInWords(signifier.poles, answer.right, language)
          : null;
    return where === null ? [] : [`${localise(signifier.short, language)}: ${where}`];
  });
  return said.length ? said.join('; ') : null;
}

function zoneInWords({ corners }: Triad, zone: Zone, language: string): string {
  if (zone === 'centre') return 'in the middle';
  const [first, second] = (zone.split('-') as ('top' | 'left' | 'right')[]).map((corner) => localise(corners[corner], language));
  return second === undefined ? `near “${first}”` : `between “${first}” and “${second}”`;
}

function thirdInWords(poles: { left: Record<string, string>; right: Record<string, string> }, right: number, language: string): string {
  if (right >= 1 / 3 && right <= 2 / 3) return 'in the middle';
  return `nearer “${localise(right > 2 / 3 ? poles.right : poles.left, language)}”`;
}
