import { localise } from '../../../triads/framework/localise.ts';
import type { SharedPattern } from '../../contract/shared-out.ts';
import type { Workshop } from '../../formats/printed/pack/material.ts';
import type { Collection, Version } from '../../repositories/collections.ts';
import type { Patterns } from '../patterns.ts';
import type { SharingOut } from '../sharing-out/sharing-out.ts';

/**
 * What a workshop works with besides stories: the patterns of the step published last, of its region where enough is placed there.
 * @param region the lead's; null for a lead of all
 * @param published the step to take; the last one unless given
 */
export async function workshopOf(
  { patterns, sharingOut }: { patterns: Patterns; sharingOut: SharingOut },
  collection: Collection,
  region: string | null,
  versions: readonly Version[],
  published?: SharedPattern,
): Promise<Workshop> {
  const [language = 'en-GB'] = collection.languages;
  const shared = published ?? (await sharingOut.pattern(collection, region));
  const asked = await patterns.signifiers(collection);
  const figures = shared.signifiers.flatMap(({ key, cut, own, whole }) => {
    const signifier = asked.find((one) => one.key === key);
    const isOwn = own?.cells.some((cells) => cells !== null) ?? false;
    return signifier ? [{ signifier, cut, ...(isOwn && own ? own : whole), isStandIn: own !== null && !isOwn }] : [];
  });
  const regions = asked.find((one) => one.kind === 'choice' && one.role === 'region');
  const option = regions?.kind === 'choice' ? regions.options.find(({ key }) => key === region) : undefined;
  return {
    region: region === null ? null : option ? localise(option.label, language) : region,
    stories: shared.stories,
    threshold: shared.threshold,
    figures,
    concerns: [...new Set(versions.map(({ framework }) => localise(framework.notices.concern, language)))],
  };
}
