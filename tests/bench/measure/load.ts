import { connect } from 'node:net';
import { tellings } from '../../faults/tellings.ts';

/** What the load process is asked: to make requests ready, or to post all of them and say how long it took. */
export type Order = { make: number; version: string; seed: number } | { post: number; connections: number };

let requests: Buffer[] = [];

process.on('message', async (order: Order) => {
  if ('make' in order) requests = Array.from(tellings(order.version, order.seed, order.make), asRequest);
  process.send?.('make' in order ? requests.length : await post(order.post, order.connections));
});

function asRequest({ key, body }: { key: string; body: object }): Buffer {
  const json = Buffer.from(JSON.stringify(body));
  const head = [
    'POST /api/v1/collections/test/stories HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Idempotency-Key: ${key}`,
    `Content-Length: ${json.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), json]);
}

/** Posts every request once, one at a time on each connection; fails on any answer but 201. Answers with the seconds taken. */
async function post(port: number, connections: number): Promise<number> {
  let next = 0;
  const lane = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let answer = '';
      const send = () => {
        const request = requests[next];
        next += 1;
        if (request) socket.write(request);
        else socket.end(resolve);
      };
      socket.setNoDelay(true).setEncoding('latin1');
      socket.on('error', reject);
      socket.on('connect', send);
      socket.on('data', (chunk: string) => {
        answer += chunk;
        if (!answer.endsWith('{"stored":true}')) return;
        if (!answer.startsWith('HTTP/1.1 201 ')) return void socket.destroy(new Error(`not stored: ${answer}`));
        answer = '';
        send();
      });
      // An error of the server ends otherwise, and would be waited for without end.
      socket.setTimeout(30_000, () => socket.destroy(new Error(`no answer, or another one: ${answer}`)));
    });
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, lane));
  return (performance.now() - start) / 1000;
}
