import type { Escalation, EscalationStep } from '../contract/reviews.ts';
import { problems } from '../problems.ts';
import { record } from '../repositories/audit.ts';
import type { EscalationRow, Escalations } from '../repositories/escalations.ts';
import type { Stories } from '../repositories/stories.ts';
import type { Desk, ReviewQueue } from './review-queue.ts';

const ends = { note: null, close: 'closed', 'hand-back': 'handed-back' } as const;

/** What becomes of stories that were escalated: what was done is written down until somebody closes it or hands the story back. */
export class Escalating {
  readonly #escalations: Escalations;
  readonly #stories: Stories;
  readonly #queue: ReviewQueue;
  readonly #now: () => Date;

  constructor(escalations: Escalations, stories: Stories, queue: ReviewQueue, now: () => Date) {
    this.#escalations = escalations;
    this.#stories = stories;
    this.#queue = queue;
    this.#now = now;
  }

  /** Open ones first. */
  async list(desk: Desk): Promise<Escalation[]> {
    return this.#views(desk, await this.#escalations.of(desk.collection.id, desk.region));
  }

  /** Writes down what was done; a step that ends it decides where the story goes, if it is still there to go. */
  async go(desk: Desk, id: string, { step, text }: EscalationStep): Promise<Escalation> {
    const { collection, region, personId } = desk;
    await this.#stories.changing(collection.id, async (tx) => {
      const escalation = await this.#escalations.byId(collection.id, id, tx);
      if (!escalation || (region !== null && escalation.region !== region)) throw problems.notFound();
      if (escalation.outcome !== null) throw problems.notInThisState('Somebody has closed this, or handed the story back.');
      const at = this.#now();
      await this.#escalations.note(tx, id, { at, personId, text });
      const outcome = ends[step];
      if (outcome) {
        await this.#escalations.end(tx, id, outcome);
        const story = escalation.story_id && (await this.#stories.byId(collection.id, escalation.story_id, tx));
        if (story && story.release === 'escalated') await this.#stories.setRelease(tx, story, outcome === 'closed' ? 'held' : 'waiting');
        const action = `review.escalation-${outcome}`;
        if (escalation.story_id) await record(tx, { at, personId, action, subject: escalation.story_id, details: { reason: text } });
      }
      await record(tx, { at, personId, action: `escalation.${step}`, subject: id, details: {} });
    });
    const after = await this.#escalations.byId(collection.id, id);
    const [view] = after ? await this.#views(desk, [after]) : [];
    if (!view) throw problems.notFound();
    return view;
  }

  async #views(desk: Desk, rows: EscalationRow[]): Promise<Escalation[]> {
    const entries = await this.#escalations.entries(rows.map(({ id }) => id));
    const reviews = await this.#queue.reviews(desk, [...new Set(rows.flatMap(({ story_id }) => story_id ?? []))]);
    return rows.map(({ id, kind, outcome, opened, story_id }) => ({
      id,
      kind,
      outcome,
      opened,
      entries: entries.flatMap(({ escalationId, ...entry }) => (escalationId === id ? [entry] : [])),
      review: reviews.find((review) => review.id === story_id) ?? null,
    }));
  }
}
