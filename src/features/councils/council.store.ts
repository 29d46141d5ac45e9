import { sql } from '../../platform/database/sql.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { personName } from '../people/person-name-sql.js';
import type { CouncilKind, CouncilRole, SessionKind } from './council-kinds.js';
import { CouncilErrors } from './council.errors.js';
import { ruleJson } from './council-session-sql.js';
import type { SessionRule } from './quorum.js';

/** Days from the first to the last, both included. `null`: it continues. */
export interface Days {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** The days as a literal of PostgreSQL’s `daterange`. */
export const rangeOf = ({ validFrom, validTo }: Days): string => `[${validFrom},${validTo ?? ''}]`;

export const includes = ({ validFrom, validTo }: Days, day: LocalDate): boolean => validFrom <= day && (validTo === null || day <= validTo);

export const isWithin = (inner: Days, outer: Days): boolean =>
  outer.validFrom <= inner.validFrom && (outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo));

export const overlap = (a: Days, b: Days): boolean =>
  (a.validTo === null || b.validFrom <= a.validTo) && (b.validTo === null || a.validFrom <= b.validTo);

/** What people enter of a council. */
export interface CouncilContent extends Days {
  readonly name: string;
  readonly kind: CouncilKind;
  readonly actNumber: string | null;
  readonly actDate: LocalDate | null;
  readonly actIssuer: string | null;
  readonly note: string | null;
}

export interface CouncilRow extends CouncilContent {
  readonly id: Id;
  readonly unitId: Id;
  readonly version: number;
}

const DAYS = `lower(validity) as "validFrom", upper(validity) - 1 as "validTo"`;

/** The council, locked until the transaction ends. @throws COUNCIL_NOT_FOUND */
export async function lockCouncil(tx: Tx, id: Id): Promise<CouncilRow> {
  const [row] = await tx.query<CouncilRow>(
    `select id, unit_id as "unitId", name, kind, act_number as "actNumber", act_date as "actDate", act_issuer as "actIssuer", ${DAYS}, note, version
       from council where id = $1 for update`,
    [id],
  );
  if (!row) throw CouncilErrors.COUNCIL_NOT_FOUND({ id });
  return row;
}

/** A council of the unit, other than `self`, with this name on one of the days. */
export async function councilNamed(
  tx: Tx,
  { unitId, name, days, self }: { readonly unitId: Id; readonly name: string; readonly days: Days; readonly self: Id | null },
): Promise<{ readonly name: string; readonly period: string } | undefined> {
  const [found] = await tx.query<{ name: string; period: string }>(
    `select name, validity::text as period from council
      where unit_id = $1 and folded = fold($2) and validity && $3::daterange and id is distinct from $4 limit 1`,
    [unitId, name, rangeOf(days), self],
  );
  return found;
}

export interface MemberRow extends Days {
  readonly id: Id;
  readonly councilId: Id;
  readonly personId: Id;
  readonly person: string;
  readonly role: CouncilRole;
  readonly basis: string | null;
  readonly version: number;
}

/** The terms of a council, in order of time. */
export const membersOf = (query: QueryRows, councilId: Id): Promise<readonly MemberRow[]> =>
  query(
    sql`select m.id, m.council_id as "councilId", m.person_id as "personId", ${personName(sql`m.person_id`)} as person, m.role,
               lower(m.validity) as "validFrom", upper(m.validity) - 1 as "validTo", m.basis, m.version
          from council_member m where m.council_id = $1 order by m.validity, m.id`,
    [councilId],
  );

/** For sentences; the person exists. */
export async function nameOfPerson(tx: Tx, personId: Id): Promise<string> {
  const [person] = await tx.query<{ name: string }>(sql`select ${personName(sql`$1::uuid`)} as name`, [personId]);
  return person!.name;
}

/** The council of a member, a rule or a session. */
export async function councilOf(tx: Tx, table: 'council_member' | 'council_rule' | 'council_session', id: Id): Promise<Id | undefined> {
  const [row] = await tx.query<{ id: Id }>(`select council_id as id from ${table} where id = $1`, [id]);
  return row?.id;
}

/** The days of sessions in which a member took part, chaired or kept the minutes: the first and the last. */
export async function sessionDaysOf(tx: Tx, memberId: Id): Promise<{ readonly first: LocalDate | null; readonly last: LocalDate | null }> {
  const [days] = await tx.query<{ first: LocalDate | null; last: LocalDate | null }>(
    `select min(s.held_on) as first, max(s.held_on) as last from council_session s join council_attendance a on a.session_id = s.id
      where a.member_id = $1`,
    [memberId],
  );
  return days!;
}

/** The days of a council’s sessions: the first and the last. */
export async function sessionDaysIn(
  tx: Tx,
  by: 'council_id' | 'rule_id',
  id: Id,
): Promise<{ readonly first: LocalDate | null; readonly last: LocalDate | null }> {
  const [days] = await tx.query<{ first: LocalDate | null; last: LocalDate | null }>(
    `select min(held_on) as first, max(held_on) as last from council_session where ${by} = $1`,
    [id],
  );
  return days!;
}

export interface RuleRow extends Days {
  readonly id: Id;
  readonly sessionKind: SessionKind;
  readonly version: number;
  readonly basis: string;
  readonly rule: SessionRule;
}

/** The rules of a council, in order of time. */
export const rulesOf = (query: QueryRows, councilId: Id): Promise<readonly RuleRow[]> =>
  query(
    sql`select r.id, r.session_kind as "sessionKind", lower(r.validity) as "validFrom", upper(r.validity) - 1 as "validTo", r.version, r.basis,
               ${ruleJson(sql`r`)} as rule from council_rule r where r.council_id = $1 order by r.validity, r.id`,
    [councilId],
  );

export const councilUnit = async (query: QueryRows, id: Id): Promise<Id | undefined> =>
  (await query<{ unitId: Id }>(`select unit_id as "unitId" from council where id = $1`, [id]))[0]?.unitId;

/** The terms of a person in any council. */
export const termsOfPerson = (
  query: QueryRows,
  personId: Id,
): Promise<readonly { readonly council: string; readonly role: CouncilRole; readonly days: string }[]> =>
  query(
    `select c.name as council, m.role, m.validity::text as days from council_member m join council c on c.id = m.council_id
      where m.person_id = $1 order by m.validity`,
    [personId],
  );
