import type { Opened } from '../../server/contract/tell.ts';
import type { ServerProcess } from './server-process.ts';
import type { Telling } from './tellings.ts';

/** Submits a story over HTTP; answers with the status, and fails when no answer comes. */
export async function submit(server: ServerProcess, { key, body }: Telling): Promise<number> {
  const response = await post(server, '/collections/test/stories', body, { 'idempotency-key': key });
  await response.arrayBuffer();
  return response.status;
}

/** Opens a story by its receipt. */
export async function open(server: ServerProcess, receipt: string): Promise<Opened> {
  const response = await post(server, '/receipt/open', { receipt });
  if (response.status !== 200) throw new Error(`a receipt that was acknowledged opens nothing (${response.status})`);
  return (await response.json()) as Opened;
}

function post({ url }: ServerProcess, path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}
