import type { SwaggerTransform } from '@fastify/swagger';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { type Access, isForStaff } from '../access/rules.ts';
import type { Role } from '../contract/staff.ts';
import { refusedBy } from './refusals.ts';
import { signedIn } from './security.ts';

const roles: Record<Role, string> = {
  owner: 'owners',
  designer: 'designers',
  researcher: 'researchers',
  reviewer: 'reviewers',
  lead: 'workshop leads',
};
const reaches = { collection: 'of this collection', house: 'of the whole house', any: 'of any collection' };
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Who may call a route, in a sentence. */
function callersOf(access: Access): string {
  if (access === 'public') return 'For anybody.';
  if (access === 'participant') return 'For participants, who have no account; nothing about the request is logged.';
  if (access === 'signed-in') return 'For anybody signed in.';
  return `For ${either.format(access.roles.map((role) => roles[role]))} ${reaches[access.over]}; to others it is not there.`;
}

const outcomes: Record<string, string> = {
  200: 'What was asked for, or what has become of it.',
  201: 'What was made.',
  304: 'What was asked for is still as the ETag in If-None-Match names it.',
};

interface Answer {
  description?: string;
  content?: object;
}

/** What a route answers where all is well, by status. */
function answeredBy(answers: Record<string, Answer> = {}) {
  const described = Object.entries(answers).map(([status, answer]) => {
    const description = answer.description ?? outcomes[status];
    const body = status === '304' ? { type: 'null' } : { content: answer.content ?? { 'application/json': { schema: answer } } };
    return [status, { description, ...body }];
  });
  return Object.fromEntries(described);
}

const isNamed = (part: string) => !part.startsWith(':');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `GET /api/v1/collections/:id/stories/:story` is `getCollectionsStoriesByStory`, of `stories`. */
function namesOf(method: string, url: string): { operationId: string; tags: string[] } {
  const parts = url.split('/').slice(3);
  const words = parts.filter(isNamed).flatMap((part) => part.split(/\W/));
  const one = parts.slice(-1).filter((part) => !isNamed(part));
  const operationId = [method.toLowerCase(), ...words.map(capital), ...one.map((part) => `By${capital(part.slice(1))}`)].join('');
  const [resource = '', , part = resource] = parts;
  return { operationId, tags: [resource === 'collections' ? part : resource] };
}

interface Params {
  type?: string;
  properties: Record<string, unknown>;
  required: string[];
}

/** Collections are named by slug or by id; two paths that differ in a parameter's name alone are one to OpenAPI. */
function underOneName(url: string, params?: Params): { url: string; params?: Params } {
  if (!params?.properties.slug) return { url, ...(params && { params }) };
  return { url: url.replace(':slug', ':id'), params: { ...params, properties: { id: params.properties.slug }, required: ['id'] } };
}

/** Headers that are read before a route is, or of whatever it answers, so that no contract of one route has them. */
function headersOf({ headers, response = {} }: Described, access: Access): Params | undefined {
  const read = {
    ...(isForStaff(access) && {
      'asked-by': {
        type: 'string',
        description:
          'The id of the person in whose name this is asked. Where somebody else is signed in by now, it is refused as if nobody were.',
      },
    }),
    ...(304 in response && { 'if-none-match': { type: 'string', description: 'The ETag of what the caller has already.' } }),
    ...headers?.properties,
  };
  return Object.keys(read).length ? { type: 'object', required: [], ...headers, properties: read } : undefined;
}

interface Described {
  hide?: boolean;
  description?: string;
  params?: Params;
  headers?: Params;
  response?: Record<string, Answer>;
}

/** A route as its contracts describe it, with what its method, path, access and refusals say besides. */
export const operation: SwaggerTransform = (document) => {
  const { schema, url } = jsonSchemaTransform(document) as { schema: Described; url: string };
  if (schema.hide) return { schema, url };
  const { route } = document;
  const { access = 'public' } = route.config ?? {};
  const { params, ...path } = underOneName(url, schema.params);
  const headers = headersOf(schema, access);
  const described = {
    ...schema,
    ...(params && { params }),
    ...(headers && { headers }),
    ...namesOf(String(route.method), url),
    description: [schema.description, callersOf(access)].filter(Boolean).join(' '),
    security: isForStaff(access) ? signedIn : [],
    response: { ...answeredBy(schema.response), ...refusedBy(route) },
  };
  return { ...path, schema: described };
};
