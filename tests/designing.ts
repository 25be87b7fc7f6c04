import type { Grant } from '../server/contract/staff.ts';
import { ccplFramework } from '../server/demonstration/collections.ts';
import type { App } from '../server/routes/door.ts';
import type { Draft } from '../triads/framework/framework.ts';
import { grant, signedIn } from './fixtures.ts';

/** A designer at work: calls the API's routes of frameworks and collections. */
export async function designer(app: App, grants: Grant[] = [grant('designer')]) {
  const headers = await signedIn(app, grants);
  const call = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, more: Record<string, string> = {}) => {
    const response = await app.inject({ method, url: `/api/v1${url}`, headers: { ...headers, ...more }, ...(payload && { payload }) });
    return { status: response.statusCode, body: response.json() };
  };
  const ifMatch = (tag: string) => ({ 'if-match': `"${tag}"` });
  return {
    headers,
    call,
    get: (url: string) => call('GET', url),
    post: (url: string, payload: object = {}) => call('POST', url, payload),
    put: (url: string, payload: object) => call('PUT', url, payload),
    draft: async (id: string) => (await call('GET', `/frameworks/${id}/draft`)).body,
    save: (id: string, tag: string, document: object) => call('PUT', `/frameworks/${id}/draft`, document, ifMatch(tag)),
    publish: (id: string, tag: string, sameMeaning: string[] = []) =>
      call('POST', `/frameworks/${id}/draft/publication`, { sameMeaning }, ifMatch(tag)),
    discard: (id: string, tag: string) => call('DELETE', `/frameworks/${id}/draft`, undefined, ifMatch(tag)),
    /** Begins a framework that is a copy of the CCPL one, changed. @returns its id */
    begin: async (change: (draft: Draft) => void = () => {}) => {
      const begin = { from: 'empty', key: 'ward', title: 'The ward', languages: ['en-GB'] };
      const { id } = (await call('POST', '/frameworks', begin)).body;
      const { tag } = (await call('GET', `/frameworks/${id}/draft`)).body;
      const document: Draft = { ...structuredClone(ccplFramework), key: 'ward', format: 'storyfield-draft/1' };
      change(document);
      await call('PUT', `/frameworks/${id}/draft`, document, ifMatch(tag));
      return id as string;
    },
  };
}

/** Publishes a framework's draft as it is. @returns the version's id */
export async function publishDraft(design: Awaited<ReturnType<typeof designer>>, id: string): Promise<string> {
  const { status, body } = await design.publish(id, (await design.draft(id)).tag);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}
