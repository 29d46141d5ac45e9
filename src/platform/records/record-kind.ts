import type { AuditLine, Tx } from '../database/tx.js';
import type { DomainError, Problems } from '../errors/domain-error.js';
import type { AnyView } from '../views/view.js';
import type { Bilingual } from '../../shared/language.js';
import type { Id } from '../../shared/ids.js';

/** A record as its table has it, by the names of its entity: `{ id, version, name, launcherId, … }`; dates as text, ranges as PostgreSQL writes them. */
export type RecordRow = Readonly<Record<string, unknown>> & { readonly id: Id; readonly version: number };

/** How rows of tables are counted and named when they rest on a record. */
export interface RestingKind {
  /** The GraphQL type, such as `EmulationModel`; its name in a sentence is in `type-names.ts`. */
  readonly type: string;
  readonly table: string;
  /** The column of `table` that identifies what is counted. Default: `id`. */
  readonly id?: string;
  /** Further tables of which each row belongs to one such thing, with the column that says to which: `{ recognition: 'model_id' }`. */
  readonly links?: Readonly<Record<string, string>>;
  /** What the sentence calls several of them, where the name of the type does not say enough. */
  readonly name?: Bilingual;
  /** Who sees them: by their view, or, of what no view shows, by a right at the unit of the record. What a caller does not see is not named to them. */
  readonly seenBy: AnyView | { readonly action: string };
  /** That there are some is known to few: the trail of a merge, which everyone reads who sees the kept record, does not name what was moved. */
  readonly confidential?: boolean;
  /**
   * The right over the whole registry without which no record is merged that has some of these, on either side. Default: the right to merge is enough.
   * For what gives its holder rights by being of this record and no other.
   */
  readonly mergedBy?: string;
  /** Before records of any type are locked to be merged: locks what the commands of the chapter lock first, so that none waits for one that waits for it. */
  readonly lockedBeforeMerge?: (tx: Tx, merged: MergedIds) => Promise<void>;
  /**
   * After rows of these tables were made to refer to the kept record: puts right what else says who or what the doubled one was, such as stored results
   * that name people. @throws where the merge would change what must not change; then nothing is written.
   */
  readonly afterMerge?: (tx: Tx, merged: MergedIds) => Promise<void>;
}

export interface MergedIds {
  /** The GraphQL type of both. */
  readonly type: string;
  readonly keptId: Id;
  readonly doubledId: Id;
}

/** When two records may be the same thing, entered twice. */
interface Merging {
  /** The fields of the entity that must agree, with their names in a sentence. */
  readonly agree: Readonly<Record<string, Bilingual>>;
  /** Rules that more than one field or other rows decide. Both rows are locked, and nothing has moved yet. */
  readonly check?: (tx: Tx, kept: RecordRow, doubled: RecordRow, problems: Problems) => Promise<void>;
}

/** What a chapter declares about records that people can take back: see README.md. */
export interface RecordKind extends RestingKind {
  readonly seenBy: AnyView;
  readonly notFound: (params: { id: string }) => DomainError;
  /** The first word of its actions in the audit trail: `movement` in `movement.removed`. */
  readonly trail: string;
  /** The right that removing and merging require. */
  readonly action: string;
  /** The field of the entity with the unit at which the right is required. `null`: the record belongs to no unit, and a right in any scope is enough. */
  readonly unit: string | null;
  /** Tables whose rows are parts of the record, with what a sentence calls them: they are removed with it. */
  readonly parts?: Readonly<Record<string, Bilingual>>;
  /** Locks what the commands of the chapter lock before the record, so that none waits for one that waits for it. */
  readonly lockedFirst?: (tx: Tx, id: Id) => Promise<void>;
  /** Who may remove a record, beyond the right. @throws for anybody else. */
  readonly removable?: (tx: Tx, row: RecordRow) => void;
  /** After a record was removed: puts right what was written because of it. */
  readonly afterRemoval?: (tx: Tx, removed: RecordRow) => Promise<void>;
  /** Absent: its records are never merged. */
  readonly merging?: Merging;
}

/** What the rows of a table are called as parts of the record; `undefined`: they are none. */
export const partOf = ({ parts }: RecordKind, table: string): Bilingual | undefined => parts?.[table];

/** The unit of the record, at which the right is required and under which the trail has its entries. */
export const unitOf = ({ unit }: RecordKind, row: RecordRow): Id | null => (unit === null ? null : (row[unit] as Id | null));

/** An entry of the trail about the record. */
export const entryOf = (kind: RecordKind, row: RecordRow, done: string): Pick<AuditLine, 'action' | 'object' | 'unitId'> => ({
  action: `${kind.trail}.${done}`,
  object: { type: kind.type, id: row.id },
  unitId: unitOf(kind, row),
});
