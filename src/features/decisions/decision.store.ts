import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { DecisionKind } from './decision-kinds.js';

/** The content of a decision, as its paper states it. */
export interface GivenDecision {
  readonly number: string;
  readonly kind: DecisionKind;
  readonly issuedOn: LocalDate;
  readonly issuerId: Id;
  readonly signer: string | null;
  readonly abstract: string | null;
}

/** The decision, locked against other writers until the transaction ends. @param lock `share` where the command only rests on it. */
export async function lockDecision(
  tx: Tx,
  id: Id,
  lock: 'update' | 'share' = 'update',
): Promise<(GivenDecision & { readonly version: number }) | undefined> {
  const [decision] = await tx.query<GivenDecision & { version: number }>(
    `select number, kind, issued_on as "issuedOn", issuer_id as "issuerId", signer, abstract, version from decision where id = $1 for ${lock}`,
    [id],
  );
  return decision;
}

export const incrementVersion = (tx: Tx, id: Id): Promise<unknown> =>
  tx.query(`update decision set version = version + 1 where id = $1`, [id]);

/** Another decision of the same issuer, kind and year with the same number. */
export async function decisionWithNumber(
  tx: Tx,
  { number, kind, issuedOn, issuerId }: GivenDecision,
  self: Id | null,
): Promise<{ number: string; issuedOn: LocalDate } | undefined> {
  const [other] = await tx.query<{ number: string; issuedOn: LocalDate }>(
    `select number, issued_on as "issuedOn" from decision
      where issuer_id = $1 and kind = $2 and year = extract(year from $3::date) and compared = replace(fold($4), ' ', '') and id is distinct from $5`,
    [issuerId, kind, issuedOn, number, self],
  );
  return other;
}
