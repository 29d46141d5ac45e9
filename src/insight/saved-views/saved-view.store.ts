import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import type { SavedViewEntity } from './saved-view.entity.js';

export type SavedViewRow = Pick<SavedViewEntity, 'ownerId' | 'unitId' | 'name' | 'lists' | 'arguments' | 'version'> & {
  readonly owner: string;
  readonly ownerIsBlocked: boolean;
};

/** The saved view with the name of its owner, locked until the transaction ends. */
export async function lockSavedView(tx: Tx, id: Id): Promise<SavedViewRow | undefined> {
  const [row] = await tx.query<SavedViewRow>(
    `select s.owner_id as "ownerId", s.unit_id as "unitId", s.name, s.lists, s.arguments, s.version, a.display_name as owner, a.blocked_at is not null as "ownerIsBlocked"
       from saved_view s join account a on a.id = s.owner_id where s.id = $1 for update of s`,
    [id],
  );
  return row;
}

/** The account is locked, so that two views saved at once are counted one after the other. */
export async function countSavedViews(tx: Tx, ownerId: Id): Promise<number> {
  await tx.query(`select from account where id = $1 for update`, [ownerId]);
  const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from saved_view where owner_id = $1`, [ownerId]);
  return row!.n;
}

/** Whether the account has another view of this name. */
export async function hasViewNamed(tx: Tx, ownerId: Id, name: string, exceptId: Id | null): Promise<boolean> {
  const found = await tx.query(`select from saved_view where owner_id = $1 and name = $2 and id is distinct from $3`, [
    ownerId,
    name,
    exceptId,
  ]);
  return found.length > 0;
}

export async function saveContent(tx: Tx, id: Id, { name, arguments: given }: Pick<SavedViewRow, 'name' | 'arguments'>): Promise<void> {
  await tx.write(`update saved_view set name = $2, arguments = $3, changed_at = $4, version = version + 1 where id = $1`, [
    id,
    name,
    JSON.stringify(given),
    tx.now,
  ]);
}

export async function saveUnit(tx: Tx, id: Id, unitId: Id | null): Promise<void> {
  await tx.write(`update saved_view set unit_id = $2, changed_at = $3, version = version + 1 where id = $1`, [id, unitId, tx.now]);
}

export async function countSharedWith(query: QueryRows, unitIds: readonly Id[]): Promise<number> {
  const [row] = await query<{ n: number }>(`select count(*)::int as n from saved_view where unit_id = any($1::uuid[])`, [unitIds]);
  return row!.n;
}

/** The names of the views that a person has saved or changed last: an account can have been that of somebody else before, or since. */
export async function viewsOfPerson(query: QueryRows, personId: Id): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `select s.name from saved_view s join account_person l on l.account_id = s.owner_id and l.validity @> (s.changed_at at time zone 'Asia/Ho_Chi_Minh')::date
      where l.person_id = $1 order by s.name, s.id`,
    [personId],
  );
  return rows.map(({ name }) => name);
}
