import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { DomainError } from '../../platform/errors/domain-error.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { Scopes } from '../../platform/views/scopes.js';
import { DecisionErrors } from './decision.errors.js';
import type { DecisionState } from './decision-states.js';
import type { DecisionKind } from './decision-kinds.js';
import { decisionView } from './decision.view.js';

/** A decision, for commands of other chapters. */
export interface DecisionRecord {
  readonly id: Id;
  /** `null`: not known. */
  readonly number: string | null;
  readonly kind: DecisionKind;
  /** The first possible day of issue; `null`: not known. */
  readonly issuedFrom: LocalDate | null;
  /** The date of issue in the text of its source, a partial date; `null`: not known. */
  readonly issued: string | null;
  readonly issuerId: Id;
  readonly state: DecisionState;
}

/** Reads decisions for commands of other chapters. What the API shows is defined in `decision.view.ts`. */
@Injectable()
export class DecisionsReader {
  constructor(private readonly scopes: Scopes) {}

  /**
   * The decision, locked against corrections until the transaction ends, because the caller writes records that rest on it; `undefined` for an unknown id,
   * and for a draft that the actor does not see.
   * @param lock `update` where what is written depends on what else rests on the decision.
   */
  async decisionIn(tx: Tx, id: Id, lock: 'share' | 'update' = 'share'): Promise<DecisionRecord | undefined> {
    const [decision] = await tx.query<DecisionRecord>(
      `select id, number, kind, issued_from as "issuedFrom", issued, issuer_id as "issuerId", state from decision where id = $1 for ${lock}`,
      [id],
    );
    return decision?.state === 'DRAFT' && !(await this.scopes.sees(tx, decisionView, id)) ? undefined : decision;
  }
}

/** The date of issue, in the text of its source, if the decision was issued after the day whatever its exact date; otherwise `undefined`. */
export const issuedAfter = ({ issued, issuedFrom }: DecisionRecord, day: LocalDate): string | undefined =>
  issued !== null && issuedFrom !== null && issuedFrom > day ? issued : undefined;

/** Why nothing can rest on the decision now: it is a draft, or was revoked. */
export const refusalAsBasis = ({ state }: Pick<DecisionRecord, 'state'>): DomainError | undefined =>
  state === 'DRAFT' || state === 'REVOKED' ? DecisionErrors.DECISION_NOT_IN_FORCE({ state }) : undefined;
