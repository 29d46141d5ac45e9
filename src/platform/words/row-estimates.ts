import type { Ask, Sql } from '../views/view.js';

/** How much of a table is looked at: enough to tell words of a hundred rows from those of a thousand, little enough to cost nothing. */
const PAGES = 64;
const PAGE_SIZE = 8_192;

/**
 * In how many rows of the table each condition holds, and how many rows there are (last), estimated from some pages spread over all of it.
 * @param conditions over a row named `m`, with the values.
 */
export async function estimateRows(ask: Ask, table: string, conditions: readonly Sql[], values: readonly unknown[]): Promise<number[]> {
  const pages = `(select pg_relation_size('${table}') / ${PAGE_SIZE})`;
  const counts = [...conditions, 'true'].map(condition => `count(*) filter (where ${condition})::int`);
  const [row] = await ask(
    `select ${pages}::int, ${counts.join(', ')} from ${table} m tablesample system ((select least(100, 100.0 * ${PAGES} / greatest(1, ${pages}))))`,
    values,
  );
  const [size, ...found] = row as number[];
  const times = Math.max(1, size! / PAGES);
  return found.map(count => count * times);
}
