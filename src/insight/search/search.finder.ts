import { createHash } from 'node:crypto';
import type { CursorKey } from '../../platform/graphql/cursor.js';
import type { FinderResult, Finder, FinderRequest } from '../../platform/views/finder.js';
import { readingsFor } from '../../platform/words/readings.reader.js';
import type { Reading } from '../../shared/readings.js';
import { breadthOfModels } from './model.breadth.js';
import { modelSource } from './model.source.js';
import { modelView } from '../../features/models/model.view.js';
import type { PlaceInOrder, Search, SearchLimits, SeenModels, Source, SourceHit } from './search.context.js';
import { FACETS, facetsOf } from './search.facets.js';
import type { SearchFilter } from './search.graphql.js';
import { inOrder } from './search.order.js';
import { SIMILAR, stepOf } from './search.rank.js';
import { correctedReadings } from './search.slips.js';
import { hasMarks, termsOf } from './search.terms.js';
import { unitSource } from './unit.source.js';

const SOURCES: readonly Source[] = [unitSource, modelSource];

const USUAL: SearchLimits = { few: 1_500, many: 100_000, walk: 100_000, exact: 10_000, counted: 2_000 };

/** Of the titles that hold the words, this share must have the typed marks: fewer could not be met in their order soon enough. */
const ENOUGH_MARKED = 0.1;

/** Finds by words, the best first; by corrected words only where nothing has them. */
export const finderWith = (limits: SearchLimits): Finder => ({
  types: SOURCES.map(({ type }) => type),
  find: quest => new Finding(quest, limits).answer(),
});

export const searchFinder = finderWith(USUAL);

type FoundHit = SourceHit & { readonly source: Source };

class Finding {
  private readonly text: string;
  private readonly filter: Omit<SearchFilter, 'text'>;
  private readonly first: number;
  private readonly sources: readonly Source[];
  private readonly order: string;
  private readonly behind: CursorPlace | undefined;
  private readonly seen: Promise<SeenModels | undefined>;

  constructor(
    private readonly quest: FinderRequest,
    private readonly limits: SearchLimits,
  ) {
    const { filter, first } = quest.args as unknown as { filter: SearchFilter; first: number };
    const { text, ...rest } = filter;
    [this.text, this.filter, this.first] = [text, rest, first];
    const ofModels = [rest.subjectKind, rest.sectorId, rest.state].some(given => given !== null && given !== undefined);
    this.sources = SOURCES.filter(({ name }) => (rest.types?.includes(name) ?? true) && (name === 'MODEL' || !ofModels));
    // A cursor of one search means nothing in another.
    this.order = `search.${createHash('sha256').update(JSON.stringify(filter)).digest('base64url').slice(0, 12)}`;
    const cursor = quest.after(this.order);
    this.seen = quest.seenBy(modelView);
    this.behind = cursor && readCursor(cursor);
  }

  async answer(): Promise<FinderResult> {
    const { selectedFields: wanted } = this.quest;
    const limit = wanted.has('hits') ? this.first + 1 : 1;
    let search = await this.searchFor(await readingsFor(this.quest.runQuery, this.text), 0);
    let hits = this.isCorrected ? [] : await this.read(search, limit);
    if (this.isCorrected || (!this.behind && hits.length === 0)) {
      const readings = await correctedReadings(this.quest.runQuery, search.terms.readings[0]!, {
        models: this.sources.includes(modelSource),
        units: this.sources.includes(unitSource),
        seen: search.seen,
        day: search.day,
      });
      if (readings.length > 0) {
        search = await this.searchFor(readings, SIMILAR);
        hits = await this.read(search, limit);
      }
    }
    return {
      hits: hits.slice(0, this.first).map(hit => ({
        type: hit.source.type,
        id: hit.id,
        cursor: writeCursor(this.order, search.marks, hit),
        own: { step: stepOf(hit.rank), matched: hit.matched },
      })),
      more: hits.length > this.first,
      own: { ...(await this.totals(search)), ...(await this.facets(search)) },
    };
  }

  /** Whether the page goes on among what was found by corrected words. */
  private get isCorrected(): boolean {
    return (this.behind?.rank ?? 0) >= SIMILAR;
  }

  private async searchFor(readings: readonly Reading[], worse: number): Promise<Search> {
    const { runQuery: ask, day } = this.quest;
    const terms = termsOf(this.text, readings);
    const { marked, ...breadth } = this.sources.includes(modelSource)
      ? await breadthOfModels({ ask, terms })
      : { phrase: 0, near: 0, words: 0, soFar: 0, marked: 1 };
    const soonMet = breadth.words <= this.limits.few || marked >= ENOUGH_MARKED;
    const marks = this.behind ? this.behind.marks : worse === 0 && hasMarks(terms) && soonMet;
    return { ask, day, terms, filter: this.filter, marks, worse, breadth, seen: await this.seen, limits: this.limits };
  }

  private async read(search: Search, limit: number): Promise<FoundHit[]> {
    const lists = await Promise.all(
      this.sources.map(async source => (await source.find(search, this.behind, limit)).map(hit => ({ ...hit, source }))),
    );
    return inOrder(search.ask, lists);
  }

  private async totals(search: Search): Promise<object> {
    if (!this.quest.selectedFields.has('totalCount') && !this.quest.selectedFields.has('totalCountAtLeast')) return {};
    const { exact } = this.limits;
    const counts = await Promise.all(this.sources.map(source => source.count(search, exact + 1)));
    const total = counts.reduce((sum, count) => sum + count, 0);
    return { totalCount: total > exact ? null : total, totalCountAtLeast: Math.min(total, exact) };
  }

  private async facets(search: Search): Promise<object> {
    const wanted = Object.keys(FACETS).filter(name => this.quest.selectedFields.has(`facets.${name}`));
    return {
      facets: wanted.length > 0 && this.sources.length > 0 ? await facetsOf(search, this.sources, wanted, this.quest.language) : {},
    };
  }
}

interface CursorPlace extends PlaceInOrder {
  readonly marks: boolean;
}

/** Rank and name in one; the letter before tells whether the same marks came first. */
const writeCursor = (order: string, marks: boolean, { rank, spelled, id }: PlaceInOrder): CursorKey => [
  order,
  `${marks ? 'm' : 'u'}${String(rank).padStart(2, '0')}${spelled}`,
  id,
];

function readCursor([, key, id]: CursorKey): CursorPlace {
  return { marks: key!.startsWith('m'), rank: Number(key!.slice(1, 3)), spelled: key!.slice(3), id };
}
