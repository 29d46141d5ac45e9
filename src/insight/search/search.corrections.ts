import { sql, type Sql } from '../../platform/database/sql.js';
import type { RunQuery } from '../../platform/views/view.js';
import type { LocalDate } from '../../shared/dates.js';
import { allWords, asPhrase, type Reading } from '../../shared/readings.js';
import { visibleModel } from './model.statements.js';
import type { ModelVisibility } from './search.context.js';
import { StatementValues } from '../statement-values.js';
import { typosOf } from '../../shared/search-words.js';

/** Words that are corrected: plain letters, neither one letter nor very many. */
const CORRECTABLE = /^[a-z]{2,15}$/;
const MAX_WORDS = 30;
/** A text in which more words are unknown is not a text with typos; trying all of them took more than a second. */
const MAX_UNKNOWN = 4;
const MAX_CANDIDATES = 120;
/** Fewer candidates are tried as separate words than as a phrase: to find two common words together, many names may have to be read. */
const MAX_SCATTERED_CANDIDATES = 30;
const MAX_CORRECTIONS = 6;

/** What a corrected search must find: something in one of these sources, visible to the caller. */
export interface CorrectionScope {
  readonly models: boolean;
  readonly units: boolean;
  readonly visibility: ModelVisibility | undefined;
  readonly day: LocalDate;
}

/**
 * Corrected readings that find something, the likelier first. Words that no name has ever contained are taken for typos; where every word is known,
 * any one of them may be the typo.
 */
export async function correctedReadings(runQuery: RunQuery, words: Reading, scope: CorrectionScope): Promise<Reading[]> {
  if (words.length > MAX_WORDS) return [];
  const typos = words.map(word => (CORRECTABLE.test(word) ? typosOf(word) : []));
  const known = await knownWords(runQuery, [...words, ...typos.flat()], scope);
  const candidates = correctionCandidates(
    words,
    typos.map(all => all.filter(word => known.has(word))),
    known,
  );
  if (candidates.length === 0) return [];
  const phrases = await candidatesFound(runQuery, candidates, scope, asPhrase);
  return phrases.length > 0 ? phrases : candidatesFound(runQuery, candidates.slice(0, MAX_SCATTERED_CANDIDATES), scope, allWords);
}

const seenOn = (visibility: ModelVisibility, day: LocalDate, values: StatementValues): Sql =>
  visibleModel(visibility, sql`m`, sql`${values.bind(day)}::date`, values);

/** The words that occur in some name; for a caller who does not see all models, in a name that they see. */
async function knownWords(runQuery: RunQuery, words: readonly string[], { visibility, day }: CorrectionScope): Promise<Set<string>> {
  const values = new StatementValues();
  const wordsQuery = `select distinct word from search_word where word = any(${values.bind([...new Set(words)])})`;
  const rows = await values.run(
    runQuery,
    visibility
      ? `select w.word from (${wordsQuery}) w cross join lateral (select ('''' || w.word || '''')::tsquery as question) q
          where exists (select from unit_span s where s.lexemes @@ q.question)
             or exists (select from emulation_model m where m.lexemes @@ q.question and ${seenOn(visibility, day, values)})`
      : wordsQuery,
  );
  return new Set(rows.map(([word]) => word as string));
}

/** @param typos for each word, the known words that it may be a typo of, the likelier first. */
function correctionCandidates(words: Reading, typos: readonly (readonly string[])[], known: ReadonlySet<string>): Reading[] {
  const unknown = words.flatMap((word, i) => (known.has(word) ? [] : [i]));
  if (unknown.length > MAX_UNKNOWN) return [];
  let readings: Reading[] = [words];
  for (const index of unknown)
    readings = readings.flatMap(reading => typos[index]!.map(typo => reading.with(index, typo))).slice(0, MAX_CANDIDATES);
  if (unknown.length > 0) return readings;
  const mostTypos = Math.max(0, ...typos.map(all => all.length));
  return Array.from({ length: mostTypos }, (_, nth) =>
    words.flatMap((_word, index) => (typos[index]![nth] === undefined ? [] : [words.with(index, typos[index]![nth]!)])),
  )
    .flat()
    .slice(0, MAX_CANDIDATES);
}

/** The candidates that match some name. */
async function candidatesFound(
  runQuery: RunQuery,
  candidates: readonly Reading[],
  { models, units, visibility, day }: CorrectionScope,
  toTextQuery: typeof allWords,
): Promise<Reading[]> {
  const values = new StatementValues();
  const textQueries = values.bind(candidates.map(words => toTextQuery([words])));
  const visible = visibility ? ` and ${seenOn(visibility, day, values)}` : '';
  const conditions = [
    ...(models ? [`exists (select from emulation_model m where m.lexemes @@ r.question::tsquery${visible})`] : []),
    ...(units ? ['exists (select from unit_span s where s.lexemes @@ r.question::tsquery)'] : []),
  ];
  const rows = await values.run(
    runQuery,
    `select r.n::int from unnest(${textQueries}::text[]) with ordinality r (question, n) where ${conditions.join(' or ') || 'false'} order by r.n limit ${MAX_CORRECTIONS}`,
  );
  return rows.map(([n]) => candidates[(n as number) - 1]!);
}
