import { and, or, sql, unionAll, where, type Sql } from '../database/sql.js';

/** The rows that a page or a count is made of. */
export interface RowSearch {
  readonly row: Sql;
  /** The rows of the list, as a table expression named `row`. */
  readonly rows: Sql;
  /** Conditions of every such list, such as not in the trash, or after the cursor. A partial index may hold them. */
  readonly standing: readonly Sql[];
  readonly filtered: readonly Sql[];
}

export interface PageSearch extends RowSearch {
  readonly by: Sql;
  readonly direction: Sql;
  /** Whether an index has this order, so that the first rows of the list can be read alone. */
  readonly indexed: boolean;
  readonly limit: number;
}

/** The keys of a filter, and the paths by which a row belongs to one of them (see `OwnershipPaths`). */
export interface FilterKeys {
  /** A table expression with the column `id`. */
  readonly table: Sql;
  readonly paths: (comparison: Sql, driving?: boolean) => readonly Sql[];
}

/** The words of a filter. */
export interface FilterText {
  readonly matches: Sql;
  /** The rows that match, as a table expression named `row`, where nothing else is asked of them: found by the index, whatever PostgreSQL expects. */
  readonly rows: Sql | undefined;
}

/** With more keys than these, a page is first searched in the list as a whole: with fewer keys, their rows are rarer there. */
const MANY_KEYS = 50;
/** How many rows of the list: an index is read so far in one or two milliseconds. */
const SCAN = 6_000;
/** Words are common where at least `least` of the first `rows` rows match: then `SCAN` rows fill a page. */
const PROBE = { rows: 150, least: 2 } as const;

/** `desc nulls last` where the value can be null: nulls come last in either direction. */
export const directionOf = (descending = false, nullable = false): Sql =>
  descending ? (nullable ? sql`desc nulls last` : sql`desc`) : sql`asc`;

export const orderOf = ({ row, by, direction }: PageSearch): Sql =>
  sql`${by} ${direction}, ${row}.id ${direction === 'asc' ? sql`asc` : sql`desc`}`;

/** The rows of the page, as a table named `row`. Of several alternatives (`parts`), each is read in the list's order up to a page. */
export function foundInParts(search: PageSearch, parts: readonly Sql[]): Sql {
  if (parts.length <= 1) return sql`(${read(search, sql`${search.row}.*`, parts)}) ${search.row}`;
  return firstRows(search, sql`(${unionAll(parts.map(part => sql`(${read(search, places(search), [part])})`))})`);
}

/** The same by the keys of a filter: in the first rows of the whole list and, where those do not fill the page, key by key. */
export function foundByKeys(search: PageSearch, { table, paths }: FilterKeys): Sql {
  const { limit } = search;
  const scanned = firstOfList(search, sql`${SCAN}`, or(paths(sql`in (select id from key)`)));
  const byKey = paths(sql`= key.id`, true).map(
    path => sql`select k.* from key cross join lateral (${read(search, places(search), [path])}) k`,
  );
  const rest = byKey.map(part => sql`select p.* from (${part}) p where (select count(*) < ${limit} from scanned)`);
  return firstRows(
    search,
    sql`(with key (id) as materialized (select id from ${table} keys),
        scanned as materialized (select s.* from (${scanned}) s where (select count(*) > ${MANY_KEYS} from key))
      ${unionAll([sql`select * from scanned`, ...rest])})`,
  );
}

/**
 * The same by words: in the first rows of the whole list where they are common there and, where those do not fill the page, by the index.
 *
 * What the first rows gain is measured by `search, rare` and `search, common` of `npm run bench`: without them one of the two pays for the other's way.
 * They decide how rows are found, never which: test/insight/models-by-words.
 */
export function foundByText(search: PageSearch, { matches, rows }: FilterText): Sql {
  const byIndex = rows ? read({ ...search, rows }, places(search), []) : read(search, places(search), [matches]);
  if (!search.indexed) return firstRows(search, sql`(${byIndex})`);
  const probe = sql`select from ${firstRowsOf(search, sql`${PROBE.rows}`)} where ${and([matches, ...search.filtered])}`;
  const scanned = firstOfList(search, sql`${SCAN}`, matches);
  return firstRows(
    search,
    sql`(with scanned as materialized (select s.* from (${scanned}) s where (select count(*) >= ${PROBE.least} from (${probe}) probe))
      select * from scanned union all select p.* from (${byIndex}) p where (select count(*) < ${search.limit} from scanned))`,
  );
}

/** The number of matching rows, each counted once. */
export function countOf({ row, rows, standing, filtered }: RowSearch, keys: FilterKeys | undefined, parts: readonly Sql[]): Sql {
  const conditions = [...standing, ...filtered];
  const paths = keys ? keys.paths(sql`in ${keys.table}`) : parts;
  if (paths.length <= 1) return sql`select count(*)::int from ${rows} ${where([...paths, ...conditions])}`;
  const all = paths.map(path => sql`select ${row}.id from ${rows} ${where([path, ...conditions])}`);
  return sql`select count(distinct k.id)::int from (${unionAll(all)}) k`;
}

/** The matching rows among the first `scan` of the list. */
const firstOfList = (search: PageSearch, scan: Sql, matches: Sql): Sql =>
  sql`select ${places(search)} from ${firstRowsOf(search, scan)} ${where([matches, ...search.filtered])} order by ${orderOf(search)} limit ${search.limit}`;

const firstRowsOf = (search: PageSearch, scan: Sql): Sql =>
  sql`(select ${search.row}.* from ${search.rows} ${where(search.standing)} order by ${orderOf(search)} limit ${scan}) ${search.row}`;

const places = ({ row, by }: PageSearch): Sql => sql`${row}.id, ${by} as place`;

const read = (search: PageSearch, columns: Sql, part: readonly Sql[]): Sql =>
  sql`select ${columns} from ${search.rows} ${where([...part, ...search.filtered, ...search.standing])} order by ${orderOf(search)} limit ${search.limit}`;

/** The rows at the first of these places. A row may be found at its place more than once. */
const firstRows = ({ row, rows, direction, limit }: PageSearch, placed: Sql): Sql =>
  sql`(select ${row}.* from (select k.id from ${placed} k group by k.place, k.id
      order by k.place ${direction}, k.id ${direction === 'asc' ? sql`asc` : sql`desc`} limit ${limit}) k
    join ${rows} on ${row}.id = k.id) ${row}`;
