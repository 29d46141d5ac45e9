import { sql, type Sql } from '../../platform/database/sql.js';
import type { RunQuery } from '../../platform/views/view.js';
import type { LocalDate } from '../../shared/dates.js';
import { allWords, asPhrase, type Reading } from '../../shared/readings.js';
import { seenModel } from './model.statements.js';
import { Values, type SeenModels } from './search.context.js';
import { slipsOf } from '../../shared/search-words.js';

/** Words that a finger can slip on: of plain letters, neither a single one nor endless. */
const CORRECTABLE = /^[a-z]{2,15}$/;
const MOST_WORDS = 30;
const MOST_TRIED = 120;
/** Of those that are no phrase anywhere, fewer: each may have to be looked for among the names that hold two common words. */
const MOST_SCATTERED = 30;
const MOST_TAKEN = 6;

/** Where a corrected search is to find something. */
export interface Places {
  readonly models: boolean;
  readonly units: boolean;
  readonly seen: SeenModels | undefined;
  readonly day: LocalDate;
}

/**
 * Readings with a word corrected that do find something, the likelier first: words that no name has had are taken for slips; where each
 * is some name's, any one of them may be.
 */
export async function correctedReadings(ask: RunQuery, words: Reading, places: Places): Promise<Reading[]> {
  if (words.length > MOST_WORDS) return [];
  const slips = words.map(word => (CORRECTABLE.test(word) ? slipsOf(word) : []));
  const known = await knownWords(ask, [...words, ...slips.flat()], places);
  const tried = corrections(
    words,
    slips.map(all => all.filter(word => known.has(word))),
    known,
  );
  if (tried.length === 0) return [];
  const phrases = await finding(ask, tried, places, asPhrase);
  return phrases.length > 0 ? phrases : finding(ask, tried.slice(0, MOST_SCATTERED), places, allWords);
}

const seenOn = (seen: SeenModels, day: LocalDate, values: Values): Sql => seenModel(seen, sql`m`, sql`${values.bind(day)}::date`, values);

/** Words that some name has; for whoever does not see all models, some name that they see. */
async function knownWords(ask: RunQuery, words: readonly string[], { seen, day }: Places): Promise<Set<string>> {
  const values = new Values();
  const asked = `select distinct word from search_word where word = any(${values.bind([...new Set(words)])})`;
  const rows = await ask(
    seen
      ? `select w.word from (${asked}) w cross join lateral (select ('''' || w.word || '''')::tsquery as question) q
          where exists (select from unit_span s where s.lexemes @@ q.question)
             or exists (select from emulation_model m where m.lexemes @@ q.question and ${seenOn(seen, day, values)})`
      : asked,
    values.list,
  );
  return new Set(rows.map(([word]) => word as string));
}

/** @param slips known words a slip away from each word, the likelier first. */
function corrections(words: Reading, slips: readonly (readonly string[])[], known: ReadonlySet<string>): Reading[] {
  const unknown = words.flatMap((word, i) => (known.has(word) ? [] : [i]));
  let readings: Reading[] = [words];
  for (const at of unknown) readings = readings.flatMap(reading => slips[at]!.map(slip => reading.with(at, slip))).slice(0, MOST_TRIED);
  if (unknown.length > 0) return readings;
  const likelihoods = Math.max(0, ...slips.map(all => all.length));
  return Array.from({ length: likelihoods }, (_, nth) =>
    words.flatMap((_word, at) => (slips[at]![nth] === undefined ? [] : [words.with(at, slips[at]![nth]!)])),
  )
    .flat()
    .slice(0, MOST_TRIED);
}

/** Those of the readings that some name holds. */
async function finding(
  ask: RunQuery,
  tried: readonly Reading[],
  { models, units, seen, day }: Places,
  question: typeof allWords,
): Promise<Reading[]> {
  const values = new Values();
  const questions = values.bind(tried.map(words => question([words])));
  const visible = seen ? ` and ${seenOn(seen, day, values)}` : '';
  const places = [
    ...(models ? [`exists (select from emulation_model m where m.lexemes @@ r.question::tsquery${visible})`] : []),
    ...(units ? ['exists (select from unit_span s where s.lexemes @@ r.question::tsquery)'] : []),
  ];
  const rows = await ask(
    `select r.n::int from unnest(${questions}::text[]) with ordinality r (question, n) where ${places.join(' or ') || 'false'} order by r.n limit ${MOST_TAKEN}`,
    values.list,
  );
  return rows.map(([n]) => tried[(n as number) - 1]!);
}
