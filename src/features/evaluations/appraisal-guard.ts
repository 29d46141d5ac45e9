import { Injectable } from '@nestjs/common';
import { Rights } from '../../platform/access/rights.js';
import type { Tx } from '../../platform/database/tx.js';
import { errorOf } from '../../platform/errors/catalogue.js';
import { Refusal } from '../../platform/errors/domain-error.js';
import { Scopes } from '../../platform/views/scopes.js';
import type { Id } from '../../shared/ids.js';
import { EvaluationErrors } from './evaluation.errors.js';
import { lockEntry, lockRound, roundIdOf, type EntryRow, type RoundRow } from './evaluation.store.js';
import { evaluationView, subjectView } from './evaluation.view.js';
import { roundLifecycle, type RoundAction, type RoundFacts } from './rounds/appraisal-round.lifecycle.js';
import { appraisalRoundView } from './rounds/appraisal-round.view.js';

/** The right that each action of a round takes, at the unit that runs it. To score takes an assignment, and to assess oneself a right at the unit. */
export const ROUND_RIGHTS: Readonly<Record<RoundAction, string>> = {
  assign: 'appraisal.manage',
  score: 'appraisal.manage',
  close: 'appraisal.manage',
  decide: 'appraisal.decide',
  reopen: 'appraisal.decide',
};

export interface OpenEntry {
  readonly round: RoundRow;
  readonly entry: EntryRow;
}

/** Who may do what with a round and its entries. Every command locks the round first: alone, or shared where it is about one entry. */
@Injectable()
export class AppraisalGuard {
  constructor(
    private readonly scopes: Scopes,
    private readonly rights: Rights,
  ) {}

  /** @throws APPRAISAL_ROUND_NOT_FOUND for one that the actor does not see, exactly as for an unknown id; OUT_OF_REACH for one that they only see. */
  async round(tx: Tx, id: Id, right: string): Promise<RoundRow> {
    if (!(await this.scopes.sees(tx, appraisalRoundView, id))) throw EvaluationErrors.APPRAISAL_ROUND_NOT_FOUND({ id });
    const round = await lockRound(tx, id, 'update');
    await this.rights.require(tx, right, round.unitId);
    return round;
  }

  /** An entry and its round, both locked. The caller checks the right. @throws EVALUATION_NOT_FOUND as above */
  async entry(tx: Tx, id: Id): Promise<OpenEntry> {
    if (!(await this.scopes.sees(tx, evaluationView, id))) throw EvaluationErrors.EVALUATION_NOT_FOUND({ id });
    const round = await lockRound(tx, await roundIdOf(tx, id), 'share');
    return { round, entry: await lockEntry(tx, id) };
  }

  requireAtHost(tx: Tx, right: string, { unitId }: RoundRow): Promise<void> {
    return this.rights.require(tx, right, unitId);
  }

  /** @throws APPRAISAL_UNIT_WITHHELD for who scores it blind: with or without the right, an answer would say whose the entry is. */
  async requireOfUnit(tx: Tx, { id, unitId }: EntryRow): Promise<void> {
    if (!(await this.knowsSubject(tx, id))) throw EvaluationErrors.APPRAISAL_UNIT_WITHHELD();
    await this.rights.require(tx, 'appraisal.selfAssess', unitId);
  }

  /** The unit of the entry or the one that runs the round; for who scores it blind, only the latter. */
  async requireOfUnitOrHost(tx: Tx, right: string, { round, entry }: OpenEntry): Promise<void> {
    const units = (await this.knowsSubject(tx, entry.id)) ? [entry.unitId, round.unitId] : [round.unitId];
    await this.rights.requireOneOf(tx, right, units);
  }

  private knowsSubject(tx: Tx, id: Id): Promise<boolean> {
    return this.scopes.sees(tx, subjectView, id);
  }
}

/** What the table of the lifecycle says against an action. @throws Refusal */
export function requireAllowed(round: RoundRow, action: RoundAction, facts: Partial<RoundFacts> = {}): void {
  const all: RoundFacts = { hasCouncil: round.councilId !== null, awaited: 0, entries: 1, given: undefined, ...facts };
  const blocked = roundLifecycle.check(action, round.state, all);
  if (blocked.length > 0) throw new Refusal(blocked.map(({ code, params }) => errorOf(code, params)));
}
