import type { AnyView, RunQuery } from '../../platform/views/view.js';
import type { UnitsScope } from '../../platform/views/visibility.js';

/** The one right by which everything that is counted is seen. */
export const READ = 'registry.read';

/** Who asks, and how statements are run. */
export interface Asking {
  readonly runQuery: RunQuery;
  /** The same for statements that one plan is good for: asked often, they are prepared, because to plan them takes longer than to run them. */
  readonly runOften: RunQuery;
  /** Runs statements that all see the same moment of the registry. */
  readonly inSnapshot: <T>(work: (runQuery: RunQuery) => Promise<T>) => Promise<T>;
  /** Whether they have the right to read everything, and whether they are a known person, from whom something can be withheld. */
  readonly sight: { readonly isWhole: boolean; readonly isPerson: boolean };
  /** What restricts the caller; `undefined`: they see every row of the view. */
  readonly restricting: (view: AnyView) => UnitsScope | undefined;
  /** The units that their right to read reaches, as PostgreSQL reads a list of ids. */
  readonly units: string;
}
