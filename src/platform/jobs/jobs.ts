import { Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../access/actor.js';

/** The context of a running job. */
export interface JobRun {
  /** The registry itself as the actor, with the job's name and the id of the request that enqueued it. */
  readonly actor: Actor;
}

/** Work outside a request: enqueued by a command (`tx.enqueue`), or run on a schedule. */
export interface Job<Payload = undefined> {
  /** `audit.dailyHead` */
  readonly name: string;
  /** Its schedule as a crontab line, in UTC. A run that was due while no process was running is made up for within a day. */
  readonly every?: string;
  /** Must be idempotent: a job that was interrupted runs again. */
  run(payload: Payload, run: JobRun): Promise<void>;
}

/** The jobs of the registry. Chapters register their jobs when their modules start; `JobWorker` runs them. */
@Injectable()
export class Jobs {
  private readonly jobs = new Map<string, Job<never>>();

  /** @throws where a name is taken. */
  register(...jobs: readonly Job<never>[]): void {
    for (const job of jobs) {
      if (this.jobs.has(job.name)) throw new Error(`The job ${job.name} is registered twice.`);
      this.jobs.set(job.name, job);
    }
  }

  get all(): readonly Job<never>[] {
    return [...this.jobs.values()];
  }
}

/** A job's entry in the queue: the payload, and the id of the request that enqueued it. */
export interface JobEnvelope {
  readonly payload?: unknown;
  readonly requestId?: string;
}

/** The registry as the actor of a job, on behalf of the request that enqueued it. */
export const actorOf = (job: string, { requestId }: JobEnvelope): Actor => ({
  ...systemActor(`job ${job}`),
  ...(requestId && { requestId }),
});
