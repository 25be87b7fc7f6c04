import type { SwaggerTransform } from '@fastify/swagger';
import { isForStaff } from '../access/rules.ts';
import { problems, type Refusal } from '../problems.ts';

export type Route = Parameters<SwaggerTransform>[0]['route'];

/** What a route refuses for: what its access, its contracts and its limits bring with them, and what it says itself. */
function refusalsOf({ config, schema = {} }: Route): Set<Refusal> {
  const { access = 'public', rateLimit } = config ?? {};
  const { body, params, querystring, headers, consumes, refuses = [] } = schema;
  const brought: [when: unknown, ...refusals: Refusal[]][] = [
    [isForStaff(access), 'notSignedIn'],
    [params || typeof access === 'object', 'notFound'],
    // A file is taken as it is; everything else comes as JSON.
    [body && !consumes, 'notJson'],
    [body, 'tooLarge', 'invalid'],
    [querystring || headers, 'invalid'],
    [rateLimit, 'tooMany'],
    ['always', 'failed', 'noRoom'],
  ];
  return new Set([...brought.flatMap(([when, ...refusals]) => (when ? refusals : [])), ...refuses]);
}

export const problemType = 'application/problem+json';
const content = { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } };

/** What a route answers where something is wrong, by status; our own faults stand under one. */
export function refusedBy(route: Route): Record<string, { description: string; content: object }> {
  const said: Record<string, string[]> = {};
  for (const refusal of refusalsOf(route)) {
    const { status, title, type } = problems[refusal];
    const under = status < 500 ? status : '5XX';
    said[under] = [...(said[under] ?? []), `${title} (\`${type}\`)`];
  }
  return Object.fromEntries(Object.entries(said).map(([status, sentences]) => [status, { description: sentences.join(' '), content }]));
}

/** What the answer that names these problems is called: `NotFound`, `ClosedOrWithdrawn`. */
export function nameOfRefused(description: string): string {
  const types = [...description.matchAll(/:problem:([\w-]+)/g)].map(([, name = '']) => name);
  return types.map((name) => name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase())).join('Or');
}
