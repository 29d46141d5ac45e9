import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { Refusal, type DomainError } from '../../../platform/errors/domain-error.js';
import { Scopes } from '../../../platform/views/scopes.js';
import { isLocalDate, type LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { date } from '../../../shared/writing.js';
import type { GivenDecision } from '../../decisions/decision.store.js';
import { DecisionsReader, refusalAsBasis } from '../../decisions/decisions.reader.js';
import { DecisionsService } from '../../decisions/decisions.service.js';
import { CommendationErrors } from '../commendation.errors.js';
import { earlierReward, type CommendationRow, type EarlierReward } from '../commendation.store.js';
import { commendationView } from '../commendation.view.js';

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
    private readonly scopes: Scopes,
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

  /** Why the row is not written: an earlier reward, with its decision or the paper it is known from where the actor sees that reward. */
  async givenAlready(tx: Tx, row: CommendationRow): Promise<DomainError> {
    const earlier = await earlierReward(tx, row);
    const isSeen = earlier !== undefined && (await this.scopes.sees(tx, commendationView, earlier.id));
    const recipient = row.name ?? (isSeen ? earlier.recipient : row.unitName) ?? '?';
    const decision = isSeen ? await this.nameOf(tx, earlier) : '';
    return CommendationErrors.COMMENDATION_GIVEN_ALREADY({ recipient, form: row.form!, decision });
  }

  private async nameOf(tx: Tx, { decisionId, source }: EarlierReward): Promise<string> {
    const decision = decisionId === null ? undefined : await this.reader.decisionIn(tx, decisionId);
    if (!decision) return source ?? '?';
    return [decision.number ?? '…', decision.issued === null ? undefined : date(decision.issued, 'vi')].filter(Boolean).join(', ');
  }
}
