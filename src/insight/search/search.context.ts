import { parameter, type Sql } from '../../platform/database/sql.js';
import type { LocalDate } from '../../shared/dates.js';
import type { RunQuery } from '../../platform/views/view.js';
import type { SearchFilter } from './search.graphql.js';
import type { MatchLevel, ParsedQuery } from './search.query.js';

/** In how many titles of models each part of the search stands, estimated: that decides how they are looked up, never what is found. */
export type MatchEstimates = Readonly<Record<MatchLevel, number>>;

/** The units by which models are seen, as PostgreSQL reads a list of ids, and whether they are so few that theirs are better all looked up. */
export interface ModelVisibility {
  readonly units: string;
  readonly few: boolean;
}

/** One search under way: what is asked, of what day, and how it is answered. */
export interface SearchRequest {
  readonly runQuery: RunQuery;
  readonly day: LocalDate;
  readonly query: ParsedQuery;
  readonly filter: Omit<SearchFilter, 'text'>;
  /** Whether the same marks come before others. */
  readonly marksFirst: boolean;
  /** What is added to each rank: `SIMILAR` where the words are corrected ones. */
  readonly rankOffset: number;
  readonly estimates: MatchEstimates;
  /** Of whose models the asker is told; `undefined`: of all. */
  readonly visibility: ModelVisibility | undefined;
  readonly limits: SearchLimits;
}

/** A hit's place in the order; those behind it follow. */
export interface SortPosition {
  readonly rank: number;
  readonly spelled: string;
  readonly id: string;
}

export interface SourceHit extends SortPosition {
  readonly matched: string;
}

/** What search looks through: things of one type. */
export interface Source {
  /** The GraphQL type, and its name in the filter. */
  readonly type: string;
  readonly name: NonNullable<SearchFilter['types']>[number];
  /** The first `limit` behind the place, best first, by name in vi_natural and by id. */
  find(search: SearchRequest, after: SortPosition | undefined, limit: number): Promise<SourceHit[]>;
  /** At most this many are counted. */
  count(search: SearchRequest, max: number): Promise<number>;
  /** What was found, as rows for counting by property. */
  facetRows(search: SearchRequest, values: StatementValues, max: number): Sql;
}

export interface SearchLimits {
  /** Words that stand in no more names than these are all looked up; others are met in the order of names. */
  readonly lookupLimit: number;
  /** Words that stand in more names than these are counted by reading names one after the other. */
  readonly indexLimit: number;
  /** How many names are met in their order before looking up after all. */
  readonly scanLimit: number;
  /** Totals are exact up to this. */
  readonly exactTotalLimit: number;
  /** How many hits are counted by property. */
  readonly facetLimit: number;
}

/** The values of one statement. */
export class StatementValues {
  readonly list: unknown[] = [];

  bind(value: unknown): Sql {
    const index = this.list.indexOf(value);
    return parameter(index >= 0 ? index + 1 : this.list.push(value));
  }
}
