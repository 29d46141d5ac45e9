import { sql } from '../../platform/database/sql.js';
import { searchWords } from '../../shared/search-words.js';
import { lookedUp, readLookedUp, readSpelled, readWalking, spellingsOf, type ModelRow } from './model.statements.js';
import { Values, type PlaceInOrder, type Search, type Source, type SourceHit } from './search.context.js';
import { RANK } from './search.rank.js';
import { PARTS, type Part } from './search.terms.js';

/** A stretch of the order and how its models are found. */
interface Lane {
  readonly lastRank: number;
  read(behind: PlaceInOrder | undefined, limit: number): Promise<ModelRow[]>;
}

/** Models by title and place, and by code. */
export const modelSource: Source = {
  type: 'EmulationModel',
  name: 'MODEL',

  async find(search, behind, limit) {
    const rows: ModelRow[] = [];
    for (const lane of lanesOf(search)) {
      if (behind && lane.lastRank < behind.rank) continue;
      rows.push(...(await lane.read(behind, limit - rows.length)));
      if (rows.length >= limit) break;
    }
    return rows.map(row => hitOf(row, search));
  },

  async count(search, most) {
    const values = new Values();
    const [row] = await search.ask(
      `select count(*)::int from (select from ${lookedUp(search, values, 'soFar')} m limit ${most}) c`,
      values.list,
    );
    return row![0] as number;
  },

  facts: (search, values, most) =>
    sql`select m.id, m.unit_id, m.subject_kind, m.sector_id, m.state from ${lookedUp(search, values, 'soFar', true)} m limit ${most}`,
};

const FIRST_RANK: Readonly<Record<Part, number>> = { phrase: RANK.HOLDS, near: RANK.NEAR, words: RANK.WORDS, soFar: RANK.SO_FAR };

/**
 * The largest part that stands in few titles is looked up all at once, with all that it holds. What stands in many is met in the order of
 * names, one rank after the other.
 */
function lanesOf(search: Search): Lane[] {
  const { breadth, limits, filter, seen } = search;
  const ranks = (first: number): number[] => (search.marks ? [first, first + 1] : [first]).map(rank => rank + search.worse);
  const few = filter.unitId || seen?.few ? 'soFar' : PARTS.findLast(part => breadth[part] <= limits.few);
  const many = PARTS.slice(few === undefined ? 0 : PARTS.indexOf(few) + 1);
  const met = many.flatMap(part => {
    const first = FIRST_RANK[part];
    return (part === 'soFar' ? [first + search.worse] : ranks(first)).map(rank => walkingLane(search, part, rank));
  });
  return few === undefined ? [...spelledLanes(search, ranks(RANK.NAMED), ranks(RANK.BEGINS)), ...met] : [togetherLane(search, few), ...met];
}

function togetherLane(search: Search, part: Part): Lane {
  const lastRank = FIRST_RANK[part] + 1 + search.worse;
  return { lastRank, read: (behind, limit) => readLookedUp(search, part, { behind, limit, ranks: [0, lastRank] }) };
}

function walkingLane(search: Search, part: Part, rank: number): Lane {
  return {
    lastRank: rank,
    read: async (behind, limit) => {
      const met = await readWalking(search, part, { behind, limit, rank });
      return met.length >= limit ? met : readLookedUp(search, part, { behind, limit, ranks: [rank, rank] });
    },
  };
}

function spelledLanes(search: Search, named: readonly number[], begins: readonly number[]): Lane[] {
  let spellings: Promise<string[]> | undefined;
  return [...named, ...begins].map(rank => ({
    lastRank: rank,
    read: async (behind, limit) => {
      spellings ??= spellingsOf(search);
      return readSpelled(search, await spellings, { behind, limit, rank, named: named.includes(rank) });
    },
  }));
}

/** Where the title alone does not hold the words, the place stands beside it. */
function hitOf([id, rank, spelled, title, place]: ModelRow, { terms }: Search): SourceHit {
  const held = ` ${searchWords(title)} `;
  const byTitle =
    place === null ||
    terms.readings.some(words => words.every((word, i) => held.includes(i < words.length - 1 ? ` ${word} ` : ` ${word}`)));
  return { id, rank, spelled, matched: byTitle ? title : `${title} (${place})` };
}
