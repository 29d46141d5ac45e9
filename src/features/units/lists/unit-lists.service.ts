import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { Refusal } from '../../../platform/errors/domain-error.js';
import type { Notice } from '../../../platform/graphql/mutation.js';
import type { Id } from '../../../shared/ids.js';
import { inTurns } from '../../../shared/turns.js';
import type { Dependents } from '../unit-dependents.port.js';
import { UnitLife } from '../unit-life.js';
import { UnitEventsService } from '../unit-events.service.js';
import type { ListCounts } from './list.draft.js';
import { ListDrafter, NothingToApply, type ImportInput, type ReorganisationInput } from './list.drafter.js';
import type { ListFinding } from './unit-list.findings.js';

/** `read`: rows of the files. `match`: rows compared with the registry. `write`: rows of the database; reported once more after the commit. */
type ListStep = 'read' | 'match' | 'write';
export type ListProgress = (step: ListStep, done: number, total: number) => void;

export interface ListImportReport {
  readonly kind: 'LIST' | 'REORGANISATION';
  readonly date: string;
  /**
   * REFUSED: problems, nothing written. UNCHANGED: the registry agrees with the list already. DIFFERS: it says otherwise and is kept, as the notes
   * say; nothing written. READY: checked, can be applied. APPLIED: written.
   */
  readonly outcome: 'REFUSED' | 'UNCHANGED' | 'DIFFERS' | 'READY' | 'APPLIED';
  readonly counts: ListCounts;
  /** How many problems the list has. */
  readonly problemCount: number;
  /** The first of them. */
  readonly problems: readonly ListFinding[];
  /** Findings for a person to read, which do not prevent the import. */
  readonly notes: readonly ListFinding[];
  /** Records that refer to the units concerned; empty unless the list was only checked. */
  readonly dependents: readonly Dependents[];
  /** Records that lie, or would lie, outside the lives of the units that end. */
  readonly warnings: readonly Notice[];
  /** The event, if it was applied. */
  readonly eventId: Id | null;
}

const noProgress: ListProgress = () => undefined;

/** Imports official lists of units and reorganisations from one list to the next. Each results in one unit event or in none. */
@Injectable()
export class UnitLists {
  constructor(
    private readonly db: Database,
    private readonly events: UnitEventsService,
    private readonly life: UnitLife,
  ) {}

  /** Reports what `import` would do and its problems. Writes nothing. @throws OUT_OF_REACH as `import` does, because the report counts records of the units. */
  checkImport(actor: Actor, input: ImportInput, progress = noProgress): Promise<ListImportReport> {
    return this.check(actor, ListDrafter.import(input), progress);
  }

  /** Establishes the listed units that are not recorded yet; repeating it changes nothing. A list with problems is refused as a whole. */
  import(actor: Actor, input: ImportInput, progress = noProgress): Promise<ListImportReport> {
    return this.apply(actor, ListDrafter.import(input), progress);
  }

  /** Reports what `reorganise` would do and its problems. Writes nothing. @throws OUT_OF_REACH as `reorganise` does. */
  checkReorganisation(actor: Actor, input: ReorganisationInput, progress = noProgress): Promise<ListImportReport> {
    return this.check(actor, ListDrafter.reorganisation(input), progress);
  }

  /** Changes the units of the day before into those of the new list, in one event; repeating it changes nothing. */
  reorganise(actor: Actor, input: ReorganisationInput, progress = noProgress): Promise<ListImportReport> {
    return this.apply(actor, ListDrafter.reorganisation(input), progress);
  }

  private async check(actor: Actor, drafter: ListDrafter, progress: ListProgress): Promise<ListImportReport> {
    await inTurns(drafter.read());
    progress('read', drafter.rows, drafter.rows);
    if (!drafter.readable) return report(drafter);
    progress('match', 0, drafter.rows);
    try {
      const { effects, problems, dependents } = await this.events.preview(actor, ledger => drafter.draft(ledger));
      drafter.addProblems(problems);
      progress('match', drafter.rows, drafter.rows);
      const ending = effects.filter(({ kind }) => kind === 'ENDED').map(({ unitId }) => unitId);
      return report(drafter, { outcome: 'READY', dependents, warnings: await this.life.warningsAbout(ending, drafter.date, 'date') });
    } catch (error) {
      if (error instanceof NothingToApply) return report(drafter);
      throw error;
    }
  }

  private async apply(actor: Actor, drafter: ListDrafter, progress: ListProgress): Promise<ListImportReport> {
    await inTurns(drafter.read());
    progress('read', drafter.rows, drafter.rows);
    if (!drafter.readable) return report(drafter);
    progress('match', 0, drafter.rows);
    let rows = 0;
    const onProgress = (done: number, total: number): void => {
      if (done === 0) progress('match', drafter.rows, drafter.rows);
      progress('write', done, (rows = total));
    };
    try {
      const eventId = await this.db.tx(actor, tx => this.events.applyIn(tx, ledger => drafter.draft(ledger), onProgress));
      progress('write', rows, rows);
      const [touched] = await this.events.unitsTouched([eventId]);
      return report(drafter, { outcome: 'APPLIED', eventId, warnings: await this.life.warningsAbout(touched!, null, 'date') });
    } catch (error) {
      if (error instanceof Refusal) drafter.addProblems(error.errors);
      else if (!(error instanceof NothingToApply)) throw error;
      return report(drafter);
    }
  }
}

const isSpelling = ({ code }: ListFinding): boolean => code === 'LIST_SPELLED_OTHERWISE';

type Outcome = Pick<ListImportReport, 'outcome' | 'dependents' | 'warnings' | 'eventId'>;

function report(drafter: ListDrafter, more: Partial<Outcome> = {}): ListImportReport {
  const { kind, date, counts, findings } = drafter;
  const { problems, problemCount } = findings;
  // Thousands of names may be spelled otherwise, and only the first notes are shown: those about more than spelling come first.
  const notes = [...findings.notes.filter(note => !isSpelling(note)), ...findings.notes.filter(isSpelling)];
  const base = { kind, date, counts, problemCount, problems, notes, dependents: [], warnings: [], eventId: null, ...more };
  return { ...base, outcome: problems.length > 0 ? 'REFUSED' : (more.outcome ?? (drafter.differs ? 'DIFFERS' : 'UNCHANGED')) };
}
