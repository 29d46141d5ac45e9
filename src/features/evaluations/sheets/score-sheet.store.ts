import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import { newId, type Id } from '../../../shared/ids.js';
import type { SheetState } from '../evaluation.kinds.js';
import { ScoreSheetEntity, ScoreSheetRevisionEntity, type SheetContent } from './score-sheet.entity.js';

export interface StoredSheet extends SheetContent {
  readonly id: Id;
  readonly state: SheetState;
  readonly version: number;
}

/** The sheet of a scorer, or the self-assessment where there is none. The caller has locked the entry. */
export async function sheetOf(tx: Tx, evaluationId: Id, scorerId: Id | null): Promise<StoredSheet | undefined> {
  const [sheet] = await tx.query<StoredSheet>(
    `select id, state, points, marks, levels, words, remark, version from score_sheet
      where evaluation_id = $1 and scorer_id is not distinct from $2 for update`,
    [evaluationId, scorerId],
  );
  return sheet;
}

export interface SheetPlace {
  readonly evaluationId: Id;
  readonly hostId: Id;
  readonly scorerId: Id | null;
}

export interface SheetMade {
  readonly state: SheetState;
  readonly content: SheetContent;
  readonly total: string | null;
  readonly paper: string | null;
}

/** Writes the sheet and its revision. @returns its id */
export async function keepSheet(tx: Tx, before: StoredSheet | undefined, place: SheetPlace, made: SheetMade): Promise<Id> {
  const { state, content, total, paper } = made;
  const row = { ...content, state, total, paper, enteredBy: tx.actor.name, submittedOn: state === 'SUBMITTED' ? tx.today : null };
  const id = before?.id ?? newId();
  const version = (before?.version ?? 0) + 1;
  if (before) await tx.manager.update(ScoreSheetEntity, { id }, { ...row, version });
  else await tx.manager.insert(ScoreSheetEntity, { id, ...place, ...row, version });
  await tx.manager.insert(ScoreSheetRevisionEntity, { sheetId: id, number: version, state, content, at: tx.now, actorName: tx.actor.name });
  return id;
}

export const setSelfTotal = (tx: Tx, evaluationId: Id, total: string | null): Promise<unknown> =>
  tx.query(`update evaluation set self_total = $2 where id = $1`, [evaluationId, total]);

export async function revisionOf(tx: Tx, sheetId: Id, number: number): Promise<SheetContent | undefined> {
  const [row] = await tx.query<{ content: SheetContent }>(`select content from score_sheet_revision where sheet_id = $1 and number = $2`, [
    sheetId,
    number,
  ]);
  return row?.content;
}

export async function placeOfSheet(query: QueryRows, id: Id): Promise<SheetPlace | undefined> {
  const [row] = await query<SheetPlace>(
    `select evaluation_id as "evaluationId", host_id as "hostId", scorer_id as "scorerId" from score_sheet where id = $1`,
    [id],
  );
  return row;
}
