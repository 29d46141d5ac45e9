import type { Actor } from '../../../platform/access/actor.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import type { GrantedRole } from './grant-rights.js';

/** The holder of a grant: an account or a program’s token. */
export interface Holder {
  readonly kind: 'ACCOUNT' | 'TOKEN';
  readonly id: Id;
}

export interface GivenGrant extends GrantedRole {
  readonly holder: Holder;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly reason: string;
}

/** The delegated grant, and the number of the paper that delegates it. */
export interface DelegationDetails {
  readonly delegatedFrom: Id;
  readonly paperNumber: string | null;
}

export interface GrantRecord extends GrantedRole {
  readonly id: Id;
  readonly holder: Holder;
  readonly first: LocalDate | null;
  readonly last: LocalDate | null;
  readonly ended: boolean;
  readonly version: number;
  /** The account on whose behalf a delegated grant is used; `null`: not a delegation. */
  readonly principalId: Id | null;
}

const SELECT_GRANT = `
  select g.id, g.role, g.unit_id as "unitId", g.line, g.version, lower(g.validity) as first, upper(g.validity) - 1 as last,
         g.ended_at is not null as ended, o.account_id as "principalId",
         json_build_object('kind', case when g.account_id is null then 'TOKEN' else 'ACCOUNT' end, 'id', coalesce(g.account_id, g.api_token_id)) as holder
    from role_grant g left join role_grant o on o.id = g.delegated_from`;

/**
 * Serialises all commands that give, delegate or end grants or block accounts, so that decisions based on several grants (the last administrator)
 * still hold at the commit. To avoid deadlocks, call it before an account is locked.
 */
export const lockGrants = (tx: Tx): Promise<unknown> => tx.query(`lock table role_grant in share row exclusive mode`);

export async function grantIn(tx: Tx, id: Id): Promise<GrantRecord | undefined> {
  const [grant] = await tx.query<GrantRecord>(`${SELECT_GRANT} where g.id = $1`, [id]);
  return grant;
}

/** The delegations of a grant that have not been ended. */
export const delegationsOf = (tx: Tx, id: Id): Promise<GrantRecord[]> =>
  tx.query<GrantRecord>(`${SELECT_GRANT} where g.delegated_from = $1 and g.ended_at is null order by g.id`, [id]);

/** The days of a grant that is not ended, of the same holder, role, unit and line, on one of these days; of delegations, those of the same grant. */
export async function sameGrantIn(tx: Tx, given: GivenGrant, delegatedFrom: Id | null = null): Promise<string | undefined> {
  const { holder, role, unitId, line, validFrom, validTo } = given;
  const [same] = await tx.query<{ period: string }>(
    `select validity::text as period from role_grant
      where ${holder.kind === 'ACCOUNT' ? 'account_id' : 'api_token_id'} = $1 and role = $2 and unit_id is not distinct from $3 and line is not distinct from $4
        and delegated_from is not distinct from $5 and ended_at is null and validity && daterange($6, $7, '[]') order by id limit 1`,
    [holder.id, role, unitId, line, delegatedFrom, validFrom, validTo],
  );
  return same?.period;
}

/** The present administrators of the whole registry: accounts that are not blocked, without delegations. There is always one. Call `lockGrants` before. */
export const administratorsIn = (tx: Tx): Promise<{ grantId: Id; accountId: Id }[]> =>
  tx.query<{ grantId: Id; accountId: Id }>(
    `select g.id as "grantId", a.id as "accountId" from role_grant g join account a on a.id = g.account_id
      where g.role = 'administrator' and g.delegated_from is null and g.unit_id is null and g.line is null and g.ended_at is null
        and g.validity @> $1::date and a.blocked_at is null`,
    [tx.today],
  );

export const isHeldBy = ({ kind, id }: Actor, accountId: Id | null): boolean =>
  kind === 'ACCOUNT' && accountId !== null && id === accountId;

/** Inserts the grant; the caller has checked the right to give it. */
export async function insertGrant(tx: Tx, given: GivenGrant, delegation?: DelegationDetails): Promise<Id> {
  const { holder, role, unitId, line, validFrom, validTo } = given;
  const { delegatedFrom = null, paperNumber = null } = delegation ?? {};
  const id = newId();
  const reason = cleanText(given.reason);
  await tx.query(
    `insert into role_grant
       (id, account_id, api_token_id, role, unit_id, line, validity, reason, given_by, given_at, delegated_from, paper_number)
     values ($1, $2, $3, $4, $5, $6, daterange($7, $8, '[]'), $9, $10, $11, $12, $13)`,
    [
      id,
      holder.kind === 'ACCOUNT' ? holder.id : null,
      holder.kind === 'TOKEN' ? holder.id : null,
      role,
      unitId,
      line,
      validFrom,
      validTo,
      reason,
      tx.actor.name,
      tx.now,
      delegatedFrom,
      paperNumber,
    ],
  );
  const after = { holder, role, unitId, line, validFrom, validTo, ...delegation };
  await tx.audit({ action: delegation ? 'grant.delegated' : 'grant.given', object: { type: 'RoleGrant', id }, unitId, after, reason });
  return id;
}

export async function holderIn(tx: Tx, { kind, id }: Holder): Promise<{ madeBy: Id | null } | undefined> {
  const [holder] = await tx.query<{ madeBy: Id | null }>(
    kind === 'ACCOUNT'
      ? `select null as "madeBy" from account where id = $1 for share`
      : `select created_by_id as "madeBy" from api_token where id = $1 for share`,
    [id],
  );
  return holder;
}

export const setEnded = (tx: Tx, id: Id, reason: string): Promise<unknown> =>
  tx.query(`update role_grant set ended_at = $2, ended_by = $3, end_reason = $4, version = version + 1 where id = $1`, [
    id,
    tx.now,
    tx.actor.name,
    reason,
  ]);

/** Whether the account exists and is not blocked; it stays so until the transaction ends. */
export const isActiveAccount = async (tx: Tx, id: Id): Promise<boolean> =>
  (await tx.query(`select from account where id = $1 and blocked_at is null for share`, [id])).length > 0;
