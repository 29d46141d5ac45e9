import type { QueryRows } from '../../platform/database/query-rows.js';
import { sql } from '../../platform/database/sql.js';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { Marks } from './figure-reading.js';
import type { FigureState } from './figure.lifecycle.js';
import { identityResults } from './identity-sql.js';
import type { FigureCoverage, RollUp } from './indicator-kinds.js';
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
          + (select count(*)::int from indicator_definition d where $1 in (d.numerator_id, d.denominator_id)) as others`,
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

export interface FigureRow {
  readonly id: Id;
  readonly indicatorId: Id;
  readonly unitId: Id;
  readonly covers: FigureCoverage;
  readonly starts: string | null;
  readonly ends: string;
  readonly lastDay: LocalDate;
  readonly raw: string;
  readonly reading: string;
  readonly source: string;
  readonly page: string | null;
  readonly note: string | null;
  readonly state: FigureState;
  readonly returnReason: string | null;
  readonly reportedBy: Id | null;
  readonly version: number;
}

/** The figure, locked until the transaction ends. */
export async function lockFigure(tx: Tx, id: Id): Promise<FigureRow | undefined> {
  const [row] = await tx.query<FigureRow>(
    `select f.id, f.indicator_id as "indicatorId", f.unit_id as "unitId", f.covers, f.starts, f.ends, upper(f.period) - 1 as "lastDay", f.raw,
            f.reading::text as reading, s.title as source, f.page, f.note, f.state, f.return_reason as "returnReason", f.reported_by as "reportedBy", f.version
       from figure f join figure_source s on s.id = f.source_id where f.id = $1 for update of f`,
    [id],
  );
  return row;
}

/** The same figure as another: one of an indicator, unit, coverage and period. */
export async function figureLike(
  tx: Tx,
  { indicatorId, unitId, covers, starts, ends }: Pick<FigureRow, 'indicatorId' | 'unitId' | 'covers' | 'starts' | 'ends'>,
): Promise<boolean> {
  const found = await tx.query(
    `select from figure where indicator_id = $1 and unit_id = $2 and covers = $3 and starts is not distinct from $4 and ends = $5`,
    [indicatorId, unitId, covers, starts, ends],
  );
  return found.length > 0;
}

/** A source of the unit by its title, made if it is new, and locked: figures that are entered at once see each other’s marks. */
export async function lockSource(tx: Tx, newId: Id, unitId: Id, title: string): Promise<{ readonly id: Id; readonly marks: Marks }> {
  await tx.query(
    `insert into figure_source (id, unit_id, title, thousands_marks, decimal_marks) values ($1, $2, $3, '', '') on conflict do nothing`,
    [newId, unitId, title],
  );
  const [row] = await tx.query<{ id: Id; thousands: string; decimal: string }>(
    `select id, thousands_marks as thousands, decimal_marks as decimal from figure_source where unit_id = $1 and folded = fold($2) for update`,
    [unitId, title],
  );
  return { id: row!.id, marks: { thousands: row!.thousands, decimal: row!.decimal } };
}

export const rememberMarks = (tx: Tx, sourceId: Id, { thousands, decimal }: Marks): Promise<unknown> =>
  tx.query(`update figure_source set thousands_marks = $2, decimal_marks = $3 where id = $1`, [sourceId, thousands, decimal]);

/** What an identity leaves open at its total; `undefined` where the figure is not its total, or a part was not reported. */
export async function openResidual(tx: Tx, identityId: Id, figureId: Id): Promise<string | undefined> {
  const [row] = await tx.query<{ residual: string | null }>(
    sql`select r.residual::text as residual from ${identityResults(sql`r`, stated => sql`${stated}.id = $2::uuid and i.id = $1::uuid`)} where r.closes = false`,
    [identityId, figureId],
  );
  return row?.residual ?? undefined;
}

export async function saveExplanation(tx: Tx, given: { identityId: Id; figureId: Id; residual: string; text: string }): Promise<void> {
  await tx.query(
    `insert into residual_explanation (identity_id, figure_id, residual, text, explained_on) values ($1, $2, $3, $4, $5)
     on conflict (identity_id, figure_id) do update set residual = excluded.residual, text = excluded.text, explained_on = excluded.explained_on`,
    [given.identityId, given.figureId, given.residual, given.text, tx.today],
  );
}
