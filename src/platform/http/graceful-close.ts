import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const SWEEP_MS = 50;
/** So long without a new connection means that none waits in the queue of the operating system. */
const QUIET_MS = 100;
/** Clients that never wait for an answer would keep the listener open for ever. */
const DRAIN_LIMIT_MS = 1_000;

/**
 * Closes a listening server without losing a request; one step of a stop (see `Shutdown`). Closing the listener resets the connections that the
 * operating system has accepted and the process has not. So it goes on accepting and holds the new requests: clients that open a connection for
 * each request then wait for their answers, and the queue runs empty. Then the listener is closed and the held requests are answered. Requests on kept
 * connections are still answered for `graceMs` milliseconds, then idle connections are closed and the requests in flight awaited.
 */
export async function closeGracefully(server: Server, graceMs: number): Promise<void> {
  if (!server.listening) return;
  const release = graceMs > 0 ? await drain(server) : undefined;
  // `close` of the TCP server: that of node's HTTP server would cut kept connections at once, with the requests already sent on them.
  const ended = new Promise<void>(done => NetServer.prototype.close.call(server, () => done()));
  release?.();
  await Promise.race([ended, delay(graceMs)]);
  server.closeIdleConnections();
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  await ended;
  clearInterval(sweep);
}

type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

/** Waits until no connection is in the queue. @returns the function that answers the requests that were held meanwhile. */
async function drain(server: Server): Promise<() => void> {
  const listeners = server.listeners('request') as RequestListener[];
  const held: (readonly [IncomingMessage, ServerResponse])[] = [];
  const answer: RequestListener = (...pair) => listeners.forEach(listener => listener.call(server, ...pair));
  let latest = Date.now();
  const arrived = (): void => void (latest = Date.now());
  server.removeAllListeners('request');
  // Balancers ask whether the process is ready, and shall hear at once that it is not.
  const hold: RequestListener = (...pair) => (pair[0].url?.startsWith('/health') ? answer(...pair) : void held.push(pair));
  server.on('request', hold);
  server.on('connection', arrived);
  for (const limit = Date.now() + DRAIN_LIMIT_MS; Date.now() - latest < QUIET_MS && Date.now() < limit;) await delay(SWEEP_MS / 5);
  server.off('connection', arrived);
  return () => {
    server.off('request', hold);
    for (const listener of listeners) server.on('request', listener);
    for (const pair of held) answer(...pair);
  };
}
