import type { ProblemError } from '../problems.ts';
import type { Designer } from '../services/designs.ts';

/** Who acts where a command is run: whoever may run it may do all. */
export const theServer: Designer = { personId: null, grants: null };

/** A problem as a person reads it in a terminal: each fault on its own line, by its path. */
export function inWords({ problem: { title, detail, faults = [] } }: ProblemError): string {
  return [detail ?? title, ...faults.map(({ path, message }) => `  ${path || 'the file'}: ${message}`)].join('\n');
}
