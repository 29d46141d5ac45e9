import type { QueryRows } from '../../platform/database/query-rows.js';
import { sql } from '../../platform/database/sql.js';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { RollUp } from './indicator-kinds.js';
import { definitionOn } from './indicator.view.js';

/** What a definition says, besides its days. */
export interface DefinitionContent {
  readonly name: string;
  readonly measure: string;
  readonly definition: string | null;
  readonly decimals: number;
  readonly rollUp: RollUp;
  readonly numeratorId: Id | null;
  readonly denominatorId: Id | null;
  readonly basis: string | null;
}

export interface DefinitionRow extends DefinitionContent {
  readonly id: Id;
  readonly validFrom: LocalDate | null;
}

/** The indicator with its latest definition, locked until the transaction ends. */
export async function lockIndicator(tx: Tx, id: Id): Promise<{ readonly version: number; readonly latest: DefinitionRow } | undefined> {
  const [indicator] = await tx.query<{ version: number }>(`select version from indicator where id = $1 for update`, [id]);
  if (!indicator) return undefined;
  const [latest] = await tx.query<DefinitionRow>(
    `select id, name, measure, definition, decimals, roll_up as "rollUp", numerator_id as "numeratorId", denominator_id as "denominatorId", basis,
            lower(validity) as "validFrom"
       from indicator_definition where indicator_id = $1 order by lower(validity) desc nulls last limit 1`,
    [id],
  );
  return { version: indicator.version, latest: latest! };
}

const isThere = async (tx: Tx, text: string, value: string): Promise<boolean> => (await tx.query(text, [value])).length > 0;

export const isCodeTaken = (tx: Tx, code: string): Promise<boolean> => isThere(tx, `select from indicator where code = $1`, code);

export const isIdentityNamed = (tx: Tx, name: string): Promise<boolean> =>
  isThere(tx, `select from identity where folded = fold($1)`, name);

export const isIdentity = (tx: Tx, id: Id): Promise<boolean> => isThere(tx, `select from identity where id = $1`, id);

/** What rests on an indicator. */
export async function usesOf(tx: Tx, id: Id): Promise<{ readonly figures: number; readonly others: number }> {
  const [row] = await tx.query<{ figures: number; others: number }>(
    `select (select count(*)::int from figure where indicator_id = $1) as figures,
            (select count(*)::int from identity i where i.total_id = $1 or exists (select from identity_part p where p.identity_id = i.id and p.indicator_id = $1))
          + (select count(*)::int from indicator_definition d where $1 in (d.numerator_id, d.denominator_id))
          + (select count(*)::int from figure_target t where t.indicator_id = $1) as others`,
    [id],
  );
  return row!;
}

export async function deleteIndicator(tx: Tx, id: Id): Promise<void> {
  await tx.query(`delete from indicator_definition where indicator_id = $1`, [id]);
  await tx.query(`delete from indicator where id = $1`, [id]);
}

/** The identity, locked until the transaction ends. */
export async function lockIdentity(tx: Tx, id: Id): Promise<{ name: string; note: string | null; version: number } | undefined> {
  const [row] = await tx.query<{ name: string; note: string | null; version: number }>(
    `select name, note, version from identity where id = $1 for update`,
    [id],
  );
  return row;
}

/** @param day the first on which it is no longer in force. */
export const endDefinition = (tx: Tx, id: Id, day: LocalDate): Promise<unknown> =>
  tx.query(`update indicator_definition set validity = daterange(lower(validity), $2::date) where id = $1`, [id, day]);

export const raiseIndicatorVersion = (tx: Tx, id: Id): Promise<unknown> =>
  tx.query(`update indicator set version = version + 1 where id = $1`, [id]);

export interface DefinedIndicator {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
  readonly measure: string;
  readonly decimals: number;
  readonly rollUp: RollUp;
  readonly numeratorId: Id | null;
  readonly denominatorId: Id | null;
}

/** The indicator as it is defined on the day; `undefined` for an unknown id. */
export async function indicatorOn(query: QueryRows, id: Id, day: LocalDate): Promise<DefinedIndicator | undefined> {
  const [row] = await query<DefinedIndicator>(
    sql`select i.id, i.code, d.name, d.measure, d.decimals, d.roll_up as "rollUp", d.numerator_id as "numeratorId", d.denominator_id as "denominatorId"
          from indicator i cross join lateral ${definitionOn(sql`i.id`, sql`$2::date`)} d where i.id = $1`,
    [id, day],
  );
  return row;
}
