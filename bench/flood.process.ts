import { connect, type Socket } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Requests that come when they come, whether the server keeps up or not; sent from a process of its own. */
export interface FloodOrder {
  readonly port: number;
  readonly token: string;
  readonly bodies: readonly string[];
  readonly perSecond: number;
  readonly milliseconds: number;
  /** So many connections, open before the first request; a request that finds none free is not sent. */
  readonly connections: number;
}

export interface FloodResult {
  /** Of each answered request, in the order of their sending: from that to the whole answer, in milliseconds. */
  readonly accepted: readonly number[];
  readonly refused: readonly number[];
  /** Of the accepted, how many were sent in the first second. */
  readonly early: number;
  readonly unsent: number;
  /** Anything else: another status, a cut connection. */
  readonly broken: number;
  /** How late the sender itself was, p99 in milliseconds: by so much its times may be too long. */
  readonly lag: number;
}

process.on('message', (order: FloodOrder) => {
  void flood(order).then(result => process.send!(result));
});

const TICK_MS = 2;

async function flood(order: FloodOrder): Promise<FloodResult> {
  const accepted: { readonly began: number; readonly took: number }[] = [];
  const refused: number[] = [];
  const pending = new Set<Socket>();
  let [unsent, broken, turn, due] = [0, 0, 0, 0];
  const free = await Promise.all(Array.from({ length: order.connections }, () => opened(order.port)));
  const requests = order.bodies.map(body => requestOf(order.token, body));

  const send = (): void => {
    const request = requests[turn++ % requests.length]!;
    const began = performance.now();
    const socket = free.pop();
    if (!socket) return void unsent++;
    pending.add(socket);
    const settle = (): void => {
      pending.delete(socket);
      socket.off('data', read).off('close', cut);
    };
    const cut = (): void => {
      settle();
      broken++;
    };
    const read = answers(status => {
      settle();
      free.push(socket);
      if (status === 200) accepted.push({ began, took: performance.now() - began });
      else if (status === 503) refused.push(performance.now() - began);
      else broken++;
    });
    socket.on('data', read).on('close', cut);
    socket.write(request);
  };

  const lag = monitorEventLoopDelay({ resolution: TICK_MS });
  lag.enable();
  const started = performance.now();
  await new Promise<void>(done => {
    const timer = setInterval(() => {
      const elapsed = performance.now() - started;
      if (elapsed >= order.milliseconds) {
        clearInterval(timer);
        done();
      } else for (; due < (elapsed / 1_000) * order.perSecond; due++) send();
    }, TICK_MS);
  });
  lag.disable();
  while (pending.size > 0) await new Promise(done => setTimeout(done, 10));
  for (const socket of free) socket.destroy();
  accepted.sort((a, b) => a.began - b.began);
  const early = accepted.filter(({ began }) => began < started + 1_000).length;
  return { accepted: accepted.map(({ took }) => took), early, refused, unsent, broken, lag: lag.percentile(99) / 1e6 - TICK_MS };
}

const opened = (port: number): Promise<Socket> =>
  new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => done(socket)).setNoDelay(true);
    socket.on('error', fail);
  });

function requestOf(token: string, body: string): Buffer {
  const head = ['POST /graphql HTTP/1.1', 'host: 127.0.0.1', 'content-type: application/json', `authorization: Bearer ${token}`];
  return Buffer.from(`${head.join('\r\n')}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** Calls `answered` with the status once a whole answer has come. */
function answers(answered: (status: number) => void): (chunk: Buffer) => void {
  let missing = 0;
  let status = 0;
  return chunk => {
    if (missing > 0) missing -= chunk.length;
    else {
      const end = chunk.indexOf('\r\n\r\n');
      const head = chunk.toString('latin1', 0, end).toLowerCase();
      status = Number(head.slice(9, 12));
      missing = Number(/content-length: (\d+)/.exec(head)![1]) + end + 4 - chunk.length;
    }
    if (missing <= 0) answered(status);
  };
}
