import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Fetched {
  path: string;
  type: string;
  /** As they travelled: compressed, without headers. */
  bytes: number;
}

/** Stands before a server and counts what every page and worker fetches of it. */
export class CountingProxy {
  readonly #server: Server;
  /** What was fetched since it was last emptied. */
  fetched: Fetched[] = [];
  /** Pages of the proxy's own, by path. */
  readonly own = new Map<string, { type: string; body: Buffer; etag?: string }>();

  constructor(port: number) {
    this.#server = createServer((asked, answer) => {
      const { url: path = '', method, headers } = asked;
      const own = this.own.get(path);
      if (own) {
        const { type, body, etag } = own;
        return void answer.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...(etag && { etag }) }).end(body);
      }
      const passed = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
        const one: Fetched = { path, type: response.headers['content-type'] ?? '', bytes: 0 };
        this.fetched.push(one);
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.on('data', (chunk: Buffer) => {
          one.bytes += chunk.length;
        });
        response.pipe(answer);
      });
      passed.on('error', () => answer.destroy());
      asked.pipe(passed);
    });
  }

  /** @returns the address; on localhost, so that a browser trusts it as it would https */
  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
