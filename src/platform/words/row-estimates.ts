import type { Sql } from '../database/sql.js';
import type { RunQuery } from '../views/view.js';

/** Pages of a table that are sampled: enough to distinguish a hundred matching rows from a thousand, and cheap. */
const PAGES = 64;
const PAGE_SIZE = 8_192;
/** The most rows that fit on a page of a table with titles, their words and their lexemes. */
const ROWS_ON_PAGE = 20;

/**
 * Estimates for each condition how many rows of the table match, and, as the last number, how many rows there are. Reads `PAGES` evenly spaced pages.
 * The pages are listed by `ctid`, because `tablesample` draws a random number for every page of the table.
 *
 * test/insight/titles-by-what-people-type shows that the estimate decides how titles are found, never which.
 * @param conditions over a row named `m`, with the parameters `values`.
 */
export async function estimateRows(
  runQuery: RunQuery,
  table: string,
  conditions: readonly Sql[],
  values: readonly unknown[],
): Promise<number[]> {
  const pages = `(select pg_relation_size('${table}') / ${PAGE_SIZE})`;
  const counts = [...conditions, 'true'].map(condition => `count(*) filter (where ${condition})::int`);
  const [row] = await runQuery(
    `select ${pages}::int, ${counts.join(', ')} from ${table} m
      where m.ctid = any (array(
        select format('(%s,%s)', page, line)::tid
          from generate_series(0, ${pages} - 1, greatest(1, ${pages} / ${PAGES})) page cross join generate_series(1, ${ROWS_ON_PAGE}) line))`,
    values,
  );
  const [size, ...matches] = row as number[];
  const factor = Math.max(1, size! / PAGES);
  return matches.map(count => count * factor);
}
