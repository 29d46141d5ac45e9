import { createHash } from 'node:crypto';
import type { CursorKey } from '../../platform/graphql/cursor.js';
import type { FinderResult, Finder, FinderRequest } from '../../platform/views/finder.js';
import { readingsFor } from '../../platform/words/readings.reader.js';
import type { Reading } from '../../shared/readings.js';
import { estimateModels } from './model.estimates.js';
import { modelSource } from './model.source.js';
import { modelView } from '../../features/models/model.view.js';
import type { SortPosition, SearchRequest, SearchLimits, ModelVisibility, Source, SourceHit } from './search.context.js';
import { FACETS, facetsOf } from './search.facets.js';
import type { SearchFilter } from './search.graphql.js';
import { mergeHits } from './search.order.js';
import { CORRECTED_OFFSET, stepOf } from './search.rank.js';
import { correctedReadings } from './search.corrections.js';
import { hasMarks, parseQuery } from './search.query.js';
import { unitSource } from './unit.source.js';

const SOURCES: readonly Source[] = [unitSource, modelSource];

const DEFAULT_LIMITS: SearchLimits = {
  lookupLimit: 1_500,
  indexLimit: 100_000,
  scanLimit: 100_000,
  exactTotalLimit: 10_000,
  facetLimit: 2_000,
};

/** Hits with the typed diacritics come first only if they are at least this share of all hits: a scan would take too long to find fewer of them. */
const MIN_MARKED_SHARE = 0.1;

/** Searches by words, best hits first. Corrects the words only where nothing is found. */
export const finderWith = (limits: SearchLimits): Finder => ({
  types: SOURCES.map(({ type }) => type),
  find: request => new SearchRun(request, limits).run(),
});

export const searchFinder = finderWith(DEFAULT_LIMITS);

type FoundHit = SourceHit & { readonly source: Source };

class SearchRun {
  private readonly text: string;
  private readonly filter: Omit<SearchFilter, 'text'>;
  private readonly first: number;
  private readonly sources: readonly Source[];
  private readonly order: string;
  private readonly after: CursorPosition | undefined;
  private readonly visibility: Promise<ModelVisibility | undefined>;

  constructor(
    private readonly request: FinderRequest,
    private readonly limits: SearchLimits,
  ) {
    const { filter, first } = request.args as unknown as { filter: SearchFilter; first: number };
    const { text, ...rest } = filter;
    [this.text, this.filter, this.first] = [text, rest, first];
    const modelsOnly = [rest.subjectKind, rest.sectorId, rest.state].some(given => given !== null && given !== undefined);
    this.sources = SOURCES.filter(({ name }) => (rest.types?.includes(name) ?? true) && (name === 'MODEL' || !modelsOnly));
    // The name of the order contains the filter: a cursor of another search is refused.
    this.order = `search.${createHash('sha256').update(JSON.stringify(filter)).digest('base64url').slice(0, 12)}`;
    const cursor = request.after(this.order);
    this.visibility = request.sightOf(modelView);
    this.after = cursor && readCursor(cursor);
  }

  async run(): Promise<FinderResult> {
    const { selectedFields: wanted } = this.request;
    const limit = wanted.has('hits') ? this.first + 1 : 1;
    let search = await this.searchRequest(await readingsFor(this.request.runQuery, this.text), 0);
    let hits = this.isCorrected ? [] : await this.read(search, limit);
    if (this.isCorrected || (!this.after && hits.length === 0)) {
      const readings = await correctedReadings(this.request.runQuery, search.query.readings[0]!, {
        models: this.sources.includes(modelSource),
        units: this.sources.includes(unitSource),
        visibility: search.visibility,
        day: search.day,
      });
      if (readings.length > 0) {
        search = await this.searchRequest(readings, CORRECTED_OFFSET);
        hits = await this.read(search, limit);
      }
    }
    return {
      hits: hits.slice(0, this.first).map(hit => ({
        type: hit.source.type,
        id: hit.id,
        cursor: writeCursor(this.order, search.marksFirst, hit),
        own: { step: stepOf(hit.rank), matched: hit.matched },
      })),
      more: hits.length > this.first,
      own: { ...(await this.totals(search)), ...(await this.facets(search)) },
    };
  }

  /** Whether the page continues a search with corrected words. */
  private get isCorrected(): boolean {
    return (this.after?.rank ?? 0) >= CORRECTED_OFFSET;
  }

  private async searchRequest(readings: readonly Reading[], rankOffset: number): Promise<SearchRequest> {
    const { runQuery, day } = this.request;
    const query = parseQuery(this.text, readings);
    const { marked, ...estimates } = this.sources.includes(modelSource)
      ? await estimateModels({ runQuery, query })
      : { phrase: 0, near: 0, words: 0, soFar: 0, marked: 1 };
    const enoughMarked = estimates.words <= this.limits.lookupLimit || marked >= MIN_MARKED_SHARE;
    const marksFirst = this.after ? this.after.marksFirst : rankOffset === 0 && hasMarks(query) && enoughMarked;
    return {
      runQuery,
      day,
      query,
      filter: this.filter,
      marksFirst,
      rankOffset,
      estimates,
      visibility: await this.visibility,
      limits: this.limits,
    };
  }

  private async read(search: SearchRequest, limit: number): Promise<FoundHit[]> {
    const lists = await Promise.all(
      this.sources.map(async source => (await source.find(search, this.after, limit)).map(hit => ({ ...hit, source }))),
    );
    return mergeHits(search.runQuery, lists);
  }

  private async totals(search: SearchRequest): Promise<object> {
    if (!this.request.selectedFields.has('totalCount') && !this.request.selectedFields.has('totalCountAtLeast')) return {};
    const { exactTotalLimit } = this.limits;
    const counts = await Promise.all(this.sources.map(source => source.count(search, exactTotalLimit + 1)));
    const total = counts.reduce((sum, count) => sum + count, 0);
    return { totalCount: total > exactTotalLimit ? null : total, totalCountAtLeast: Math.min(total, exactTotalLimit) };
  }

  private async facets(search: SearchRequest): Promise<object> {
    const wanted = Object.keys(FACETS).filter(name => this.request.selectedFields.has(`facets.${name}`));
    return {
      facets: wanted.length > 0 ? await facetsOf(search, this.sources, wanted, this.request.language) : {},
    };
  }
}

interface CursorPosition extends SortPosition {
  readonly marksFirst: boolean;
}

/** The cursor's value holds the rank and the name; its first letter, whether hits with the typed diacritics came first. */
const writeCursor = (order: string, marksFirst: boolean, { rank, spelled, id }: SortPosition): CursorKey => [
  order,
  `${marksFirst ? 'm' : 'u'}${String(rank).padStart(2, '0')}${spelled}`,
  id,
];

function readCursor([, key, id]: CursorKey): CursorPosition {
  return { marksFirst: key!.startsWith('m'), rank: Number(key!.slice(1, 3)), spelled: key!.slice(3), id };
}
