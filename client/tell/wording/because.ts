import type { Problem } from '../../api.ts';
import { say } from './say.svelte.ts';

/** Why the server refused, in the participant's words: by the type of its problem, never by what it wrote for developers. */
export function because({ type }: Pick<Problem, 'type'>): string {
  const name = type.split(':').at(-1) ?? '';
  return name in say.problems ? say.problems[name as keyof typeof say.problems] : say.problems.failed;
}
