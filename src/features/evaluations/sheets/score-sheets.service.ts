import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { staleVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { AppraisalGuard, requireAllowed, type OpenEntry } from '../appraisal-guard.js';
import { candidates } from '../entries.finder.js';
import { EvaluationErrors } from '../evaluation.errors.js';
import { SheetErrors } from './score-sheet.errors.js';
import type { SheetState } from '../evaluation.kinds.js';
import { Judges } from '../judges/judges.js';
import { renewRunning } from '../results/running-result.js';
import { reasonToLeave } from '../rounds/leaving.js';
import { VersionContents } from '../version-contents.js';
import { readSheet, totalOf, type GivenSheet } from './given-sheet.js';
import type { SheetContent } from './score-sheet.entity.js';
import { keepSheet, placeOfSheet, revisionOf, setSelfTotal, sheetOf, type StoredSheet } from './score-sheet.store.js';

/** The sheet that a command is about. */
export interface SeenSheet {
  readonly evaluationId: Id;
  /** The version that the sender has read; null: the sheet does not exist yet. */
  readonly expectedVersion: number | null;
}

/** Whose sheet it is: the sender’s own, or that of a person who signed one on paper. */
export interface ForWhom {
  readonly personId: Id | null;
  readonly paper: string | null;
}

/** Saves and submits sheets. Drafts keep a history of their own and stay out of the trail; what is submitted is one entry of it, and counts at once. */
@Injectable()
export class ScoreSheetsService {
  constructor(
    private readonly db: Database,
    private readonly guard: AppraisalGuard,
    private readonly judges: Judges,
    private readonly contents: VersionContents,
  ) {}

  assessOneself(actor: Actor, seen: SeenSheet, given: GivenSheet, state: 'DRAFT' | 'SUBMITTED'): Promise<Id> {
    return this.db.tx(actor, tx => this.assessOneselfIn(tx, seen, given, state));
  }

  /** The same within the caller’s transaction. */
  async assessOneselfIn(tx: Tx, seen: SeenSheet, given: GivenSheet, state: 'DRAFT' | 'SUBMITTED'): Promise<Id> {
    const opened = await this.openEntry(tx, seen.evaluationId);
    await this.guard.requireOfUnit(tx, opened.entry);
    requireAllowed(opened.round, 'score');
    const sheet = await this.read(tx, opened, given, state);
    return this.keep(tx, opened, seen, { scorerId: null, state, content: sheet, paper: null });
  }

  score(actor: Actor, seen: SeenSheet, whom: ForWhom, given: GivenSheet, state: 'DRAFT' | 'SUBMITTED'): Promise<Id> {
    return this.db.tx(actor, tx => this.scoreIn(tx, seen, whom, given, state));
  }

  /** The same within the caller’s transaction. */
  async scoreIn(tx: Tx, seen: SeenSheet, whom: ForWhom, given: GivenSheet, state: 'DRAFT' | 'SUBMITTED'): Promise<Id> {
    const { opened, scorerId } = await this.openFor(tx, seen.evaluationId, whom);
    const content = await this.read(tx, opened, given, state);
    return this.keep(tx, opened, seen, { scorerId, state, content, paper: whom.paper });
  }

  abstain(actor: Actor, seen: SeenSheet, whom: ForWhom, reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { opened, scorerId } = await this.openFor(tx, seen.evaluationId, whom);
      const content = { points: {}, marks: {}, levels: {}, words: {}, remark: cleanText(reason) };
      return this.keep(tx, opened, seen, { scorerId, state: 'ABSTAINED', content, paper: whom.paper });
    });
  }

  /** Back to a version that was saved, as a draft: it is submitted by its scorer. */
  restore(
    actor: Actor,
    { sheetId, expectedVersion, number }: { readonly sheetId: Id; readonly expectedVersion: number; readonly number: number },
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const place = await placeOfSheet(tx.query, sheetId);
      const own = place !== undefined && place.scorerId !== null && place.scorerId === tx.actor.personId;
      if (!place?.scorerId) throw SheetErrors.APPRAISAL_SHEET_NOT_FOUND({ id: sheetId });
      const whom = own ? { personId: null, paper: null } : { personId: place.scorerId, paper: 'Lần lưu trước' };
      const { opened, scorerId } = await this.openFor(tx, place.evaluationId, whom);
      const content = await revisionOf(tx, sheetId, number);
      if (!content) throw SheetErrors.APPRAISAL_SHEET_VERSION_UNKNOWN({ number }).at('number');
      const seen = { evaluationId: place.evaluationId, expectedVersion };
      return this.keep(tx, opened, seen, { scorerId, state: 'DRAFT', content, paper: own ? null : whom.paper, restores: true });
    });
  }

  private async openEntry(tx: Tx, id: Id): Promise<OpenEntry> {
    const opened = await this.guard.entry(tx, id);
    const { number, leftReason, registrationId } = opened.entry;
    const [registration] = registrationId === null ? [] : await candidates(tx.query, [registrationId]);
    const reason = leftReason ?? (registration ? reasonToLeave(registration) : null);
    if (reason !== null) throw EvaluationErrors.APPRAISAL_ENTRY_LEFT({ number, reason }).at('evaluationId');
    return opened;
  }

  /** The entry, open for the scorer. Their own sheet, or one that staff of the board enter from its paper. */
  private async openFor(
    tx: Tx,
    evaluationId: Id,
    { personId, paper }: ForWhom,
  ): Promise<{ readonly opened: OpenEntry; readonly scorerId: Id }> {
    const opened = await this.openEntry(tx, evaluationId);
    if (personId !== null) await this.guard.requireAtHost(tx, 'appraisal.manage', opened.round);
    const scorerId = personId ?? tx.actor.personId;
    if (scorerId === null) throw EvaluationErrors.APPRAISAL_WHO_ARE_YOU();
    requireAllowed(opened.round, 'score');
    await this.judges.requireMayScore(tx, opened, scorerId);
    if (personId !== null && paper === null)
      throw SheetErrors.APPRAISAL_NEEDS_PAPER({ person: await this.judges.nameOf(tx, scorerId) }).at('paper');
    return { opened, scorerId };
  }

  private async read(tx: Tx, { round }: OpenEntry, given: GivenSheet, state: SheetState): Promise<SheetContent> {
    const problems = new Problems();
    const content = readSheet(await this.contents.of(tx.query, round.criteriaVersionId), given, state === 'DRAFT', problems);
    problems.refuseIfAny();
    return content;
  }

  private async keep(tx: Tx, { round, entry }: OpenEntry, { expectedVersion }: SeenSheet, made: Made): Promise<Id> {
    const { scorerId, state, content } = made;
    const before = await sheetOf(tx, entry.id, scorerId);
    if ((before?.version ?? null) !== expectedVersion) throw staleVersion(expectedVersion ?? 0, before?.version ?? 0);
    if (state === 'DRAFT' && before !== undefined && before.state !== 'DRAFT' && !made.restores)
      throw SheetErrors.APPRAISAL_SHEET_SUBMITTED();
    const total = totalOf(content);
    const paper = made.paper === null ? null : cleanText(made.paper);
    await keepSheet(tx, before, { evaluationId: entry.id, hostId: entry.hostId, scorerId }, { state, content, total, paper });
    // A draft counts for nothing, unless it takes the place of what did.
    if (state === 'DRAFT' && (before === undefined || before.state === 'DRAFT')) return tx.keptApart(entry.id);
    if (scorerId === null) await setSelfTotal(tx, entry.id, state === 'SUBMITTED' ? total : null);
    await renewRunning(tx, await this.contents.of(tx.query, round.criteriaVersionId), round, entry.id);
    await tx.audit({
      action: scorerId === null ? 'evaluation.selfAssessed' : ACTIONS[state],
      object: { type: 'Evaluation', id: entry.id },
      unitId: scorerId === null ? entry.unitId : round.unitId,
      before: before && said(before),
      after: { ...(scorerId !== null && { scorerId }), state, ...content, total, ...(paper !== null && { paper }) },
    });
    return entry.id;
  }
}

interface Made {
  readonly scorerId: Id | null;
  readonly state: SheetState;
  readonly content: SheetContent;
  readonly paper: string | null;
  readonly restores?: true;
}

const ACTIONS: Readonly<Record<SheetState, string>> = {
  DRAFT: 'evaluation.sheetTakenBack',
  SUBMITTED: 'evaluation.scored',
  ABSTAINED: 'evaluation.abstained',
};

const said = ({ state, points, marks, levels, words, remark }: StoredSheet): object => ({ state, points, marks, levels, words, remark });
