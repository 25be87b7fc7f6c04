import type { App } from '../server/routes/door.ts';

/** A schema, or a place that has one, as far as tests look into it. */
export interface Shape {
  $ref?: string;
  properties?: Record<string, Shape>;
}
export interface Described {
  $ref?: string;
  description?: string;
  content?: Record<string, { schema: Shape }>;
}
export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters?: { in: string; name: string; schema: Shape }[];
  requestBody?: Described;
  responses: Record<string, Described>;
  security: Record<string, []>[];
}
export interface Description {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Shape>; responses: Record<string, Described>; securitySchemes: Record<string, object> };
}

export async function descriptionOf(app: App): Promise<Description> {
  return (await app.inject('/api/v1/openapi.json')).json();
}

export function operationsOf({ paths }: Description): (Operation & { method: string; path: string })[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })),
  );
}

/** What a reference leads to; what is none is itself. */
export function resolved<Part extends { $ref?: string }>(description: Description, part: Part): Part {
  if (!part.$ref) return part;
  return part.$ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], description) as Part;
}

/** A route as the description names it. A slug stands where an id may: to OpenAPI, paths that differ in a name alone are one. */
export function asDescribed({ method, url }: { method: string; url: string }): string {
  return `${method} ${url.replace(':slug', ':id').replace(/:(\w+)/g, '{$1}')}`;
}

/** Every app is described alike, so that the first of a test file does for all. */
let known: Description | undefined;

/** Watches what an app answers on the API; collects what of it, by status and media type, the description does not know. */
export function undescribed(app: App): Set<string> {
  const found = new Set<string>();
  app.addHook('onResponse', async ({ method, routeOptions: { url = '', schema } }, reply) => {
    if (!url.startsWith('/api/v1/') || schema?.hide) return;
    known ??= app.swagger() as unknown as Description;
    const at = asDescribed({ method: method === 'HEAD' ? 'GET' : method, url });
    const operation = operationsOf(known).find(({ method, path }) => at === `${method.toUpperCase()} ${path}`);
    const answer = resolved(known, operation?.responses[reply.statusCode < 500 ? reply.statusCode : '5XX'] ?? {});
    const mediaType = String(reply.getHeader('content-type')).replace(/;.*/, '');
    if (!answer.description || (answer.content && !(mediaType in answer.content))) found.add(`${at} ${reply.statusCode} ${mediaType}`);
  });
  return found;
}
