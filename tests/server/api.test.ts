import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { projectRoot } from '../../server/config.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { framework } from '../../triads/framework/framework.ts';
import { asDescribed, type Description, descriptionOf, type Operation, operationsOf, resolved, type Shape } from '../described.ts';
import { grant, newSubmission, openCollection, post, signedIn, submit } from '../fixtures.ts';
import { testHouse } from '../houses.ts';

const problemType = 'application/problem+json';

function operationOf({ paths }: Description, method: string, path: string): Operation {
  const operation = paths[`/api/v1${path}`]?.[method];
  if (!operation) throw new Error(`${method} ${path} is not described`);
  return operation;
}

/** Parameters that no contract of a route has: whatever they say, nothing is wrong with them. */
const unchecked = new Set(['asked-by', 'if-none-match']);

const repeated = (names: string[]) => names.filter((name, index) => names.indexOf(name) < index);

/** A schema whose references are the names of shapes. */
const byName = (shape: Shape): Shape => JSON.parse(JSON.stringify(shape).replaceAll('#/components/schemas/', ''));

/** Reads the shapes of a description as JSON Schema does, by their names. */
function readerOf({ components }: Description): Ajv2020 {
  const formats = { uuid: true, email: true, 'date-time': true, binary: true } as const;
  const reader = new Ajv2020({ strictTypes: false, strictTuples: true, formats });
  for (const [name, shape] of Object.entries(components.schemas)) reader.addSchema(byName(shape), name);
  return reader;
}

it('the API describes every route of its own as OpenAPI 3.1, from the contracts that validate', async () => {
  const { app } = await testHouse('sqlite');
  const description = await descriptionOf(app);
  expect(description.openapi).toBe('3.1.0');
  const described = operationsOf(description).map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  const declared = app.declaredRoutes.filter(
    ({ method, url }) => method !== 'HEAD' && url.startsWith('/api/v1/') && !url.endsWith('openapi.json'),
  );
  expect(described.sort()).toEqual(declared.map(asDescribed).sort());
  const { content } = operationOf(description, 'post', '/collections/{id}/stories').requestBody ?? {};
  const submission = resolved(description, content?.['application/json']?.schema ?? {});
  expect(Object.keys(submission.properties ?? {})).toEqual([
    'version',
    'language',
    'story',
    'order',
    'rotations',
    'consent',
    'receiptHash',
    'answers',
  ]);
});

it('every operation has a name of its own, says what it does and who may call it, and declares what its path holds', async () => {
  const { app } = await testHouse('sqlite');
  const description = await descriptionOf(app);
  const operations = operationsOf(description);
  expect(repeated(operations.map(({ operationId }) => operationId))).toEqual([]);
  expect(repeated(Object.keys(description.paths).map((path) => path.replace(/\{\w+\}/g, '{}')))).toEqual([]);
  for (const { method, path, operationId, summary, tags, parameters = [], responses, ...operation } of operations) {
    const at = `${method} ${path}`;
    expect([at, operationId]).toEqual([at, expect.stringMatching(/^(get|post|put|delete)([A-Z][a-z]+)+$/)]);
    expect([at, summary, tags]).toEqual([at, expect.stringMatching(/^[A-Z].*[^.]$/), [expect.stringMatching(/^[a-z-]+$/)]]);
    expect([at, operation.description]).toEqual([
      at,
      expect.stringMatching(/For (anybody|[a-z, ]+ of |participants, who have no account).*\.$/),
    ]);
    const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    expect([at, inPath]).toEqual([at, [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)]);
    for (const response of Object.values(responses)) {
      expect([at, resolved(description, response).description]).toEqual([at, expect.not.stringMatching(/^$|Default/)]);
    }
  }
});

it('every operation describes the headers by which it is asked: staff’s in whose name, and what the caller has already', async () => {
  const { app } = await testHouse('sqlite');
  const described = operationsOf(await descriptionOf(app));
  for (const { method, path, security, responses, parameters = [] } of described) {
    const headers = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
    const expected = [...(security.length ? ['asked-by'] : []), ...('304' in responses ? ['if-none-match'] : [])];
    expect([method, path, headers.filter((name) => unchecked.has(name))]).toEqual([method, path, expected]);
  }
  const known = new Set(described.flatMap(({ parameters = [] }) => parameters.map(({ name }) => name)));
  const server = join(projectRoot, 'server');
  const sources = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const read = sources.flatMap((file) =>
    [...readFileSync(join(server, file), 'utf8').matchAll(/\bheaders\['([a-z-]+)'/g)].map(([, name = '']) => name),
  );
  // What describes the message itself OpenAPI leaves to HTTP.
  const ofHttp = ['content-type', 'accept-encoding'];
  expect([...new Set(read)].filter((name) => !known.has(name)).sort()).toEqual(ofHttp.sort());
});

it('every operation documents what is wrong as problem documents of one shape, and staff’s that one has to sign in', async () => {
  const { app } = await testHouse('sqlite');
  const description = await descriptionOf(app);
  const access = new Map(app.declaredRoutes.map((route) => [asDescribed(route), route.access]));
  for (const { method, path, responses, requestBody, parameters = [], security } of operationsOf(description)) {
    const at = `${method} ${path}`;
    const wrong = Object.entries(responses).filter(([status]) => !/^[23]/.test(status));
    for (const [status, response] of wrong) {
      expect([at, status, resolved(description, response).content]).toEqual([
        at,
        status,
        { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      ]);
    }
    const rule = access.get(`${method.toUpperCase()} ${path}`);
    const isForAnybody = rule === 'public' || rule === 'participant';
    expect([at, security]).toEqual([at, isForAnybody ? [] : [{ session: [] }, { token: [] }]]);
    const expected = [
      ...(isForAnybody ? [] : ['401']),
      ...(path.includes('{') ? ['404'] : []),
      ...(requestBody ? ['413', '422'] : []),
      ...(parameters.some((parameter) => parameter.in !== 'path' && !unchecked.has(parameter.name)) ? ['422'] : []),
      '5XX',
    ];
    expect([at, wrong.map(([status]) => status)]).toEqual([at, expect.arrayContaining(expected)]);
  }
});

it('every reference of the description leads somewhere, and every shape is a JSON Schema', async () => {
  const { app } = await testHouse('sqlite');
  const description = await descriptionOf(app);
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference);
  expect(references.length).toBeGreaterThan(500);
  for (const reference of new Set(references)) expect([reference, resolved(description, { $ref: reference })]).not.toContain(undefined);
  expect(Object.keys(description.components.schemas)).toEqual(
    expect.arrayContaining(['Problem', 'Submission', 'Answers', 'Form', 'Framework', 'Draft', 'Triad', 'Dyad', 'Stones', 'Choice', 'Text']),
  );
  const shapes = readerOf(description);
  for (const name of Object.keys(description.components.schemas)) expect(shapes.getSchema(name)).toBeTypeOf('function');
  const inline = operationsOf(description).flatMap(({ parameters = [], requestBody, responses }) => [
    ...parameters.map(({ schema }) => schema),
    ...[requestBody, ...Object.values(responses)].flatMap((body) =>
      Object.values(resolved(description, body ?? {}).content ?? {}).map(({ schema }) => schema),
    ),
  ]);
  expect(inline.length).toBeGreaterThan(300);
  for (const shape of inline) expect(shapes.compile(byName(shape))).toBeTypeOf('function');
});

it('a client knows from the description alone what of a story is too long, and counts characters as the server does', async () => {
  const { app, house } = await testHouse('sqlite');
  const collection = await openCollection(house);
  const fits = readerOf(await descriptionOf(app)).getSchema('Submission');
  const told = (title: string, text: string) => newSubmission(collection, { story: { title, text } });
  const stories = [
    told('🙂'.repeat(200), 'Short.'),
    told('', '🙂'.repeat(10_000)),
    told('🙂'.repeat(201), 'Short.'),
    told('', 'a'.repeat(10_001)),
    told('Empty', ''),
  ];
  for (const story of stories) {
    const { statusCode } = await submit(app, 'test', story);
    expect([fits?.(story.body), statusCode]).toEqual(statusCode === 201 ? [true, 201] : [false, 422]);
  }
  expect(stories.map(({ body }) => fits?.(body))).toEqual([true, true, false, false, false]);
});

it('what is answered is documented for its operation, by status and media type', async () => {
  const { app, house } = await testHouse('sqlite');
  const description = await descriptionOf(app);
  const collection = await openCollection(house);
  const over = await openCollection(house, { slug: 'over', closes: '2020-02-01T00:00:00Z' });
  const researcher = await signedIn(app, [grant('researcher')]);
  const lead = await signedIn(app, [grant('lead')]);
  const story = newSubmission(collection);
  const other = newSubmission(collection, { language: 'xx' });
  const patterns = `/api/v1/collections/${collection.id}/patterns`;
  const table = { columns: ['a'], rows: [[1]] };
  const asked: [status: number, mediaType: string, path: string, answer: () => ReturnType<typeof post>][] = [
    [201, 'application/json', '/collections/{id}/stories', () => submit(app, 'test', story)],
    [409, problemType, '/collections/{id}/stories', () => submit(app, 'test', { ...story, body: { ...story.body, language: 'cy' } })],
    [400, problemType, '/collections/{id}/stories', () => post(app, '/collections/test/stories', story.body)],
    [404, problemType, '/collections/{id}/stories', () => submit(app, 'none', other)],
    [410, problemType, '/collections/{id}/stories', () => submit(app, 'over', newSubmission(over))],
    [422, problemType, '/collections/{id}/stories', () => submit(app, 'test', other)],
    [404, problemType, '/receipt/open', () => post(app, '/receipt/open', { receipt: '0000-0000-0000-0000' })],
    [401, problemType, '/session', () => post(app, '/session', { link: 'used' })],
    [401, problemType, '/collections/{id}/patterns', () => app.inject(patterns)],
    [200, 'application/vnd.apache.arrow.stream', '/collections/{id}/patterns', () => app.inject({ url: patterns, headers: researcher })],
    [200, 'application/json', '/collections/{id}/patterns', () => app.inject({ url: patterns, headers: lead })],
    [200, 'text/csv', '/figures/csv', () => post(app, '/figures/csv', table, researcher)],
    [422, problemType, '/figures/csv', () => post(app, '/figures/csv', { ...table, rows: [[]] }, researcher)],
    [404, problemType, '/people', () => post(app, '/people', {}, researcher)],
  ];
  for (const [status, mediaType, path, answer] of asked) {
    const { statusCode, headers } = await answer();
    expect([path, statusCode, String(headers['content-type']).replace(/;.*/, '')]).toEqual([path, status, mediaType]);
    const { responses } = operationOf(description, path.endsWith('patterns') ? 'get' : 'post', path);
    const { content = {} } = resolved(description, responses[status] ?? {});
    expect([path, status, Object.keys(content)]).toEqual([path, status, expect.arrayContaining([mediaType])]);
  }
});

it('the form gives the phone what it needs, and nothing is required but the choice to be read', async () => {
  const { app, house } = await testHouse('sqlite');
  const collection = await openCollection(house);
  const form = (await app.inject('/api/v1/collections/test/form?language=cy')).json();
  expect(form).toMatchObject({ version: collection.waves[0]?.versionId, language: 'en-GB', state: 'open', invented: true });
  expect(form.signifiers.map(({ required, ...signifier }: { required: boolean }) => signifier)).toEqual(ccplFramework.signifiers);
  expect(new Set(form.signifiers.map(({ required }: { required: boolean }) => required))).toEqual(new Set([false]));
  expect(form.consent.read.required).toBe(true);
  expect(framework.shape.notices.parse(form.notices)).toEqual(ccplFramework.notices);
});

it('a path of the API that takes other methods says which, to anybody, whatever is there', async () => {
  const { app } = await testHouse('sqlite');
  const payload = { any: 'body' };
  for (const [method, path, allowed] of [
    ['DELETE', '/collections/none/stories', 'GET, HEAD, POST'],
    ['GET', '/receipt/open', 'POST'],
    ['PUT', '/session?language=cy', 'DELETE, GET, HEAD, POST'],
    ['POST', '/session/password', 'PUT'],
    ['PATCH', '/people', 'GET, HEAD, POST'],
    ['POST', '/openapi.json', 'GET, HEAD'],
  ] as const) {
    const { statusCode, headers, ...response } = await app.inject({ method, url: `/api/v1${path}`, ...(method !== 'GET' && { payload }) });
    expect([path, statusCode, headers.allow, headers['content-type']]).toEqual([path, 405, allowed, problemType]);
    expect(response.json()).toMatchObject({ type: 'urn:storyfield:problem:method-not-allowed', detail: `It takes ${allowed}.` });
  }
  for (const path of ['/sessions', '/collections//stories', '/receipt']) {
    const { statusCode, headers } = await app.inject({ method: 'PUT', url: `/api/v1${path}`, payload });
    expect([path, statusCode, headers.allow]).toEqual([path, 404, undefined]);
  }
});

it('an unknown path or collection is answered with a problem document', async () => {
  const { app } = await testHouse('sqlite');
  for (const url of ['/api/v1/nothing', '/api/v1/collections/none/form', '/nowhere']) {
    const response = await app.inject(url);
    expect([response.statusCode, response.headers['content-type']]).toEqual([404, 'application/problem+json']);
    expect(response.json().type).toBe('urn:storyfield:problem:not-found');
  }
});

it('every answer tells browsers to load from here alone, to keep nothing and to tell nobody where they come from', async () => {
  const { app } = await testHouse('sqlite');
  for (const path of ['/api/v1/openapi.json', '/api/v1/collections', '/nothing-here']) {
    const { headers } = await app.inject(path);
    expect(headers, path).toMatchObject({
      'cache-control': expect.stringMatching(/no-store|no-cache/),
      'content-security-policy': expect.stringMatching(/^default-src 'self';.*frame-ancestors 'self';.*script-src 'self'/),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(headers, path).not.toHaveProperty('strict-transport-security');
  }
});
