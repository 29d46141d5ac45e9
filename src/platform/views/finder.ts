import type { LocalDate } from '../../shared/dates.js';
import type { Language } from '../../shared/language.js';
import type { CursorKey } from '../graphql/cursor.js';
import type { Thing } from './nodes-plan.js';
import type { AnyView, RunQuery } from './view.js';
import type { OwnershipPaths, Withheld } from './visibility.js';

/** The rows of a view that a caller sees: those that one of the paths leads to from one of the units. */
export interface RestrictedSight {
  /** As PostgreSQL reads a list of ids. */
  readonly units: string;
  /** Whether the units are so few that their rows are better looked up unit by unit. */
  readonly few: boolean;
  readonly paths: OwnershipPaths;
  readonly withheld: Withheld | undefined;
}

/** A request to a finder. */
export interface FinderRequest {
  readonly args: Readonly<Record<string, unknown>>;
  /** The selected fields of the connection, nested ones as `facets.type` and `edges.step`; `hits` when any part of the page is selected. */
  readonly selectedFields: ReadonlySet<string>;
  readonly day: LocalDate;
  /** In which labels are shown. */
  readonly language: Language;
  readonly runQuery: RunQuery;
  /** How the caller sees the rows of a view; `undefined` where they see all of them. */
  sightOf(view: AnyView): Promise<RestrictedSight | undefined>;
  /** The units that the caller's right to an action reaches, as PostgreSQL reads a list of ids. */
  reach(action: string): Promise<'everywhere' | string>;
  /** The position after which to continue. @throws CURSOR_INVALID when the cursor is not one of `order`. */
  after(order: string): CursorKey | undefined;
}

export interface Hit extends Thing {
  readonly cursor: CursorKey;
  /** The edge's fields other than cursor and node. */
  readonly own: Readonly<Record<string, unknown>>;
}

export interface FinderResult {
  readonly hits: readonly Hit[];
  /** Whether more follow. */
  readonly more: boolean;
  /** The connection's fields other than the page, as far as selected. */
  readonly own: Readonly<Record<string, unknown>>;
}

/** Finds things of several types in an order of its own. The planner reads and shows them. */
export interface Finder {
  /** The types it finds. */
  readonly types: readonly string[];
  find(quest: FinderRequest): Promise<FinderResult>;
}
