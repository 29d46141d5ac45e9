import type { Ask, Sql } from '../../platform/views/view.js';
import type { PlaceInOrder, Values } from './search.context.js';

/** Only what stands behind the place: by rank, by name, by id. */
export function behindSql(t: Sql, behind: PlaceInOrder | undefined, values: Values): Sql {
  if (!behind) return '';
  const { rank, spelled, id } = behind;
  return `where (${t}.rank, ${t}.spelled collate vi_natural, ${t}.id) > (${values.bind(rank)}::int, ${values.bind(spelled)}, ${values.bind(id)}::uuid)`;
}

/** The hits of all sources in one order. Only the database knows the collation. */
export async function inOrder<Hit extends PlaceInOrder>(ask: Ask, lists: readonly (readonly Hit[])[]): Promise<Hit[]> {
  const full = lists.filter(list => list.length > 0);
  if (full.length < 2) return [...(full[0] ?? [])];
  const hits = full.flat();
  const rows = await ask(
    `select n::int from unnest($1::int[], $2::text[], $3::uuid[]) with ordinality h (rank, spelled, id, n)
      order by rank, spelled collate vi_natural, id`,
    [hits.map(hit => hit.rank), hits.map(hit => hit.spelled), hits.map(hit => hit.id)],
  );
  return rows.map(([n]) => hits[(n as number) - 1]!);
}
