import type { Log } from './log.js';

/** Logs why something that is tried again and again fails: once for each reason, and again after it has succeeded. */
export class RepeatedFault {
  private known: string | undefined;

  constructor(
    private readonly log: Pick<Log, 'warn'>,
    private readonly message: string,
  ) {}

  readonly failed = (error: unknown): void => {
    const reason = String(error);
    if (reason !== this.known) this.log.warn(this.message, { error: reason });
    this.known = reason;
  };

  readonly succeeded = (): void => {
    this.known = undefined;
  };
}
