import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { Refusal } from '../../../platform/errors/domain-error.js';
import type { Id } from '../../../shared/ids.js';
import type { Dependents } from '../unit-dependents.port.js';
import { UnitEventsService } from '../unit-events.service.js';
import type { ListCounts } from './list.draft.js';
import { ListJob, NothingToApply, type ImportInput, type ReorganisationInput } from './list.job.js';
import type { Finding } from './unit-list.findings.js';

/** `read`: rows of the files. `match`: rows compared with the registry. `write`: rows of the database, told in full once more when they are committed. */
type ListStep = 'read' | 'match' | 'write';
export type ListProgress = (step: ListStep, done: number, total: number) => void;

export interface UnitListReport {
  readonly kind: 'LIST' | 'REORGANISATION';
  readonly date: string;
  /** REFUSED: problems, nothing written. UNCHANGED: everything stands so already. READY: checked, it would be applied. APPLIED: written. */
  readonly outcome: 'REFUSED' | 'UNCHANGED' | 'READY' | 'APPLIED';
  readonly counts: ListCounts;
  /** Everything that stands against the list, at once. */
  readonly problems: readonly Finding[];
  /** What a person should read; it stops nothing. */
  readonly notes: readonly Finding[];
  /** What hangs on the units concerned; only of a check. */
  readonly dependents: readonly Dependents[];
  /** The event that was applied. */
  readonly eventId: Id | null;
}

const silent: ListProgress = () => undefined;

/** Official lists of units: entering one, and the reorganisation that leads from one to the next. Each is one unit event, or none. */
@Injectable()
export class UnitLists {
  constructor(
    private readonly db: Database,
    private readonly events: UnitEventsService,
  ) {}

  /** What entering the list would do, and everything that stands against it. Writes nothing. @throws OUT_OF_REACH as `import` does: it counts what hangs on the units. */
  checkImport(actor: Actor, input: ImportInput, progress = silent): Promise<UnitListReport> {
    return this.check(actor, ListJob.import(input), progress);
  }

  /** Enters the units of a list that are not there yet; a second time changes nothing. A list with problems is refused whole. */
  import(actor: Actor, input: ImportInput, progress = silent): Promise<UnitListReport> {
    return this.apply(actor, ListJob.import(input), progress);
  }

  /** What the reorganisation would do, and everything that stands against it. Writes nothing. @throws OUT_OF_REACH as `reorganise` does. */
  checkReorganisation(actor: Actor, input: ReorganisationInput, progress = silent): Promise<UnitListReport> {
    return this.check(actor, ListJob.reorganisation(input), progress);
  }

  /** Leads the units of the eve into those of the new list, in one event; a second time changes nothing. */
  reorganise(actor: Actor, input: ReorganisationInput, progress = silent): Promise<UnitListReport> {
    return this.apply(actor, ListJob.reorganisation(input), progress);
  }

  private async check(actor: Actor, job: ListJob, progress: ListProgress): Promise<UnitListReport> {
    progress('read', job.rows, job.rows);
    if (!job.readable) return report(job);
    progress('match', 0, job.rows);
    try {
      const { problems, dependents } = await this.events.preview(actor, ledger => job.draft(ledger));
      job.refuse(problems);
      progress('match', job.rows, job.rows);
      return report(job, { outcome: 'READY', dependents });
    } catch (error) {
      if (error instanceof NothingToApply) return report(job);
      throw error;
    }
  }

  private async apply(actor: Actor, job: ListJob, progress: ListProgress): Promise<UnitListReport> {
    progress('read', job.rows, job.rows);
    if (!job.readable) return report(job);
    progress('match', 0, job.rows);
    let rows = 0;
    const written = (done: number, total: number): void => {
      if (done === 0) progress('match', job.rows, job.rows);
      progress('write', done, (rows = total));
    };
    try {
      const eventId = await this.db.tx(actor, tx => this.events.applyIn(tx, ledger => job.draft(ledger), written));
      progress('write', rows, rows);
      return report(job, { outcome: 'APPLIED', eventId });
    } catch (error) {
      if (error instanceof Refusal) job.refuse(error.errors);
      else if (!(error instanceof NothingToApply)) throw error;
      return report(job);
    }
  }
}

function report(job: ListJob, more: Partial<Pick<UnitListReport, 'outcome' | 'dependents' | 'eventId'>> = {}): UnitListReport {
  const { kind, date, counts, findings } = job;
  const { problems, notes } = findings;
  const base = { kind, date, counts, problems, notes, dependents: [], eventId: null, ...more };
  return { ...base, outcome: problems.length > 0 ? 'REFUSED' : (more.outcome ?? 'UNCHANGED') };
}
