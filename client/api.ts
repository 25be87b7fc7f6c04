import type { Problem as ProblemDocument } from '../server/contract/problem.ts';

/** What the server refused, as its problem document says it. `faults` names each thing wrong by path. */
export class Problem extends Error {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string | undefined;
  readonly faults: { path: string; message: string }[];
  /** Who saved what stands in the way, and when. */
  readonly saved: ProblemDocument['saved'];

  constructor({ type, title, status, detail, saved, faults }: ProblemDocument) {
    super(detail ?? title);
    this.name = 'Problem';
    this.type = type;
    this.title = title;
    this.status = status;
    this.detail = detail;
    this.saved = saved;
    this.faults = faults ?? [];
  }

  /** Whether our own server said it, and not a proxy or a guest network in its place. */
  get isOurs(): boolean {
    return this.type.startsWith('urn:storyfield:');
  }
}

/** No answer came from the server, or what came was not from it (such as the sign-in page of a guest network). */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super('the server could not be reached', { cause });
    this.name = 'Unreachable';
  }
}

/** The answer began to come, and its connection broke off before its end. */
export class BrokenOff extends Unreachable {
  override name = 'BrokenOff';
}

export interface RequestOptions {
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One JSON request to our own server.
 * @param path from the root, such as `/api/v1/session`
 * @param body sent as JSON where given; a file as it is
 * @returns the JSON of the answer, `undefined` for an answer without a body
 * @throws {Problem} where the server refused; {Unreachable} where it did not answer; the signal's reason where aborted
 */
export async function request<T>(method: Method, path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const sent = body instanceof Blob ? body : body === undefined ? null : JSON.stringify(body);
  const response = await send(path, { method, headers, body: sent }, options.signal);
  if (response.status === 204) return undefined as T;
  return (await jsonOf(response, options.signal)) as T;
}

/** One GET of a file, or with a body a POST that is answered with one; its `name` is '' where the server gave none. */
export async function requestBytes(
  path: string,
  { body, headers = {}, signal }: RequestOptions & { body?: unknown } = {},
): Promise<{ bytes: Uint8Array<ArrayBuffer>; name: string }> {
  const init = body === undefined ? { method: 'GET', headers } : asJson(body, headers);
  const response = await send(path, init, signal);
  try {
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
    return { bytes: new Uint8Array(await response.arrayBuffer()), name };
  } catch (cause) {
    throw interrupted(cause, signal);
  }
}

const asJson = (body: unknown, headers: Record<string, string>) => ({
  method: 'POST',
  headers: { ...headers, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** One GET of bytes that are used as they come, such as the Arrow stream of a collection's patterns; `etag` is '' where the server gave none. */
export async function requestPieces(
  path: string,
  options: RequestOptions = {},
): Promise<{ etag: string; pieces: AsyncGenerator<Uint8Array> }> {
  const response = await send(path, { method: 'GET', headers: options.headers ?? {} }, options.signal);
  return { etag: response.headers.get('etag') ?? '', pieces: piecesOf(response, options.signal) };
}

async function* piecesOf({ body }: Response, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw signal?.aborted ? signal.reason : new BrokenOff(cause);
      });
      if (done) return;
      yield value;
    }
  } finally {
    // Who stops early, at a fault in the bytes, needs no more of them.
    reader.cancel().catch(() => {});
  }
}

/**
 * Hears server-sent events of one name for as long as it is wanted; a connection that is lost is taken up again.
 * @returns ends it
 */
export function listen(path: string, name: string, told: (data: string) => void): () => void {
  const source = new EventSource(path);
  source.addEventListener(name, ({ data }) => told(data));
  return () => source.close();
}

async function send(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin', ...(signal && { signal }) });
  } catch (cause) {
    throw interrupted(cause, signal);
  }
  if (response.ok) return response;
  throw new Problem(await problemOf(response));
}

async function jsonOf(response: Response, signal?: AbortSignal): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw interrupted(cause, signal);
  }
}

/** The problem document of a refusal; one made from the status where a proxy answered in our place. */
async function problemOf(response: Response): Promise<ProblemDocument> {
  const isOurs = response.headers.get('content-type')?.includes('application/problem+json');
  if (isOurs) return (await jsonOf(response)) as ProblemDocument;
  return { type: 'about:blank', title: `The server answered ${response.status}`, status: response.status };
}

function interrupted(cause: unknown, signal: AbortSignal | undefined): unknown {
  return signal?.aborted ? signal.reason : new Unreachable(cause);
}
