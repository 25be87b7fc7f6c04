import { expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { framework } from '../../triads/framework/framework.ts';
import { openCollection } from '../fixtures.ts';
import { testHouse } from '../houses.ts';

it('the API describes every route of its own as OpenAPI 3.1, from the contracts that validate', async () => {
  const { app } = await testHouse('sqlite');
  await app.ready();
  const description = (await app.inject('/api/v1/openapi.json')).json();
  expect(description.openapi).toBe('3.1.0');
  const described = Object.entries<object>(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const declared = app.declaredRoutes.filter(
    ({ method, url }) => method !== 'HEAD' && url.startsWith('/api/v1/') && !url.endsWith('openapi.json'),
  );
  expect(described.sort()).toEqual(declared.map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`).sort());
  const submission = description.paths['/api/v1/collections/{slug}/stories'].post.requestBody.content['application/json'].schema;
  expect(Object.keys(submission.properties)).toEqual([
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

it('an unknown path, method or collection is answered with a problem document', async () => {
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
