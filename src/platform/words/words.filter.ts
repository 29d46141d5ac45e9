import { sql, type Sql } from '../database/sql.js';
import { allWordsSoFar } from '../../shared/readings.js';
import { SKEWED, type RunQuery, type Condition, type TextFilter } from '../views/view.js';
import { readingsFor } from './readings.reader.js';
import { estimateRows } from './row-estimates.js';

/**
 * What a list's filter `text` asks: every word of it, in any order, the last as far as it is typed; no marks needed, abbreviations read both ways.
 * @param lexemes the row's words and their pairs as the database keeps them, or makes them (`lexemes()`).
 */
export const holdsWords =
  (lexemes: (row: Sql) => Sql): Condition =>
  (row, _day, bind) =>
    sql`${lexemes(row)} @@ ${bind(questionOf, SKEWED)}::tsquery`;

/** The same for a table that may grow large; its column `lexemes` has an index. */
export const seeksWords = (table: string): TextFilter => ({
  matches: holdsWords(row => sql`${row}.lexemes`),
  scanLimit: bind => sql`${bind((text: string, ask: RunQuery) => rowsWorthReading(ask, table, text), SKEWED)}::int`,
});

/** How many rows are read in a few milliseconds. */
const READ = 6_000;
/** Words that this share of the rows holds fill a page from those. */
const COMMON = 0.01;

async function rowsWorthReading(ask: RunQuery, table: string, text: string): Promise<number> {
  const [found, all] = await estimateRows(ask, table, [sql`m.lexemes @@ $1::tsquery`], [await questionOf(text, ask)]);
  return found! >= all! * COMMON && all! > READ ? READ : 0;
}

const known = new WeakMap<RunQuery, Map<string, Promise<string>>>();

/** The question to the text index. The page, its count and its estimate ask for it, once in a run. */
function questionOf(text: string, ask: RunQuery): Promise<string> {
  const questions = known.get(ask) ?? new Map<string, Promise<string>>();
  known.set(ask, questions);
  let question = questions.get(text);
  if (!question) questions.set(text, (question = readingsFor(ask, text).then(allWordsSoFar)));
  return question;
}
