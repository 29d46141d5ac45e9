import type { Actor } from '../../../platform/access/actor.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import type { Granted } from './giving-rights.js';

/** Who gets it: an account or a program's token. */
export interface Holder {
  readonly kind: 'ACCOUNT' | 'TOKEN';
  readonly id: Id;
}

export interface GivenGrant extends Granted {
  readonly holder: Holder;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly reason: string;
}

/** Of which grant it is handed on, and by which paper. */
export interface HandedOn {
  readonly delegatedFrom: Id;
  readonly paperNumber: string | null;
}

/** A grant as it stands now. */
export interface GrantNow extends Granted {
  readonly id: Id;
  readonly holder: Holder;
  readonly first: LocalDate | null;
  readonly last: LocalDate | null;
  readonly ended: boolean;
  readonly version: number;
  /** The account whose right it is; `null`: it was not handed on. */
  readonly principalId: Id | null;
}

const NOW = `
  select g.id, g.role, g.unit_id as "unitId", g.line, g.version, lower(g.validity) as first, upper(g.validity) - 1 as last,
         g.ended_at is not null as ended, o.account_id as "principalId",
         json_build_object('kind', case when g.account_id is null then 'TOKEN' else 'ACCOUNT' end, 'id', coalesce(g.account_id, g.api_token_id)) as holder
    from role_grant g left join role_grant o on o.id = g.delegated_from`;

/** Nothing is given, handed on or ended, and nobody blocked, meanwhile: what is decided by looking at several grants holds when it is written. Before any account is held. */
export const oneAtATime = (tx: Tx): Promise<unknown> => tx.query(`lock table role_grant in share row exclusive mode`);

export async function grantIn(tx: Tx, id: Id): Promise<GrantNow | undefined> {
  const [grant] = await tx.query<GrantNow>(`${NOW} where g.id = $1`, [id]);
  return grant;
}

/** What was handed on from a grant and has not been ended. */
export const handedOnFrom = (tx: Tx, id: Id): Promise<GrantNow[]> =>
  tx.query<GrantNow>(`${NOW} where g.delegated_from = $1 and g.ended_at is null order by g.id`, [id]);

/** Who minds the whole registry today: accounts that are not blocked, in their own right. There is always one; `oneAtATime` comes before. */
export const administratorsIn = (tx: Tx): Promise<{ grantId: Id; accountId: Id }[]> =>
  tx.query<{ grantId: Id; accountId: Id }>(
    `select g.id as "grantId", a.id as "accountId" from role_grant g join account a on a.id = g.account_id
      where g.role = 'administrator' and g.delegated_from is null and g.unit_id is null and g.line is null and g.ended_at is null
        and g.validity @> $1::date and a.blocked_at is null`,
    [tx.today],
  );

export const isHeldBy = ({ kind, id }: Actor, accountId: Id | null): boolean =>
  kind === 'ACCOUNT' && accountId !== null && id === accountId;

/** @returns its id. The caller has checked that it may be given. */
export async function insertGrant(tx: Tx, given: GivenGrant, handedOn?: HandedOn): Promise<Id> {
  const { holder, role, unitId, line, validFrom, validTo } = given;
  const { delegatedFrom = null, paperNumber = null } = handedOn ?? {};
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
  const after = { holder, role, unitId, line, validFrom, validTo, ...handedOn };
  await tx.audit({ action: handedOn ? 'grant.delegated' : 'grant.given', object: { type: 'RoleGrant', id }, unitId, after, reason });
  return id;
}
