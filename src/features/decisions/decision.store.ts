import { shownActor } from '../../platform/audit/shown-actor-sql.js';
import { sql } from '../../platform/database/sql.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import { parsePartialDate, type LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { DecisionEntity } from './decision.entity.js';
import type { DecisionState } from './decision-states.js';
import type { DecisionKind } from './decision-kinds.js';

/** The content of a decision, as its paper states it. `null`: not known. */
export interface GivenDecision {
  readonly number: string | null;
  readonly kind: DecisionKind;
  /** A partial date in the text of its source: `2019-05-02`, or only `2019-05` or `2019`. */
  readonly issuedOn: string | null;
  readonly issuerId: Id;
  readonly signer: string | null;
  /** The post that the signer held then. */
  readonly signerPost: string | null;
  readonly abstract: string | null;
  /** Where it is known from. Required while the number or the exact day is not known. */
  readonly source: string | null;
}

export type StoredDecision = GivenDecision & { readonly version: number; readonly state: DecisionState };

/** The days between which the decision was issued; `null`: not known. */
export const daysOfIssue = ({ issuedOn }: Pick<GivenDecision, 'issuedOn'>): { first: LocalDate | null; last: LocalDate | null } => {
  const date = issuedOn === null ? undefined : parsePartialDate(issuedOn);
  return { first: date?.earliest ?? null, last: date?.latest ?? null };
};

/** The columns of a decision. */
export function columnsOf({ issuedOn, ...content }: GivenDecision): Omit<GivenDecision, 'issuedOn'> & {
  readonly issued: string | null;
  readonly issuedFrom: LocalDate | null;
  readonly issuedBy: LocalDate | null;
} {
  const { first, last } = daysOfIssue({ issuedOn });
  return { ...content, issued: issuedOn, issuedFrom: first, issuedBy: last };
}

/** The decision, locked against other writers until the transaction ends. @param lock `share` where the command only rests on it. */
export async function lockDecision(tx: Tx, id: Id, lock: 'update' | 'share' = 'update'): Promise<StoredDecision | undefined> {
  const [decision] = await tx.query<StoredDecision>(
    `select number, kind, issued as "issuedOn", issuer_id as "issuerId", signer, signer_post as "signerPost", abstract, source, version, state from decision where id = $1 for ${lock}`,
    [id],
  );
  return decision;
}

/** The decision with its approval, by whom as people know them; not locked. */
export async function standingOf(
  query: QueryRows,
  id: Id,
): Promise<(StoredDecision & Pick<DecisionEntity, 'approvedHash' | 'approvedContent' | 'approvedBy' | 'approvedAt'>) | undefined> {
  const [decision] = await query<StoredDecision & Pick<DecisionEntity, 'approvedHash' | 'approvedContent' | 'approvedBy' | 'approvedAt'>>(
    sql`select number, kind, issued as "issuedOn", issuer_id as "issuerId", signer, signer_post as "signerPost", abstract, source, version, state,
            approved_hash as "approvedHash", approved_content as "approvedContent", ${shownActor(sql`d.approved_by`)} as "approvedBy", approved_at as "approvedAt"
       from decision d where d.id = $1`,
    [id],
  );
  return decision;
}

/** Changes some columns and raises the version. */
export const changeDecision = (tx: Tx, id: Id, version: number, changes: Partial<DecisionEntity>): Promise<unknown> =>
  tx.manager.update(DecisionEntity, { id }, { ...changes, version: version + 1 } as never);

/** How the decision was revoked, and what it was before. */
export async function revocationOf(
  tx: Tx,
  id: Id,
): Promise<{ readonly state: 'ISSUED' | 'AMENDED'; readonly on: LocalDate; readonly reason: string; readonly byId: Id | null }> {
  const [row] = await tx.query<Awaited<ReturnType<typeof revocationOf>>>(
    `select case when amended_by_id is null then 'ISSUED' else 'AMENDED' end as state, revoked_on as "on", revoked_reason as reason, revoked_by_id as "byId"
       from decision where id = $1`,
    [id],
  );
  return row!;
}

/** The first day on which the decision was revoked, or revoked another; `null`: neither. */
export async function earliestRevocation(tx: Tx, id: Id): Promise<LocalDate | null> {
  const [row] = await tx.query<{ day: LocalDate | null }>(
    `select min(revoked_on) as day from decision where id = $1 or revoked_by_id = $1`,
    [id],
  );
  return row!.day;
}

export const incrementVersion = (tx: Tx, id: Id): Promise<unknown> =>
  tx.query(`update decision set version = version + 1 where id = $1`, [id]);

/** Another decision of the same issuer, kind and year with the same number; `undefined` also where the number or the year is not known. */
export async function decisionWithNumber(
  tx: Tx,
  { number, kind, issuedOn, issuerId }: GivenDecision,
  self: Id | null,
): Promise<{ number: string; issuedOn: string } | undefined> {
  const { first, last } = daysOfIssue({ issuedOn });
  const [other] = await tx.query<{ number: string; issuedOn: string }>(
    `select number, issued as "issuedOn" from decision
      where issuer_id = $1 and kind = $2 and year = extract(year from $3::date) and year = extract(year from $4::date)
        and compared = public.compared_number($5) and id is distinct from $6`,
    [issuerId, kind, first, last, number, self],
  );
  return other;
}
