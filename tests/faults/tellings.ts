import { randomUUID } from 'node:crypto';
import { stories } from '../../server/demonstration/ccpl-pulse.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { type Body, newReceipt } from '../fixtures.ts';

/** A submission on its way, with what its participant keeps. */
export interface Telling {
  key: string;
  receipt: string;
  body: Body;
}

/**
 * Distinct submissions of every shape the CCPL form makes: with words and without, with every kind of answer.
 * @param version the version they are given on
 * @param seed makes the same stories again; keys and receipts are always new
 */
export function* tellings(version: string, seed: number, count: number): Generator<Telling> {
  for (const { story, language, answers, consent } of stories(ccplFramework, seed, count)) {
    const { receipt, receiptHash } = newReceipt();
    const key = randomUUID();
    const told = story && { story: { title: story.title, text: `${story.text} (${key})` } };
    yield { key, receipt, body: { version, language, ...told, answers, consent, receiptHash } };
  }
}
