import { Injectable } from '@nestjs/common';

/**
 * Whether the process has been asked to stop. This comment is the one description of how a stop proceeds:
 *
 * 1. `main.ts` receives SIGTERM, SIGINT or SIGHUP (or notices that `npm start` has died) and calls `Registry.close` with a grace period of one
 *    second. A start that has not finished is broken off first. After 30 seconds the process exits in any case, with code 1.
 * 2. `Registry.close` (`app/registry.ts`) calls `begin`. From then on
 *    - `/health/ready` answers 503 (`HealthController`), so that balancers send no new requests;
 *    - every answer carries `Connection: close` (`request-hooks.ts`, `overload-reply.ts`), so that clients leave their kept connections.
 * 3. `closeGracefully` (`graceful-close.ts`) holds new requests until no connection waits in the queue, closes the listener, answers what it held,
 *    waits for the grace period, closes idle connections and awaits the requests in flight.
 * 4. Nest closes the application: `JobWorker` stops taking jobs and waits up to ten seconds for those that run (the queue gets them back after
 *    that), `EventCounter` ends its round, `AuditSealer` seals the entries of the trail that are committed, Apollo Server stops.
 * 5. The connections to the database are closed, and the embedded server is stopped unless another process still uses it
 *    (`EmbeddedServer.release`).
 *
 * Commands on the server (`app/commands`) call `Registry.close` without a grace period: they do not listen.
 */
@Injectable()
export class Shutdown {
  private requested = false;

  get begun(): boolean {
    return this.requested;
  }

  /** From now on the process answers that it is not ready. There is no way back. */
  begin(): void {
    this.requested = true;
  }
}
