import { translateDatabaseError } from '../database/database-errors.js';
import { DomainError } from '../errors/domain-error.js';
import type { Log } from '../logging/log.js';

/**
 * Work that the process itself repeats, such as sealing the trail: one round at a time, also when a round takes longer than `everyMs` milliseconds (while
 * one waits for a lost database, a stop would have to wait for all that had been started after it). A round that fails is put off to the next one. It
 * is reported as a warning, but not again while the same is the matter: a standby that takes no changes may stay one for hours.
 *
 * Work that must survive the process, or runs at a time of day, is a job of the queue (`jobs.ts`).
 */
export class BackgroundRounds {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private trouble: string | undefined;

  /** @param name of the work, as the log shows it: “<name> put off”. */
  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    private readonly work: () => Promise<unknown>,
    private readonly log: Pick<Log, 'info' | 'warn'>,
  ) {}

  /** Starts the first round after `everyMs`. The timer does not keep the process running. */
  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.round().finally(() => (this.running = undefined));
    }, this.everyMs);
    this.timer.unref();
  }

  /** Starts no further round. @returns when the running one has ended; never fails. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.ended();
  }

  /** Waits for the round that is running, if there is one; never fails. */
  async ended(): Promise<void> {
    await this.running;
  }

  private async round(): Promise<void> {
    try {
      await this.work();
      if (this.trouble !== undefined) this.log.info(`${this.name} goes on`);
      this.trouble = undefined;
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble !== this.trouble) this.log.warn(`${this.name} put off`, { error: String(error) });
      this.trouble = trouble;
    }
  }
}

/** How troubles are compared: by the code of an error of the catalogue, so that a database that is away in many ways is one trouble. */
function troubleOf(error: unknown): string {
  const translated = translateDatabaseError(error);
  return translated instanceof DomainError ? translated.code : String(error);
}
