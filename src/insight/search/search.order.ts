import { sql, type Sql } from '../../platform/database/sql.js';
import type { RunQuery } from '../../platform/views/view.js';
import type { StatementValues } from '../statement-values.js';
import type { SortPosition } from './search.context.js';

/** A `where` clause for the hits after the position. */
export function afterPosition(row: Sql, after: SortPosition | undefined, values: StatementValues): Sql {
  if (!after) return sql``;
  const { rank, spelled, id } = after;
  return sql`where (${row}.rank, ${row}.spelled collate vi_natural, ${row}.id) > (${values.bind(rank)}::int, ${values.bind(spelled)}, ${values.bind(id)}::uuid)`;
}

/** Merges the hits of all sources into one order. The database does it, because only it has the collation. */
export async function mergeHits<Hit extends SortPosition>(runQuery: RunQuery, lists: readonly (readonly Hit[])[]): Promise<Hit[]> {
  const full = lists.filter(list => list.length > 0);
  if (full.length < 2) return [...(full[0] ?? [])];
  const hits = full.flat();
  const rows = await runQuery(
    `select n::int from unnest($1::int[], $2::text[], $3::uuid[]) with ordinality h (rank, spelled, id, n)
      order by rank, spelled collate vi_natural, id`,
    [hits.map(hit => hit.rank), hits.map(hit => hit.spelled), hits.map(hit => hit.id)],
  );
  return rows.map(([n]) => hits[(n as number) - 1]!);
}
