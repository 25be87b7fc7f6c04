import type { Page } from 'playwright-core';
import type { InventedStory } from '../../server/demonstration/story.ts';
import { loadCollection } from '../../server/services/demonstration.ts';
import type { Answers } from '../../triads/answers/answer.ts';
import { type ServedHouse, servedHouse, signIn } from './pages.ts';

const at = (top: number, left: number, right: number) => ({ top, left, right, by: 'touch' }) as const;
const english = (text: string) => ({ 'en-GB': text });

function story(wave: string, week: string, answers: Answers): InventedStory {
  return { wave, week, language: 'en-GB', answers, consent: ['patterns'], release: 'none' };
}

/**
 * Two waves of known answers. `changes`: in spring 40 around (0.2, 0.3, 0.5), of which the Midlands tell 10, in autumn 40 around
 * (0.6, 0.3, 0.1), ten a week: 2026-W10 to W13, and W38 to W41. `focus`: at two ends. `shaped`: one placement, exactly the one that ternary-conventions.json takes through
 * d3-ternary. `impact`: none at all.
 */
const fixed: InventedStory[] = Array.from({ length: 80 }, (_, nth) => {
  const isSpring = nth < 40;
  const [away, aside] = [((nth % 8) - 3.5) / 100, ((nth % 5) - 2) / 100];
  const week = `2026-W${(isSpring ? 10 : 34) + Math.floor(nth / 10)}`;
  return story(isSpring ? 'spring' : 'autumn', week, {
    changes: isSpring ? at(0.2 + away, 0.3 + aside, 0.5 - away - aside) : at(0.6 + away, 0.3 + aside, 0.1 - away - aside),
    focus: nth % 2 ? at(0.98, 0.01, 0.01) : at(0.01, 0.98, 0.01),
    ...(nth === 0 && { shaped: at(0.2, 0.3, 0.5) }),
    ...(nth < 5 && { impact: { na: true } }),
    decisions: { right: isSpring ? 0.2 + away : 0.8 + away, by: 'touch' },
    weighing: {
      stones: { done: { x: 0.25, y: 0.75 }, unchanged: { x: 0.8 + away, y: 0.2 + aside }, 'own-part': { na: true } },
      by: 'mouse',
    },
    feeling: { options: [isSpring ? 'positive' : nth % 4 ? 'negative' : 'neutral'] },
    setting: { options: nth % 2 ? ['acute', 'hospice'] : ['acute'] },
    ...(nth !== 79 && { region: { options: [nth < 10 ? 'midlands' : 'london'] } }),
  });
});

/** A researcher of a house in which these stories are a collection. */
export async function opened(stories = fixed): Promise<{ served: ServedHouse; page: Page; errors: string[]; path: string }> {
  const served = await servedHouse();
  const path = await pathOf(served, 'fixed', stories);
  const { page, errors } = await signIn(served, 'rosa@demonstration.invalid');
  return { served, page, errors, path };
}

/** Where the board of another collection of such stories is; the first `count` of the fixed ones. */
export const anotherOf = (served: ServedHouse, count: number) => pathOf(served, `fixed-${count}`, fixed.slice(0, count));

async function pathOf({ house, address }: ServedHouse, slug: string, stories: InventedStory[]): Promise<string> {
  const collection = await loadCollection(house, {
    slug,
    title: english('Fixed'),
    waves: [
      { key: 'spring', label: english('Spring'), opens: '2026-01-01T00:00:00Z', closes: '2026-06-01T00:00:00Z' },
      { key: 'autumn', label: english('Autumn'), opens: '2026-06-01T00:00:00Z', closes: null },
    ],
    stories,
  });
  return `${address}/explore/${collection.id}`;
}
