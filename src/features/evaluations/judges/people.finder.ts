import { sql } from '../../../platform/database/sql.js';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Id } from '../../../shared/ids.js';
import { personName } from '../../people/person-name-sql.js';

/** Names for sentences. */
export async function namesOfPeople(query: QueryRows, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  const rows = await query<{ id: Id; name: string }>(
    sql`select p.id, ${personName(sql`p.id`)} as name from person p where p.id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
