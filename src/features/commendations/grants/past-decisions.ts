import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { DecisionsReader, refusalAsBasis } from '../../decisions/decisions.reader.js';
import { UnitsReader } from '../../units/units.reader.js';
import { CommendationErrors } from '../commendation.errors.js';
import type { CommendationRow } from '../commendation.store.js';
import { GrantingDecisions } from './granting-decisions.js';

/** What a paper of the past says of its decision. */
interface GivenDays {
  readonly decisionId: Id | null;
  readonly issuerId: Id | null;
  readonly presentedOn: LocalDate | null;
  readonly on: LocalDate | null;
}

/** The decisions of papers of the past, of which much may not be known. */
@Injectable()
export class PastDecisions {
  constructor(
    private readonly reader: DecisionsReader,
    private readonly units: UnitsReader,
    private readonly granting: GrantingDecisions,
  ) {}

  /** The issuer as far as it is known, and the day as of which units and people are named. */
  async issuerOf(tx: Tx, given: GivenDays, problems: Problems): Promise<{ issuerId: Id | null; day: LocalDate }> {
    const decision = given.decisionId === null ? undefined : await this.reader.decisionIn(tx, given.decisionId);
    if (given.decisionId !== null && !decision)
      problems.add(CommendationErrors.COMMENDATION_DECISION_UNKNOWN({ id: given.decisionId }).at('decisionId'));
    const refusal = decision && refusalAsBasis(decision);
    if (refusal) problems.add(refusal.at('decisionId'));
    if (decision && given.issuerId !== null && decision.issuerId !== given.issuerId)
      problems.add(CommendationErrors.COMMENDATION_ISSUER_DIFFERS().at('issuerId'));
    const issuerId = decision?.issuerId ?? given.issuerId;
    const day = decision?.issuedFrom ?? given.presentedOn ?? given.on ?? tx.today;
    if (given.presentedOn !== null && decision?.issuedFrom && given.presentedOn < decision.issuedFrom)
      problems.add(
        CommendationErrors.COMMENDATION_PRESENTED_BEFORE_DECISION({ presented: given.presentedOn, date: decision.issued! }).at(
          'presentedOn',
        ),
      );
    if (issuerId === null) return { issuerId, day };
    const [issuer] = await this.units.onDay(tx, [issuerId], day);
    if (!issuer) problems.add(CommendationErrors.COMMENDATION_UNIT_UNKNOWN({ id: issuerId }).at('issuerId'));
    else if (!issuer.inForce && !decision)
      problems.add(CommendationErrors.COMMENDATION_UNIT_ENDED({ unit: issuer.fullName, date: day }).at('issuerId'));
    return { issuerId, day };
  }

  async givenAlready(tx: Tx, row: CommendationRow): Promise<Error> {
    return (await this.granting.givenAlready(tx, row)).at('form');
  }
}
