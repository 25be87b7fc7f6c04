import { expect, it } from 'vitest';
import { Cupboard } from '../../client/tell/keeping/cupboard.svelte.ts';
import type { Sent } from '../../client/tell/keeping/kept.ts';
import { MemoryShelf } from '../../client/tell/keeping/shelf.ts';

/** A disk that is full for a while. */
class FullDisk extends MemoryShelf {
  isFull = true;

  override put(kept: Sent): Promise<void> {
    return this.isFull ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : super.put(kept);
  }
}

const story = (id: string): Sent => ({ id, stage: 'sent', touched: 0, finished: 0, title: id });

it('says that stories last only once all of them are on the disk, and puts them there as soon as it takes any', async () => {
  const disk = new FullDisk();
  const cupboard = new Cupboard(disk);
  await cupboard.put(story('first'));
  expect([cupboard.lasts, (await cupboard.all('sent')).length, (await disk.all('sent')).length]).toEqual([false, 1, 0]);
  disk.isFull = false;
  await cupboard.put(story('second'));
  expect([cupboard.lasts, (await cupboard.all('sent')).length, (await disk.all('sent')).length]).toEqual([true, 2, 2]);
});

it('writes in the order in which it was asked to', async () => {
  const disk = new FullDisk();
  disk.isFull = false;
  const cupboard = new Cupboard(disk);
  const older = story('one');
  const newer = { ...older, touched: 1 };
  await Promise.all([cupboard.put(older), cupboard.put(newer)]);
  expect(await disk.get('one')).toEqual(newer);
  await Promise.all([cupboard.put(older), cupboard.remove('one')]);
  expect(await cupboard.all('sent')).toEqual([]);
});
