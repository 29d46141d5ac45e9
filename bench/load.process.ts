import { connect } from 'node:net';

/** An order to the load generator, which runs in a process of its own, so that its work does not count as the server's. */
export interface LoadOrder {
  readonly port: number;
  readonly path: string;
  /** `undefined`: requests are sent without a token. */
  readonly token: string | undefined;
  /** The bodies to send, in turn. */
  readonly bodies: readonly string[];
  /** Each body is sent with another operation name, so that the server has never seen its document. */
  readonly unseen: boolean;
  /** Each body is sent once only; the clients stop when none is left. */
  readonly once: boolean;
  readonly connections: number;
  readonly milliseconds: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly failures: number;
  readonly seconds: number;
  /** Of each request, in milliseconds. */
  readonly latencies: readonly number[];
}

process.on('message', (order: LoadOrder) => {
  void run(order).then(result => process.send!(result));
});

let serial = 0;
const REFUSED = '"userErrors":[{';

async function run(order: LoadOrder): Promise<LoadResult> {
  const latencies: number[] = [];
  let failures = 0;
  const started = performance.now();
  const end = started + order.milliseconds;
  const ready = order.unseen ? [] : order.bodies.map(body => request(order, body));
  let sentOnce = 0;
  const next = (): Buffer | undefined => {
    if (order.once) return ready[sentOnce++];
    const turn = serial++;
    if (!order.unseen) return ready[turn % ready.length]!;
    return request(order, order.bodies[turn % order.bodies.length]!.replace('query ', `query U${turn.toString(36)}`));
  };
  const client = (): Promise<void> =>
    new Promise((done, fail) => {
      const socket = connect(order.port, '127.0.0.1');
      socket.setNoDelay(true);
      let sent = 0;
      const send = (): void => {
        const body = next();
        if (!body) return void socket.end();
        sent = performance.now();
        socket.write(body);
      };
      const read = answers(ok => {
        const now = performance.now();
        latencies.push(now - sent);
        if (!ok) failures++;
        if (now < end) send();
        else socket.end();
      });
      socket.on('connect', send).on('data', read).on('error', fail).on('close', done);
    });
  await Promise.all(Array.from({ length: order.connections }, client));
  return { requests: latencies.length, failures, seconds: (performance.now() - started) / 1000, latencies };
}

function request({ path, token }: LoadOrder, body: string): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    ...(token === undefined ? [] : [`authorization: Bearer ${token}`]),
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Calls `answered` once a whole answer has come; answers have a content-length, and no errors in their first words, nor any of a command's own. */
function answers(answered: (ok: boolean) => void): (chunk: Buffer) => void {
  let missing = 0;
  let ok = false;
  return chunk => {
    if (missing > 0) missing -= chunk.length;
    else {
      const end = chunk.indexOf('\r\n\r\n');
      const head = chunk.toString('latin1', 0, end).toLowerCase();
      missing = Number(/content-length: (\d+)/.exec(head)![1]) + end + 4 - chunk.length;
      ok =
        head.startsWith('http/1.1 200') && !chunk.toString('latin1', end + 4, end + 14).startsWith('{"errors"') && !chunk.includes(REFUSED);
    }
    if (missing <= 0) answered(ok);
  };
}
