import { Problem } from '../../api.ts';
import { because } from '../wording/because.ts';
import { say } from '../wording/say.svelte.ts';

/** Why the receipt could not be used, in words. An unknown code and a story taken back read the same. */
export const reasonOf = (error: unknown): string => (error instanceof Problem ? because(error) : say.receipt.unreachable);
