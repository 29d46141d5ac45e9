import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import { CommendationEntity } from './commendation.entity.js';

/** A commendation as it is written: without what the database computes. */
export type CommendationRow = Omit<CommendationEntity, 'recipientKey' | 'achievementKey' | 'placeId' | 'decidedBy' | 'listedOn'>;

/** The state of what is in force: not revoked, and nothing to recover. */
export const NOT_REVOKED = {
  revokedOn: null,
  revokedGround: null,
  revokedReason: null,
  revokedById: null,
  fellWithDecision: false,
  certificateDue: false,
  certificateRecoveredOn: null,
  moneyDue: false,
  moneyRecoveredOn: null,
} as const satisfies Partial<CommendationRow>;

/** What is not said, and the state of what is new. */
export const NEW_ROW = {
  level: null,
  decisionId: null,
  issuerId: null,
  issuerClass: null,
  source: null,
  presentedOn: null,
  onDay: null,
  modelId: null,
  evaluationId: null,
  unitId: null,
  personId: null,
  name: null,
  post: null,
  unitName: null,
  statedCount: null,
  partOfId: null,
  reason: null,
  period: null,
  receivedOn: null,
  lawAct: null,
  lawReason: null,
  lawVerified: null,
  chosenBy: null,
  chosenReason: null,
  amount: null,
  money: null,
  certificateCode: null,
  ...NOT_REVOKED,
  version: 1,
} as const satisfies Partial<CommendationRow>;

/**
 * Writes a commendation unless one of the same form for the same achievement of the same recipient is in force. The exclusion constraint decides, so
 * that two who grant at the same moment give one: the second waits for the first. @returns whether it was written
 */
export async function insertCommendation(tx: Tx, row: CommendationRow): Promise<boolean> {
  const { raw } = (await tx.manager
    .createQueryBuilder()
    .insert()
    .into(CommendationEntity)
    .values(row as never)
    .orIgnore()
    .returning('id')
    .execute()) as { raw: unknown[] };
  return raw.length > 0;
}

/** An earlier reward, for the sentence that names it. */
export interface EarlierReward {
  readonly id: Id;
  readonly recipient: string;
  readonly decisionId: Id | null;
  readonly source: string | null;
}

/** The standing commendation because of which this one is not written; the keys are those of the table. */
export async function earlierReward(
  tx: Tx,
  { form, personId, unitId, recipientKind, name, modelId, reason, period }: CommendationRow,
): Promise<EarlierReward | undefined> {
  const [earlier] = await tx.query<EarlierReward>(
    `select id, coalesce(name, unit_name, '…') as recipient, decision_id as "decisionId", source from commendation
      where revoked_on is null and form = $1
        and recipient_key = case when $2::uuid is not null then 'p' || $2::uuid::text
          when $3::text is not null then 'n' || md5(coalesce($4::uuid::text, '') || coalesce($5, '') || public.fold($3)) else 'u' || $4::uuid::text end
        and achievement_key = coalesce('m' || $6::uuid::text, 't' || md5(public.fold($7)))
        and coalesce(period, daterange(null, null)) && coalesce($8::daterange, daterange(null, null))
      order by id limit 1`,
    [form, personId, name, unitId, recipientKind, modelId, reason, period],
  );
  return earlier;
}

/** The whole row, locked against other writers until the transaction ends. */
export const lockCommendation = (tx: Tx, id: Id): Promise<CommendationEntity | null> =>
  tx.manager.findOne(CommendationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });

/** The decision that grants it; `null`: none, or an unknown id. */
export const decisionOf = async (tx: Tx, id: Id): Promise<Id | null> =>
  (await tx.query<{ decisionId: Id | null }>(`select decision_id as "decisionId" from commendation where id = $1`, [id]))[0]?.decisionId ??
  null;

/** The list of which it is a name, or that it is itself; `null`: none. */
export const listOf = async (tx: Tx, id: Id): Promise<Id | null> =>
  (
    await tx.query<{ listId: Id | null }>(
      `select case when stated_count is null then part_of_id else id end as "listId" from commendation where id = $1`,
      [id],
    )
  )[0]?.listId ?? null;

/** Changes some columns and raises the version. */
export async function changeCommendation(
  tx: Tx,
  { id, version }: Pick<CommendationEntity, 'id' | 'version'>,
  changes: Partial<CommendationRow>,
): Promise<void> {
  await tx.manager.update(CommendationEntity, { id }, { ...changes, version: version + 1 } as never);
}

/** What the decision grants. */
export const rewardsOfDecision = (tx: Tx, decisionId: Id): Promise<CommendationEntity[]> =>
  tx.manager.find(CommendationEntity, { where: { decisionId }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });

/** The names of a list that was completed. */
export const partsOf = (tx: Tx, id: Id): Promise<CommendationEntity[]> =>
  tx.manager.find(CommendationEntity, { where: { partOfId: id }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });

export async function deleteCommendation(tx: Tx, id: Id): Promise<void> {
  await tx.manager.delete(CommendationEntity, { id });
}

/** What decides how a commendation may be removed; none of it ever changes. */
export const removalOf = async (
  query: QueryRows,
  id: Id,
): Promise<{ readonly partOfId: Id | null; readonly fromPaper: boolean; readonly placeId: Id | null } | undefined> =>
  (
    await query<{ partOfId: Id | null; fromPaper: boolean; placeId: Id | null }>(
      `select part_of_id as "partOfId", from_paper as "fromPaper", place_id as "placeId" from commendation where id = $1`,
      [id],
    )
  )[0];
