import { Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../access/actor.js';

/** What a running job knows of itself. */
export interface JobRun {
  /** The registry on its own behalf, under the job's name and the request that asked for it. */
  readonly actor: Actor;
}

/** Work that waits for nobody: asked for within a command (`tx.enqueue`), or due at times of its own. */
export interface Job<Payload = undefined> {
  /** `audit.dailyHead` */
  readonly name: string;
  /** When it is due, as a crontab line says it, in UTC. A time that passed while no process ran is made up for within a day. */
  readonly every?: string;
  /** Does it again where it was done already: a job that was cut off is run once more. */
  run(payload: Payload, run: JobRun): Promise<void>;
}

/** The jobs of the registry. Chapters register theirs when their modules start; `JobWorker` runs them. */
@Injectable()
export class Jobs {
  private readonly jobs = new Map<string, Job<never>>();

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

/** What stands in the queue: the payload, and the request that asked for it. */
export interface JobEnvelope {
  readonly payload?: unknown;
  readonly requestId?: string;
}

export const actorOf = (job: string, { requestId }: JobEnvelope): Actor => ({
  ...systemActor(`job ${job}`),
  ...(requestId && { requestId }),
});
