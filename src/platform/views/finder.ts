import type { LocalDate } from '../../shared/dates.js';
import type { Language } from '../../shared/language.js';
import type { CursorKey } from '../graphql/cursor.js';
import type { Thing } from './nodes-plan.js';
import type { AnyView, RunQuery } from './view.js';

/** What a finder is asked. */
export interface FinderRequest {
  readonly args: Readonly<Record<string, unknown>>;
  /** The fields selected of the connection, those of objects within as `facets.type` and `edges.step`; `hits` when any part of the page is. */
  readonly selectedFields: ReadonlySet<string>;
  readonly day: LocalDate;
  /** In which labels are shown. */
  readonly language: Language;
  readonly runQuery: RunQuery;
  /** The units by which the asker sees a view's things, and whether they are few; `undefined` where they see all of them. */
  seenBy(view: AnyView): Promise<{ readonly units: string; readonly few: boolean } | undefined>;
  /** The units that the asker's right to an action reaches, as PostgreSQL reads a list of ids. */
  reach(action: string): Promise<'everywhere' | string>;
  /** The cursor to go on behind. @throws CURSOR_INVALID when it is not one of `order`. */
  after(order: string): CursorKey | undefined;
}

export interface Hit extends Thing {
  readonly cursor: CursorKey;
  /** The edge's fields beside cursor and node. */
  readonly own: Readonly<Record<string, unknown>>;
}

export interface FinderResult {
  readonly hits: readonly Hit[];
  /** Whether more follow. */
  readonly more: boolean;
  /** The connection's fields beside the page, as far as wanted. */
  readonly own: Readonly<Record<string, unknown>>;
}

/** Finds things of several types, in an order of its own; the planner shows them. */
export interface Finder {
  /** The types it finds. */
  readonly types: readonly string[];
  find(quest: FinderRequest): Promise<FinderResult>;
}
