import type { Sql } from './view.js';

/** Rows of a list that a page or a count is of. */
export interface Search {
  readonly t: Sql;
  /** The list's rows, as a table expression named `t`. */
  readonly rows: Sql;
  /** What is asked of every row of such a list, whatever the client filters by: not in the trash, after the cursor. An index may know it. */
  readonly standing: readonly Sql[];
  readonly asked: readonly Sql[];
}

export interface PageSearch extends Search {
  readonly by: Sql;
  readonly direction: 'asc' | 'desc';
  readonly limit: number;
}

/** The keys of a filter, and the ways in which a row belongs to one of them (see `Ways`). */
export interface Keys {
  readonly table: Sql;
  readonly ways: (is: Sql, leads?: boolean) => readonly Sql[];
}

/** Words that rows are sought by, and how many rows to read before the index is asked for them. */
export interface Words {
  readonly holds: Sql;
  readonly reading: () => Sql;
}

/** From so many keys on, a page is first looked for in the list as a whole: the fewer the keys, the rarer their rows are there. */
const MANY_KEYS = 50;
/** How far: an index is walked so far in a millisecond or two. */
const WALK = 6_000;

export const orderOf = ({ t, by, direction }: PageSearch): Sql => `${by} ${direction}, ${t}.id ${direction}`;

/** The page's rows as a table named `t`. Of several parts of the list, each is read in the list's order as far as the page may go. */
export function foundIn(search: PageSearch, parts: readonly Sql[]): Sql {
  if (parts.length <= 1) return `(${read(search, `${search.t}.*`, parts)}) ${search.t}`;
  return rowsOf(search, `(${parts.map(part => `(${read(search, places(search), [part])})`).join(' union all ')})`);
}

/** The same along the keys of a filter: in the first rows of the whole list, and where they do not fill the page, key by key. */
export function foundAmong(search: PageSearch, { table, ways }: Keys): Sql {
  const { t, rows, standing, asked, limit } = search;
  const inKeys = 'in (select id from key)';
  const walked = `select ${places(search)} from (select ${t}.* from ${rows} ${whereOf(standing)} order by ${orderOf(search)} limit ${WALK}) ${t}
    ${whereOf([`(${ways(inKeys).join(' or ')})`, ...asked])} order by ${orderOf(search)} limit ${limit}`;
  const along = ways('= key.id', true).map(way => `select k.* from key cross join lateral (${read(search, places(search), [way])}) k`);
  const rest = along.map(part => `select p.* from (${part}) p where (select count(*) < ${limit} from walked)`);
  return rowsOf(
    search,
    `(with key (id) as materialized (select id from ${table} keys),
        walked as materialized (select w.* from (${walked}) w where (select count(*) > ${MANY_KEYS} from key))
      select * from walked union all ${rest.join(' union all ')})`,
  );
}

/** The same by words: in the first rows of the whole list where they are common, and where those do not fill the page, by the index. */
export function foundBy(search: PageSearch, { holds, reading }: Words): Sql {
  const { t, rows, standing, asked, limit } = search;
  const walked = `select ${places(search)} from (select ${t}.* from ${rows} ${whereOf(standing)} order by ${orderOf(search)} limit ${reading()}) ${t}
    ${whereOf([holds, ...asked])} order by ${orderOf(search)} limit ${limit}`;
  const rest = `select p.* from (${read(search, places(search), [holds])}) p where (select count(*) < ${limit} from walked)`;
  return rowsOf(search, `(with walked as materialized (${walked}) select * from walked union all ${rest})`);
}

export function countOf({ t, rows, standing, asked }: Search, keys: Keys | undefined, parts: readonly Sql[]): Sql {
  const conditions = [...standing, ...asked];
  const ways = keys ? keys.ways(`in ${keys.table}`) : parts;
  if (ways.length <= 1) return `select count(*)::int from ${rows} ${whereOf([...ways, ...conditions])}`;
  const all = ways.map(way => `select ${t}.id from ${rows} ${whereOf([way, ...conditions])}`);
  return `select count(distinct k.id)::int from (${all.join(' union all ')}) k`;
}

const places = ({ t, by }: PageSearch): Sql => `${t}.id, ${by} as place`;

const read = (search: PageSearch, columns: Sql, part: readonly Sql[]): Sql =>
  `select ${columns} from ${search.rows} ${whereOf([...part, ...search.asked, ...search.standing])} order by ${orderOf(search)} limit ${search.limit}`;

/** The rows at the first of these places. A row may stand at its place more than once. */
const rowsOf = ({ t, rows, direction, limit }: PageSearch, placed: Sql): Sql =>
  `(select ${t}.* from (select k.id from ${placed} k group by k.place, k.id order by k.place ${direction}, k.id ${direction} limit ${limit}) k
    join ${rows} on ${t}.id = k.id) ${t}`;

const whereOf = (conditions: readonly Sql[]): Sql => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');
