import { checkFramework } from '../../triads/framework/checks.ts';
import type { Framework, Localised } from '../../triads/framework/framework.ts';
import file from './ccpl.json' with { type: 'json' };
import { ccpl2022 } from './ccpl-2022.ts';
import { ccplPulse } from './ccpl-pulse.ts';
import type { InventedStory } from './story.ts';

export interface DemonstrationCollection {
  slug: string;
  title: Localised;
  waves: { key: string; label: Localised; opens: string; closes: string | null }[];
  /** Can be gone through any number of times, always with the same stories. */
  stories: Iterable<InventedStory>;
}

/** The framework of both demonstration collections. */
export const ccplFramework = checked();

/** Whoever loads these marks them as invented. */
export const demonstrationCollections: DemonstrationCollection[] = [
  {
    slug: 'ccpl-2022',
    title: { 'en-GB': 'Clinical and care professional leadership, 2022' },
    waves: [{ key: 'spring-2022', label: { 'en-GB': 'Spring 2022' }, opens: '2022-02-25T00:00:00Z', closes: '2022-03-23T23:59:59Z' }],
    stories: ccpl2022(ccplFramework, 2022),
  },
  {
    slug: 'ccpl-pulse',
    title: { 'en-GB': 'CCPL pulse' },
    waves: [
      { key: 'spring-2026', label: { 'en-GB': 'Spring 2026' }, opens: '2026-03-02T00:00:00Z', closes: '2026-05-31T22:59:59Z' },
      { key: 'autumn-2026', label: { 'en-GB': 'Autumn 2026' }, opens: '2026-09-14T00:00:00Z', closes: null },
    ],
    stories: { [Symbol.iterator]: () => ccplPulse(ccplFramework, 2026) },
  },
];

function checked(): Framework {
  const { framework, faults } = checkFramework(file);
  if (!framework) throw new Error(`ccpl.json: ${faults.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
  return framework;
}
