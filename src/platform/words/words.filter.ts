import { sql, type Sql } from '../database/sql.js';
import { allWordsSoFar } from '../../shared/readings.js';
import { SKEWED, type RunQuery, type Condition, type TextFilter } from '../views/view.js';
import { readingsFor } from './readings.reader.js';
import { estimateRows } from './row-estimates.js';

/**
 * What a list's filter `text` asks: every word of it, in any order, the last as far as it is typed; no marks needed, abbreviations read both ways.
 * @param lexemes the row's words and their pairs as the database keeps them, or makes them (`lexemes()`).
 */
export const matchesWords =
  (lexemes: (row: Sql) => Sql): Condition =>
  (row, _day, bind) =>
    sql`${lexemes(row)} @@ ${bind(textQueryOf, SKEWED)}::tsquery`;

/** The same for a table that may grow large; its column `lexemes` has an index. */
export const indexedWords = (table: string): TextFilter => ({
  matches: matchesWords(row => sql`${row}.lexemes`),
  scanLimit: bind => sql`${bind((text: string, runQuery: RunQuery) => scanLimitFor(runQuery, table, text), SKEWED)}::int`,
});

/** How many rows are read in a few milliseconds. */
const SCAN_ROWS = 6_000;
/** Words that this share of the rows holds fill a page from those. */
const COMMON_SHARE = 0.01;

async function scanLimitFor(runQuery: RunQuery, table: string, text: string): Promise<number> {
  const [found, all] = await estimateRows(runQuery, table, [sql`m.lexemes @@ $1::tsquery`], [await textQueryOf(text, runQuery)]);
  return found! >= all! * COMMON_SHARE && all! > SCAN_ROWS ? SCAN_ROWS : 0;
}

const cache = new WeakMap<RunQuery, Map<string, Promise<string>>>();

/** The question to the text index. The page, its count and its estimate ask for it, once in a run. */
function textQueryOf(text: string, runQuery: RunQuery): Promise<string> {
  const queries = cache.get(runQuery) ?? new Map<string, Promise<string>>();
  cache.set(runQuery, queries);
  let query = queries.get(text);
  if (!query) queries.set(text, (query = readingsFor(runQuery, text).then(allWordsSoFar)));
  return query;
}
