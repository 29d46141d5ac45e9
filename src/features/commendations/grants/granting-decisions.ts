import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { Refusal } from '../../../platform/errors/domain-error.js';
import { isLocalDate, type LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { date } from '../../../shared/writing.js';
import type { GivenDecision } from '../../decisions/decision.store.js';
import { DecisionsReader, refusalAsBasis } from '../../decisions/decisions.reader.js';
import { DecisionsService } from '../../decisions/decisions.service.js';
import { CommendationErrors } from '../commendation.errors.js';
import type { EarlierReward } from '../commendation.store.js';

/** A decision by which commendations are granted: its day and number are known. */
export interface GrantingDecision {
  readonly id: Id;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly issuerId: Id;
}

/** The decisions that commendations rest on. */
@Injectable()
export class GrantingDecisions {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly reader: DecisionsReader,
  ) {}

  /** The decision, recorded with the commendations where it is new. It is locked until the transaction ends: of all titles that it gives, the highest is paid. */
  async find(tx: Tx, given: { readonly decisionId: Id | null; readonly decision: GivenDecision | null }): Promise<GrantingDecision> {
    const id = given.decision === null ? given.decisionId : await this.record(tx, given.decision);
    const field = given.decision === null ? 'decisionId' : 'decision';
    const decision = id === null ? undefined : await this.reader.decisionIn(tx, id, 'update');
    if (!decision) throw CommendationErrors.COMMENDATION_DECISION_UNKNOWN({ id: id ?? '' }).at('decisionId');
    const { number, issued, issuerId, kind } = decision;
    const refusal = refusalAsBasis(decision);
    if (refusal) throw refusal.at(field);
    if (kind !== 'DECISION') throw CommendationErrors.COMMENDATION_DECISION_OF_OTHER_KIND().at(field);
    if (number === null || issued === null || !isLocalDate(issued)) throw CommendationErrors.COMMENDATION_DECISION_INCOMPLETE().at(field);
    return { id: decision.id, number, issuedOn: issued, issuerId };
  }

  private async record(tx: Tx, decision: GivenDecision): Promise<Id> {
    try {
      return await this.decisions.recordDecisionIn(tx, decision, 'commendation.grant');
    } catch (error) {
      throw error instanceof Refusal ? new Refusal(error.errors.map(each => each.at('decision'))) : error;
    }
  }

  /** How a sentence names the decision of an earlier reward. */
  async nameOf(tx: Tx, earlier: EarlierReward | undefined): Promise<string> {
    const decision = earlier?.decisionId ? await this.reader.decisionIn(tx, earlier.decisionId) : undefined;
    if (!decision) return earlier?.source ?? '?';
    return [decision.number ?? '…', decision.issued === null ? undefined : date(decision.issued, 'vi')].filter(Boolean).join(', ');
  }
}
