import type { Sql } from '../../platform/database/sql.js';
import type { StatementValues } from '../statement-values.js';
import type { RestrictedSight } from '../../platform/views/finder.js';
import type { LocalDate } from '../../shared/dates.js';
import type { RunQuery } from '../../platform/views/view.js';
import type { SearchFilter } from './search.graphql.js';
import type { MatchLevel, ParsedQuery } from './search.query.js';

/** Estimated number of models' titles that match at each level. It decides how they are looked up, never what is found. */
export type MatchEstimates = Readonly<Record<MatchLevel, number>>;

/** The models that the caller sees. `few`: it is faster to look up all models of the units. */
export type ModelVisibility = RestrictedSight;

/** One search: the query, its day, and how it is executed. */
export interface SearchRequest {
  readonly runQuery: RunQuery;
  readonly day: LocalDate;
  readonly query: ParsedQuery;
  readonly filter: Omit<SearchFilter, 'text'>;
  /** Whether hits with the typed diacritics come before others. */
  readonly marksFirst: boolean;
  /** Added to every rank: `CORRECTED_OFFSET` for a search with corrected words, else 0. */
  readonly rankOffset: number;
  readonly estimates: MatchEstimates;
  /** Which models the caller sees; `undefined`: all of them. */
  readonly visibility: ModelVisibility | undefined;
  readonly limits: SearchLimits;
}

/** The position of a hit in the order of results: by rank, then name, then id. */
export interface SortPosition {
  readonly rank: number;
  readonly spelled: string;
  readonly id: string;
}

export interface SourceHit extends SortPosition {
  readonly matched: string;
}

/** Finds and counts objects of one type. */
export interface Source {
  /** The GraphQL type, and its name in the filter. */
  readonly type: string;
  readonly name: NonNullable<SearchFilter['types']>[number];
  /** The first `limit` hits after the position, in the order of results. */
  find(search: SearchRequest, after: SortPosition | undefined, limit: number): Promise<SourceHit[]>;
  /** The number of hits, counted up to `max`. */
  count(search: SearchRequest, max: number): Promise<number>;
  /** A select of the hits with the columns that facets are counted by. */
  facetRows(search: SearchRequest, values: StatementValues, max: number): Sql;
}

export interface SearchLimits {
  /** Words in at most this number of names are looked up at once; others are found by scanning names in their order. */
  readonly lookupLimit: number;
  /** Words in more names than these are matched by reading every name instead of the text index. */
  readonly indexLimit: number;
  /** How many names a scan reads before the hits are looked up by index after all. */
  readonly scanLimit: number;
  /** Totals are exact up to this number. */
  readonly exactTotalLimit: number;
  /** How many hits are counted for facets. */
  readonly facetLimit: number;
}
