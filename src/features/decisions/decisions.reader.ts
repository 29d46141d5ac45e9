import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

/** A decision as other chapters' commands need it. */
export interface KnownDecision {
  readonly id: Id;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly issuerId: Id;
}

/** Narrow questions that other chapters' commands ask about decisions. What the API shows is told in `decision.view.ts`. */
@Injectable()
export class DecisionsReader {
  /** The decision, held until the transaction ends so that nobody corrects it under what rests on it; `undefined` for an unknown id. */
  async decisionIn(tx: Tx, id: Id): Promise<KnownDecision | undefined> {
    const [decision] = await tx.query<KnownDecision>(
      `select id, number, issued_on as "issuedOn", issuer_id as "issuerId" from decision where id = $1 for share`,
      [id],
    );
    return decision;
  }
}
