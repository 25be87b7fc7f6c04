import type { Purpose } from '../../../triads/exports/provenance.ts';
import type { ExportOptions } from '../../contract/exports.ts';
import type { Grant } from '../../contract/staff.ts';
import { problems } from '../../problems.ts';
import { agreedToShare, type Reader, revisionFor, type Standing } from '../../repositories/texts.ts';
import { readersOf } from '../reading.ts';

/** As whom a file for a purpose is read: its gate. */
export type Gate = Exclude<Reader, { as: 'participant' | 'reviewer' }>;

/**
 * The gate that a person's grants open for a purpose: leads take out for workshops, researchers for the study and, once
 * somebody else has checked it, for publication.
 * @throws problem not found, where they open none
 */
export function gateFor(purpose: Purpose, grants: Grant[]): Gate {
  const readers = readersOf(grants);
  const lead = readers.find((reader) => reader.as === 'lead');
  const researcher = readers.find((reader) => reader.as === 'researcher');
  const gate = purpose === 'workshop' ? lead : purpose === 'research' ? researcher : researcher && { as: 'public' as const };
  if (!gate) throw problems.notFound();
  return gate;
}

/** The gate that an export was made through. */
export function gateOf(purpose: Purpose, region: string | null): Gate {
  if (purpose === 'workshop') return { as: 'lead', region };
  return purpose === 'research' ? { as: 'researcher' } : { as: 'public' };
}

/** Whether a story is in, or would be once it is released. Researchers have the answers of every story; its words only as the gate says. */
export function admitted(gate: Gate, standing: Standing): 'in' | 'awaiting-release' | 'not-agreed' {
  if (gate.as === 'researcher' || revisionFor(gate, standing)) return 'in';
  return agreedToShare(gate, standing) ? 'awaiting-release' : 'not-agreed';
}

/** What a purpose holds back and asks for with what is chosen, in sentences. */
export function rulesOf(purpose: Purpose, { zones = false }: ExportOptions): string[] {
  const placed = zones ? 'Beside each story its placements as zones, in words, and never nearer.' : 'No placements beside the stories.';
  const about = 'Of what participants said about themselves only what a reviewer approved for that story.';
  switch (purpose) {
    case 'workshop':
      return [
        'Only stories whose participants agreed to workshops of this region, in the words that a reviewer released.',
        placed,
        about,
        'The region of stories from other regions is not shown.',
      ];
    case 'research':
      return [
        'All stories with their answers in full precision; words only where the participant lets the study team read them.',
        'For the study team only: together with words, answers can tell who somebody is. Ids are this export’s own.',
      ];
    case 'publication':
      return [
        'Only stories whose participants agreed to publication, in the words that a reviewer released.',
        placed,
        about,
        'A data package has patterns and declared tables of the whole collection beside the stories: those that workshop leads were shown last, under its small-number rules.',
        'Nobody fetches it until somebody else has checked it.',
      ];
  }
}
