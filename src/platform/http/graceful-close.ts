import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const SWEEP_MS = 50;

/**
 * Ends a listening server without losing a request: nobody new is let in, whoever keeps a connection is answered until `quiet` milliseconds
 * have passed (and told with each answer to go elsewhere), then idle connections are closed and the requests under way awaited.
 */
export async function closeGracefully(server: Server, graceMs: number): Promise<void> {
  if (!server.listening) return;
  // The listener's own close: node's HTTP server would cut kept connections at once, with the requests that are on their way in them.
  const ended = new Promise<void>(done => NetServer.prototype.close.call(server, () => done()));
  await Promise.race([ended, delay(graceMs)]);
  server.closeIdleConnections();
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  await ended;
  clearInterval(sweep);
}
