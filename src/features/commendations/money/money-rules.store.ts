import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import type { SubjectKind } from '../../sectors/subject-kind.js';
import type { CommendationForm, CommendationIssuer, CommendationTrack, RuleMark } from '../forms/forms.js';

/** What a rule of money says. */
export const MoneyRuleKind = { BASE_SALARY: 'BASE_SALARY', COEFFICIENT: 'COEFFICIENT', ROUNDING: 'ROUNDING' } as const;
export type MoneyRuleKind = keyof typeof MoneyRuleKind;

/** For what a coefficient holds; all null for the other rules. */
interface RatedThing {
  readonly track: CommendationTrack | null;
  readonly form: CommendationForm | null;
  readonly issuer: CommendationIssuer | null;
  readonly recipient: SubjectKind | null;
}

/** Which rule: what it says, for what, and its first day. */
export interface MoneyRuleKey extends RatedThing {
  readonly kind: MoneyRuleKind;
  readonly validFrom: LocalDate;
}

export interface GivenMoneyRule extends MoneyRuleKey {
  /** Đồng, or thousandths of the base salary. */
  readonly value: number;
  readonly act: string;
}

export interface MoneyRuleRow extends RatedThing {
  readonly kind: MoneyRuleKind;
  readonly value: number;
  readonly validFrom: LocalDate | null;
  /** The last day. */
  readonly validTo: LocalDate | null;
  readonly act: string;
  readonly mark: RuleMark;
}

/** Where the rules of each kind are. */
export const TABLES = {
  BASE_SALARY: { table: 'base_salary', value: 'amount' },
  COEFFICIENT: { table: 'commendation_rate', value: 'permille' },
  ROUNDING: { table: 'money_rounding', value: 'step' },
} as const;

/**
 * Until the transaction ends no rule changes; two that give money do not wait for each other. What changes a rule waits, and then sees what was given by it
 * (`neighbourOf`). The rules are read by a later statement.
 */
export const holdRules = (tx: Tx): Promise<unknown> =>
  tx.query(
    `lock table ${Object.values(TABLES)
      .map(({ table }) => table)
      .join(', ')} in row exclusive mode`,
  );

/** Rows that are rules for the same thing. */
const sameThing = (kind: MoneyRuleKind): string =>
  kind === 'COEFFICIENT'
    ? `track = $1 and form = $2 and issuer_class is not distinct from $3::text and recipient_kind is not distinct from $4::text`
    : `coalesce($1, $2, $3, $4) is null`;
const thingOf = ({ track, form, issuer, recipient }: RatedThing): unknown[] => [track, form, issuer, recipient];

/** A rule of the same thing that is in force from the day on, or later. */
export interface NeighbouringRule {
  readonly id: Id;
  readonly validFrom: LocalDate | null;
  readonly mark: RuleMark;
  readonly value: number;
  readonly act: string;
  /** Whether it ends because the next rule begins. */
  readonly cutShort: boolean;
  /** Whether it is in force on the day. */
  readonly holds: boolean;
}

/** The rule that is in force on the day, and otherwise the next one. Nobody else writes rules of this kind until the transaction ends. */
export async function neighbourOf(tx: Tx, key: MoneyRuleKey): Promise<NeighbouringRule | undefined> {
  const { table, value } = TABLES[key.kind];
  await tx.query(`lock table ${table} in share row exclusive mode`);
  const [rule] = await tx.query<NeighbouringRule>(
    `select id, lower(validity) as "validFrom", mark, ${value} as value, act, cut_short as "cutShort", validity @> $5::date as holds from ${table}
      where ${sameThing(key.kind)} and (validity @> $5::date or lower(validity) > $5::date) order by validity limit 1`,
    [...thingOf(key), key.validFrom],
  );
  return rule;
}

/** The new rule takes the days from its first one on of the rule that held then; the next rule stays. Its mark is: not verified. */
export async function insertRule(tx: Tx, rule: GivenMoneyRule, before: NeighbouringRule | undefined): Promise<void> {
  const { table, value } = TABLES[rule.kind];
  const [end] = before
    ? await tx.query<{ last: LocalDate | null }>(
        `select ${before.holds ? 'upper(validity)' : 'lower(validity)'} as last from ${table} where id = $1`,
        [before.id],
      )
    : [];
  if (before?.holds)
    await tx.query(`update ${table} set validity = daterange(lower(validity), $2::date), cut_short = true where id = $1`, [
      before.id,
      rule.validFrom,
    ]);
  const cutShort = before !== undefined && (!before.holds || before.cutShort);
  const columns = rule.kind === 'COEFFICIENT' ? ', track, form, issuer_class, recipient_kind' : '';
  const values = rule.kind === 'COEFFICIENT' ? ', $7, $8, $9, $10' : '';
  await tx.query(
    `insert into ${table} (id, ${value}, validity, act, cut_short, mark${columns})
       values ($1, $2, daterange($3::date, $4::date), $5, $6, 'NOT_VERIFIED'${values})`,
    [newId(), rule.value, rule.validFrom, end?.last ?? null, rule.act, cutShort, ...(rule.kind === 'COEFFICIENT' ? thingOf(rule) : [])],
  );
}

export const markRule = (tx: Tx, kind: MoneyRuleKind, id: Id, mark: RuleMark): Promise<unknown> =>
  tx.query(`update ${TABLES[kind].table} set mark = $2 where id = $1`, [id, mark]);

/** It is not verified any more. */
export const correctRule = (tx: Tx, kind: MoneyRuleKind, id: Id, { value, act }: Pick<GivenMoneyRule, 'value' | 'act'>): Promise<unknown> =>
  tx.query(`update ${TABLES[kind].table} set ${TABLES[kind].value} = $2, act = $3, mark = 'NOT_VERIFIED' where id = $1`, [id, value, act]);

/** The rule goes. The one that it cut short goes on as long as it did. */
export async function deleteRule(tx: Tx, key: MoneyRuleKey, id: Id): Promise<void> {
  const { table } = TABLES[key.kind];
  const [removed] = await tx.query<{ last: LocalDate | null; cutShort: boolean }>(
    `with gone as (delete from ${table} where id = $1 returning upper(validity) as last, cut_short as "cutShort") select * from gone`,
    [id],
  );
  await tx.query(
    `update ${table} set validity = daterange(lower(validity), $6::date), cut_short = $7
      where ${sameThing(key.kind)} and upper(validity) = $5::date and cut_short`,
    [...thingOf(key), key.validFrom, removed!.last, removed!.cutShort],
  );
}

/** All rules of money, the newest of each first. */
export const moneyRules = (query: QueryRows): Promise<MoneyRuleRow[]> =>
  query<MoneyRuleRow>(
    `select kind, value, track, form, issuer, recipient, lower(validity) as "validFrom", upper(validity) - 1 as "validTo", act, mark from (
       select 'BASE_SALARY' as kind, amount as value, null as track, null as form, null as issuer, null as recipient, validity, act, mark from base_salary
       union all select 'ROUNDING', step, null, null, null, null, validity, act, mark from money_rounding
       union all select 'COEFFICIENT', permille, track, form, issuer_class, recipient_kind, validity, act, mark from commendation_rate) r
      order by kind, track, form, issuer, recipient, validity desc`,
  );
