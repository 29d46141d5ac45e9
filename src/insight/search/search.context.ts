import { parameter, type Sql } from '../../platform/database/sql.js';
import type { LocalDate } from '../../shared/dates.js';
import type { RunQuery } from '../../platform/views/view.js';
import type { SearchFilter } from './search.graphql.js';
import type { Part, Terms } from './search.terms.js';

/** In how many titles of models each part of the search stands, estimated: that decides how they are looked up, never what is found. */
export type Breadth = Readonly<Record<Part, number>>;

/** The units by which models are seen, as PostgreSQL reads a list of ids, and whether they are so few that theirs are better all looked up. */
export interface SeenModels {
  readonly units: string;
  readonly few: boolean;
}

/** One search under way: what is asked, of what day, and how it is answered. */
export interface Search {
  readonly ask: RunQuery;
  readonly day: LocalDate;
  readonly terms: Terms;
  readonly filter: Omit<SearchFilter, 'text'>;
  /** Whether the same marks come before others. */
  readonly marks: boolean;
  /** What is added to each rank: `SIMILAR` where the words are corrected ones. */
  readonly worse: number;
  readonly breadth: Breadth;
  /** Of whose models the asker is told; `undefined`: of all. */
  readonly seen: SeenModels | undefined;
  readonly limits: SearchLimits;
}

/** A hit's place in the order; those behind it follow. */
export interface PlaceInOrder {
  readonly rank: number;
  readonly spelled: string;
  readonly id: string;
}

export interface SourceHit extends PlaceInOrder {
  readonly matched: string;
}

/** What search looks through: things of one type. */
export interface Source {
  /** The GraphQL type, and its name in the filter. */
  readonly type: string;
  readonly name: NonNullable<SearchFilter['types']>[number];
  /** The first `limit` behind the place, best first, by name in vi_natural and by id. */
  find(search: Search, behind: PlaceInOrder | undefined, limit: number): Promise<SourceHit[]>;
  /** At most this many are counted. */
  count(search: Search, most: number): Promise<number>;
  /** What was found, as rows for counting by property. */
  facts(search: Search, statement: Values, most: number): Sql;
}

export interface SearchLimits {
  /** Words that stand in no more names than these are all looked up; others are met in the order of names. */
  readonly few: number;
  /** Words that stand in more names than these are counted by reading names one after the other. */
  readonly many: number;
  /** How many names are met in their order before looking up after all. */
  readonly walk: number;
  /** Totals are exact up to this. */
  readonly exact: number;
  /** How many hits are counted by property. */
  readonly counted: number;
}

/** The values of one statement. */
export class Values {
  readonly list: unknown[] = [];

  bind(value: unknown): Sql {
    const known = this.list.indexOf(value);
    return parameter(known >= 0 ? known + 1 : this.list.push(value));
  }
}
