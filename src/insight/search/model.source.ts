import { sql } from '../../platform/database/sql.js';
import { searchWords } from '../../shared/search-words.js';
import { lookupRows, readByLookup, readByPrefix, readByScan, spellingsOf, type ModelRow } from './model.statements.js';
import type { SortPosition, SearchRequest, Source, SourceHit } from './search.context.js';
import { StatementValues } from '../statement-values.js';
import { OTHER_MARKS, RANK } from './search.rank.js';
import { MATCH_LEVELS, type MatchLevel } from './search.query.js';

/** Reads the models of a range of ranks. */
interface RankReader {
  readonly lastRank: number;
  read(after: SortPosition | undefined, limit: number): Promise<ModelRow[]>;
}

/** Finds models by title and place, and by code. */
export const modelSource: Source = {
  type: 'EmulationModel',
  name: 'MODEL',

  async find(search, after, limit) {
    const rows: ModelRow[] = [];
    for (const reader of rankReaders(search)) {
      if (after && reader.lastRank < after.rank) continue;
      rows.push(...(await reader.read(after, limit - rows.length)));
      if (rows.length >= limit) break;
    }
    return rows.map(row => hitOf(row, search));
  },

  async count(search, max) {
    const values = new StatementValues();
    const [row] = await values.run(
      search.runQuery,
      `select count(*)::int from (select from ${lookupRows(search, values, 'soFar')} m limit ${max}) c`,
    );
    return row![0] as number;
  },

  facetRows: (search, values, max) =>
    sql`select m.id, m.unit_id, m.subject_kind, m.sector_id, m.state from ${lookupRows(search, values, 'soFar', true)} m limit ${max}`,
};

const FIRST_RANK: Readonly<Record<MatchLevel, number>> = { phrase: RANK.HOLDS, near: RANK.NEAR, words: RANK.WORDS, soFar: RANK.SO_FAR };

/**
 * The readers for all ranks, best first. The widest match level with few matching titles is looked up at once, with the narrower levels that it
 * includes. Levels with many matches are read rank by rank, in the order of names, until the page is full.
 *
 * Measured by `search, common` of `npm run bench`: one sorted lookup would read every match of a common word for a page of twenty.
 * test/insight/titles-by-what-people-type compares the answers of all ways with each other.
 */
function rankReaders(search: SearchRequest): RankReader[] {
  const { estimates, limits, filter, visibility } = search;
  const ranks = (first: number): number[] =>
    (search.marksFirst ? [first, first + OTHER_MARKS] : [first]).map(rank => rank + search.rankOffset);
  const lookupLevel = filter.unitId || visibility?.few ? 'soFar' : MATCH_LEVELS.findLast(level => estimates[level] <= limits.lookupLimit);
  const scanLevels = MATCH_LEVELS.slice(lookupLevel === undefined ? 0 : MATCH_LEVELS.indexOf(lookupLevel) + 1);
  const scanReaders = scanLevels.flatMap(level => {
    const first = FIRST_RANK[level];
    return (level === 'soFar' ? [first + search.rankOffset] : ranks(first)).map(rank => scanReader(search, level, rank));
  });
  return lookupLevel === undefined
    ? [...prefixReaders(search, ranks(RANK.NAMED), ranks(RANK.BEGINS)), ...scanReaders]
    : [lookupReader(search, lookupLevel), ...scanReaders];
}

function lookupReader(search: SearchRequest, level: MatchLevel): RankReader {
  const lastRank = FIRST_RANK[level] + OTHER_MARKS + search.rankOffset;
  return { lastRank, read: (after, limit) => readByLookup(search, level, { after, limit, ranks: [0, lastRank] }) };
}

function scanReader(search: SearchRequest, level: MatchLevel, rank: number): RankReader {
  return {
    lastRank: rank,
    read: async (after, limit) => {
      const found = await readByScan(search, level, { after, limit, rank });
      return found.length >= limit ? found : readByLookup(search, level, { after, limit, ranks: [rank, rank] });
    },
  };
}

function prefixReaders(search: SearchRequest, named: readonly number[], begins: readonly number[]): RankReader[] {
  let spellings: Promise<string[]> | undefined;
  return [...named, ...begins].map(rank => ({
    lastRank: rank,
    read: async (after, limit) => {
      spellings ??= spellingsOf(search);
      return readByPrefix(search, await spellings, { after, limit, rank, named: named.includes(rank) });
    },
  }));
}

/** A hit shows the title, and adds the place where the title alone does not contain the words. */
function hitOf([id, rank, spelled, title, place]: ModelRow, { query }: SearchRequest): SourceHit {
  const titleWords = ` ${searchWords(title)} `;
  const byTitle =
    place === null ||
    query.readings.some(words => words.every((word, i) => titleWords.includes(i < words.length - 1 ? ` ${word} ` : ` ${word}`)));
  return { id, rank, spelled, matched: byTitle ? title : `${title} (${place})` };
}
