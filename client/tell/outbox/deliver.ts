import { localise } from '../../../triads/framework/localise.ts';
import type { Outgoing, Waiting } from '../keeping/kept.ts';
import { alone } from '../keeping/locks.ts';
import type { Shelf } from '../keeping/shelf.ts';
import { tell } from '../keeping/tidings.ts';
import { post } from './parcel.ts';

/**
 * Sends every story that waits, each until it is answered; one sender at a time among all pages and the worker.
 * @returns whether none waits any more
 */
export function deliver(shelf: Shelf): Promise<boolean> {
  return alone('outbox', async () => {
    let isEmpty = true;
    for (const waiting of await shelf.all('waiting')) {
      const answered = await answer(waiting);
      if (!answered) {
        isEmpty = false;
        continue;
      }
      // Somebody may have cleared the phone meanwhile.
      if (await shelf.get(waiting.id)) await shelf.put(answered);
      tell('outbox');
    }
    return isEmpty;
  });
}

async function answer({ parcel, told, id, finished }: Waiting): Promise<Outgoing | null> {
  const outcome = await post(parcel);
  const story = { id, finished, touched: Date.now() };
  if (outcome === 'unheard') return null;
  if (outcome === 'stored') return { ...story, stage: 'sent', title: localise(told.form.title, told.language), receipt: told.receipt };
  return { ...story, stage: 'refused', told, problem: { type: outcome.type, faults: outcome.faults } };
}
