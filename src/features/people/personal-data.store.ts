import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { PROTECTED_FIELDS, columnOf, type ProtectedValues } from './protected-fields.js';

const COLUMNS = PROTECTED_FIELDS.map(field => `${columnOf(field)} as "${field}"`).join(', ');

export async function valuesOf(tx: Tx, id: Id): Promise<ProtectedValues> {
  const [row] = await tx.query<ProtectedValues>(`select ${COLUMNS} from personal_data where person_id = $1`, [id]);
  return row ?? (Object.fromEntries(PROTECTED_FIELDS.map(field => [field, null])) as ProtectedValues);
}

/** A row exists while at least one value is kept. Every change restarts its retention time, because it shows that the data are still needed. */
export async function writeValues(tx: Tx, id: Id, values: ProtectedValues): Promise<void> {
  await tx.query(`delete from personal_data where person_id = $1`, [id]);
  if (PROTECTED_FIELDS.every(field => values[field] === null)) return;
  const columns = PROTECTED_FIELDS.map(columnOf);
  await tx.query(
    `insert into personal_data (person_id, recorded_on, ${columns.join(', ')}) values ($1, $2, ${columns.map((_, i) => `$${i + 3}`).join(', ')})`,
    [id, tx.today, ...PROTECTED_FIELDS.map(field => values[field])],
  );
}

/** @returns false where there was nothing to delete. */
export const deleteValues = async (tx: Tx, id: Id): Promise<boolean> =>
  (await tx.query(`with gone as (delete from personal_data where person_id = $1 returning 1) select from gone`, [id])).length > 0;

interface Retention {
  readonly on: LocalDate;
  /** `null`: no retention time is set. */
  readonly until: LocalDate | null;
}

/** When the data were recorded, and when their retention time ends. */
export async function retentionOf(tx: Tx, id: Id, months: number | null): Promise<Retention | undefined> {
  const [kept] = await tx.query<Retention>(
    `select recorded_on as "on", (recorded_on + make_interval(months => $2))::date as until from personal_data where person_id = $1`,
    [id, months],
  );
  return kept;
}

/** The people whose data have reached their retention time; all with data if `months` is not set. */
export async function expiredOn(query: QueryRows, day: LocalDate, months: number | null): Promise<Id[]> {
  const rows = await query<{ id: Id }>(
    `select person_id as id from personal_data where $1::int is null or recorded_on + make_interval(months => $1) <= $2::date`,
    [months, day],
  );
  return rows.map(({ id }) => id);
}
