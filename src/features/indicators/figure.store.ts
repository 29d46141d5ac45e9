import { sql } from '../../platform/database/sql.js';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { Marks } from './figure-reading.js';
import type { FigureState } from './figure.lifecycle.js';
import { identityResults } from './identity-sql.js';
import type { FigureCoverage, TargetDirection } from './indicator-kinds.js';

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

/** What people set and correct of a target. */
export interface TargetContent {
  readonly value: string;
  readonly direction: TargetDirection;
  readonly basis: string;
}

export interface TargetRow extends TargetContent {
  readonly indicatorId: Id;
  readonly unitId: Id;
  readonly lastDay: LocalDate;
  readonly version: number;
}

export async function lockTarget(tx: Tx, id: Id): Promise<TargetRow | undefined> {
  const [row] = await tx.query<TargetRow>(
    `select indicator_id as "indicatorId", unit_id as "unitId", upper(period) - 1 as "lastDay", value::text as value, direction, basis, version
       from figure_target where id = $1 for update`,
    [id],
  );
  return row;
}

/** The value of the target of exactly this indicator, unit, coverage and period. */
export async function targetLike(
  tx: Tx,
  { indicatorId, unitId, covers, starts, ends }: Pick<FigureRow, 'indicatorId' | 'unitId' | 'covers' | 'starts' | 'ends'>,
): Promise<string | undefined> {
  const [row] = await tx.query<{ value: string }>(
    `select value::text as value from figure_target
      where indicator_id = $1 and unit_id = $2 and covers = $3 and starts is not distinct from $4 and ends = $5`,
    [indicatorId, unitId, covers, starts, ends],
  );
  return row?.value;
}

export interface RemarkRow {
  readonly unitId: Id;
  readonly author: string;
  readonly authorId: Id | null;
  readonly followUp: boolean;
  readonly settledOn: LocalDate | null;
  readonly version: number;
}

export async function lockRemark(tx: Tx, id: Id): Promise<RemarkRow | undefined> {
  const [row] = await tx.query<RemarkRow>(
    `select unit_id as "unitId", follow_up as "followUp", settled_on as "settledOn", author, author_id as "authorId", version from figure_remark where id = $1 for update`,
    [id],
  );
  return row;
}
