import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const SWEEP_MS = 50;

/**
 * Closes a listening server without losing a request; one step of a stop (see `Shutdown`). New connections are refused at once. Requests on kept
 * connections are still answered for `graceMs` milliseconds, then idle connections are closed and the requests in flight awaited.
 */
export async function closeGracefully(server: Server, graceMs: number): Promise<void> {
  if (!server.listening) return;
  // `close` of the TCP server: that of node's HTTP server would cut kept connections at once, with the requests already sent on them.
  const ended = new Promise<void>(done => NetServer.prototype.close.call(server, () => done()));
  await Promise.race([ended, delay(graceMs)]);
  server.closeIdleConnections();
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  await ended;
  clearInterval(sweep);
}
