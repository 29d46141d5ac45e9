import { sql } from '../../../platform/database/sql.js';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { personName } from '../../people/person-name-sql.js';
import { AccountErrors } from '../accounts.errors.js';

export interface AccountPersonRow {
  readonly accountId: Id;
  readonly personId: Id;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Other links on a day of these: of the same account, and of the same person. @param self the link itself, where it exists. */
export async function linksDuring(
  tx: Tx,
  { accountId, personId, validity }: { readonly accountId: Id; readonly personId: Id; readonly validity: string },
  self: Id | null,
): Promise<readonly { readonly ofAccount: boolean; readonly person: string; readonly account: string; readonly period: string }[]> {
  return tx.query(
    sql`select l.account_id = $1 as "ofAccount", ${personName(sql`l.person_id`)} as person, a.name as account, l.validity::text as period
       from account_person l join account a on a.id = l.account_id
      where (l.account_id = $1 or l.person_id = $2) and l.validity && $3::daterange and l.id is distinct from $4 order by l.validity`,
    [accountId, personId, validity, self],
  );
}

/** The link, locked until the transaction ends. @throws ACCOUNT_LINK_NOT_FOUND */
export async function lockLink(tx: Tx, id: Id): Promise<AccountPersonRow> {
  const [link] = await tx.query<AccountPersonRow>(
    `select account_id as "accountId", person_id as "personId", lower(validity) as "validFrom", upper(validity) - 1 as "validTo"
       from account_person where id = $1 for update`,
    [id],
  );
  if (!link) throw AccountErrors.ACCOUNT_LINK_NOT_FOUND({ id });
  return link;
}

export const personOfAccount = async (query: QueryRows, accountId: Id, day: LocalDate): Promise<Id | null> =>
  (
    await query<{ id: Id }>(`select person_id as id from account_person where account_id = $1 and validity @> $2::date`, [accountId, day])
  )[0]?.id ?? null;

/** Sign-in names of the accounts of a person, with the days. */
export const accountsOfPerson = (query: QueryRows, personId: Id): Promise<readonly { readonly name: string; readonly period: string }[]> =>
  query(
    `select a.name, l.validity::text as period from account_person l join account a on a.id = l.account_id
      where l.person_id = $1 order by l.validity`,
    [personId],
  );
