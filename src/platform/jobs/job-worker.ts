import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger, parseCronItems, run, type ParsedCronItem, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { clientConfigOf, type DatabaseAddress } from '../database/connection.js';
import { Log } from '../logging/log.js';
import { JOB_SCHEMA } from './job-schema.js';
import { Jobs, actorOf, type JobEnvelope, type Job } from './jobs.js';

/** Injection token of the database with the queue; `undefined` in a process that runs no jobs. */
export const JOB_DATABASE = Symbol('jobs at');

const CONCURRENCY = 2;
/** One connection for each job, one that listens for new jobs, one that maintains the queue. */
const CONNECTIONS = CONCURRENCY + 2;
const POLL_MS = 2_000;
const MAX_ATTEMPTS = 10;
const DAY_MS = 24 * 3_600_000;
/** How long a stop waits for running jobs (see `Shutdown`); then they go back into the queue. */
const STOP_TIMEOUT_MS = 10_000;
const RESTART_DELAY_MS = 5_000;

/**
 * Batches (here without delay) make the library wait until the queue has recorded that a job is done. Without them, a stop at that moment would let the
 * job run again, and a connection lost at that moment would end the process.
 */
const WORKER = { gracefulShutdownAbortTimeout: STOP_TIMEOUT_MS, completeJobBatchDelay: 0, failJobBatchDelay: 0 };

/** Runs the jobs of the queue in the server's process, few at a time, so that they do not slow requests down. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly pool: pg.Pool | undefined;
  private runner: Runner | undefined;
  private stopping = false;
  private starting: Promise<void> | undefined;
  private restartTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly jobs: Jobs,
    private readonly log: Log,
    @Inject(JOB_DATABASE) where: DatabaseAddress | undefined,
  ) {
    if (!where) return;
    this.pool = new pg.Pool({ ...clientConfigOf(where), max: CONNECTIONS, application_name: 'dan-van-kheo jobs' });
    this.pool.on('error', () => undefined); // The job that needs the connection reports the loss.
    this.pool.on('connect', client => client.on('error', () => undefined));
  }

  onApplicationBootstrap(): void {
    if (this.pool) this.starting = this.start(this.pool);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.restartTimer);
    await this.starting;
    await this.runner?.stop().catch((error: unknown) => this.log.warn('jobs did not stop in order', { error: String(error) }));
    await this.pool?.end();
  }

  /** Starts the runner. When it ends (a lost database), it is started again for as long as the process runs. */
  private async start(pool: pg.Pool): Promise<void> {
    try {
      this.runner = await run({
        pgPool: pool,
        schema: JOB_SCHEMA,
        concurrency: CONCURRENCY,
        pollInterval: POLL_MS,
        noHandleSignals: true,
        taskList: this.taskList(),
        parsedCronItems: this.crontab(),
        logger: this.logger(),
        preset: { worker: WORKER },
      });
      this.runner.promise.then(
        () => this.restart(pool, 'ended'),
        (error: unknown) => this.restart(pool, String(error)),
      );
    } catch (error) {
      this.restart(pool, String(error));
    }
  }

  private restart(pool: pg.Pool, reason: string): void {
    this.runner = undefined;
    if (this.stopping) return;
    this.log.warn('jobs are put off', { reason });
    this.restartTimer = setTimeout(() => (this.starting = this.start(pool)), RESTART_DELAY_MS).unref();
  }

  private taskList(): TaskList {
    return Object.fromEntries(
      this.jobs.all.map(job => [
        job.name,
        async (envelope, { job: { attempts, max_attempts: maxAttempts } }) => {
          await this.runOne(job, (envelope ?? {}) as JobEnvelope, `${attempts} of ${maxAttempts}`);
        },
      ]),
    );
  }

  private async runOne(job: Job<never>, envelope: JobEnvelope, attempt: string): Promise<void> {
    const fields = { job: job.name, attempt, ...(envelope.requestId && { requestId: envelope.requestId }) };
    const started = performance.now();
    try {
      await job.run(envelope.payload as never, { actor: actorOf(job.name, envelope) });
      this.log.info('job', { ...fields, ms: Math.round(performance.now() - started) });
    } catch (error) {
      this.log.error('job failed', { ...fields, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      throw error;
    }
  }

  private crontab(): ParsedCronItem[] {
    return parseCronItems(
      this.jobs.all.flatMap(({ name, every }) =>
        every === undefined
          ? []
          : [{ task: name, match: every, identifier: name, options: { backfillPeriod: DAY_MS, maxAttempts: MAX_ATTEMPTS, jobKey: name } }],
      ),
    );
  }

  /** The library's own messages are only useful for debugging; failures of jobs are logged by `runOne`. */
  private logger(): Logger {
    return new Logger(() => (level, message) => {
      if (level === 'warning' || level === 'error') this.log.debug(message);
    });
  }
}
