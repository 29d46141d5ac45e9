import { identifier, sql, type Sql } from '../database/sql.js';
import { allWordsSoFar } from '../../shared/readings.js';
import { SKEWED, type RunQuery, type Condition, type TextFilter } from '../views/view.js';
import { readingsFor } from './readings.reader.js';

/**
 * The condition of a list's filter `text`: every word, in any order, the last possibly incomplete. Diacritics are not needed; abbreviations match
 * their long forms and the other way round.
 * @param lexemes the row's `tsvector` of words and pairs of words: a column, or computed (`lexemes()`).
 */
export const matchesWords =
  (lexemes: (row: Sql) => Sql): Condition =>
  (row, _day, bind) =>
    sql`${lexemes(row)} @@ ${bind(textQueryOf, SKEWED)}::tsquery`;

/** The same filter for a large table whose column `lexemes` has an index. */
export const indexedWords = (table: string): TextFilter => ({
  table: identifier(table),
  words: (bind, spread) => sql`${bind(textQueryOf, spread)}::tsquery`,
  matches: (row, words) => sql`${row}.lexemes @@ ${words}`,
});

const cache = new WeakMap<RunQuery, Map<string, Promise<string>>>();

/** The `tsquery` of a text. The page and its count need it; it is computed once for each `runQuery`, that is, each operation. */
function textQueryOf(text: string, runQuery: RunQuery): Promise<string> {
  const queries = cache.get(runQuery) ?? new Map<string, Promise<string>>();
  cache.set(runQuery, queries);
  let query = queries.get(text);
  if (!query) queries.set(text, (query = readingsFor(runQuery, text).then(allWordsSoFar)));
  return query;
}

/**
 * The condition of a filter `text` by a part of a text: the column holds it, case and diacritics apart. Both are folded by the same function of
 * the database; a folding of our own would differ from it by a quotation mark or a dash, and a row would not be found by its own name.
 * @param folded a column made by `fold()`, or the call.
 */
export const containsText =
  (folded: (row: Sql) => Sql): Condition =>
  (row, _day, bind) =>
    sql`${folded(row)} like '%' || regexp_replace(fold(${bind()}::text), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
