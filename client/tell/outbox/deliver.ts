import { type Outgoing, takenBack, titleOf, type Waiting } from '../keeping/kept.ts';
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
      // While the one before was on its way, the phone may have been cleared, or this one taken back.
      if ((await shelf.get(waiting.id))?.stage !== 'waiting') continue;
      const answered = await answer(waiting);
      if (!answered) {
        isEmpty = false;
        continue;
      }
      await shelf.replace(answered, 'waiting');
      tell('outbox');
    }
    return isEmpty;
  });
}

async function answer(waiting: Waiting): Promise<Outgoing | null> {
  const outcome = await post(waiting.parcel);
  if (outcome === 'unheard') return null;
  const { id, finished, told } = waiting;
  const story = { id, finished, touched: Date.now() };
  if (outcome === 'stored') return { ...story, stage: 'sent', title: titleOf(waiting), receipt: told.receipt };
  if (outcome.type.endsWith(':withdrawn')) return takenBack(waiting);
  return { ...story, stage: 'refused', told, problem: { type: outcome.type, faults: outcome.faults } };
}
