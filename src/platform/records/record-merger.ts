import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import type { Problems } from '../errors/domain-error.js';
import { joined } from '../../shared/language.js';
import { RecordErrors } from './record.errors.js';
import { RecordKinds, type ForeignKey } from './record-kinds.js';
import { nameOf } from './resting.reader.js';
import {
  deleteRecord,
  deleteRows,
  entered,
  incrementVersion,
  keepId,
  moveFiles,
  moveReferences,
  named,
  twinsOf,
  uniqueKeysWith,
  type JsonRow,
  type Twins,
} from './record.store.js';
import { entryOf, partOf, type RecordKind, type RecordRow } from './record-kind.js';

/** What became of the rows that referred to a doubled record, by table: what the trail keeps, so that a merge can be followed. */
interface Moves {
  /** Primary keys of the rows that now refer to the kept record. */
  readonly moved: Record<string, string[]>;
  /** Rows that said what another row of the kept record says already. */
  readonly dropped: Record<string, JsonRow[]>;
}

/** One merge: the rights of its sender were checked. */
export interface Merge {
  readonly kind: RecordKind;
  readonly kept: RecordRow;
  readonly doubled: RecordRow;
  readonly reason: string;
  /** The sender does not see the doubled one: nothing of the kept one says that it was there. */
  readonly unseen?: boolean;
  /** Checks the rights on records that merge along, because one key would hold both. */
  readonly authorise: (kind: RecordKind, row: RecordRow) => Promise<void>;
}

/** Has everything that refers to the doubled record refer to the kept one, in the caller's transaction. */
@Injectable()
export class RecordMerger {
  constructor(private readonly kinds: RecordKinds) {}

  /** Adds a problem for everything that keeps the two apart. The caller refuses then, so that nothing is written. */
  async merge(tx: Tx, merge: Merge, problems: Problems, along?: string): Promise<void> {
    const { kind, kept, doubled, reason } = merge;
    const differing = Object.entries(kind.merging!.agree).filter(
      ([field]) => field !== along && JSON.stringify(kept[field]) !== JSON.stringify(doubled[field]),
    );
    if (differing.length > 0) {
      const what = {
        value: differing.map(([field]) => field).join(', '),
        ...joined(
          differing.map(([, words]) => words),
          ', ',
        ),
      };
      problems.add(RecordErrors.RECORDS_DIFFER({ type: kind.type, what }).at('intoId'));
    }
    await kind.merging!.check?.(tx, kept, doubled, problems);
    const moves: Moves = { moved: {}, dropped: {} };
    for (const key of this.kinds.referencesTo(kind.table)) await this.repoint(tx, key, merge, moves, problems);
    if (problems.any) return;
    const tables = Object.keys(moves.moved).filter(table => !partOf(kind, table));
    for (const resting of new Set(tables.map(table => this.kinds.countedAs(table))))
      await resting.afterMerge?.(tx, { type: kind.type, keptId: kept.id, doubledId: doubled.id });
    await moveFiles(tx, doubled.id, kept.id);
    const entity = this.kinds.entityOf(kind.table);
    await deleteRecord(tx, entity, doubled.id);
    await keepId(tx, kind.type, doubled.id, kept.id);
    const before = entered(entity, doubled);
    await tx.audit({ ...entryOf(kind, doubled, 'mergedAway'), before, after: { mergedIntoId: kept.id }, reason });
    if (merge.unseen) return;
    await incrementVersion(tx, entity, kept.id);
    const hidden = new Set(tables.filter(table => this.kinds.countedAs(table).confidential));
    const moved = Object.fromEntries(Object.entries(moves.moved).filter(([table]) => !hidden.has(table)));
    await tx.audit({ ...entryOf(kind, kept, 'merged'), after: { mergedId: doubled.id, ...moves, moved }, reason });
  }

  private async repoint(tx: Tx, key: ForeignKey, merge: Merge, moves: Moves, problems: Problems): Promise<void> {
    const { kind, kept, doubled } = merge;
    const entity = this.kinds.entityOf(key.table);
    const ids = { from: doubled.id, to: kept.id };
    for (const unique of await uniqueKeysWith(tx, key)) {
      const twins = await twinsOf(tx, entity, key.column, unique, ids);
      if (twins.length > 0) await this.unite(tx, key, twins, merge, moves, problems);
    }
    // A part has no key that would double; the same post twice is dropped all the same.
    if (partOf(kind, key.table)) {
      const twins = (await twinsOf(tx, entity, key.column, null, ids)).filter(({ equal }) => equal);
      if (twins.length > 0) await this.unite(tx, key, twins, merge, moves, problems);
    }
    if (problems.any) return;
    const moved = await moveReferences(tx, entity, key.column, doubled.id, kept.id);
    if (moved.length > 0) moves.moved[key.table] = [...(moves.moved[key.table] ?? []), ...moved];
  }

  /** Two rows that one key would hold become one: records merge in their turn, rows that say the same lose the doubled one. */
  private async unite(tx: Tx, key: ForeignKey, twins: readonly Twins[], merge: Merge, moves: Moves, problems: Problems): Promise<void> {
    const entity = this.kinds.entityOf(key.table);
    const kind = this.kinds.inTable(key.table);
    if (kind?.merging) {
      const along = entity.columns.find(({ databaseName }) => databaseName === key.column)!.propertyName;
      for (const pair of twins) {
        const [kept, doubled] = [named(entity, pair.kept), named(entity, pair.doubled)];
        await merge.authorise(kind, doubled);
        await merge.authorise(kind, kept);
        await this.merge(tx, { ...merge, kind, kept, doubled }, problems, along);
      }
      return;
    }
    const isProtected = this.kinds.isProtected(key.table);
    const differing = twins.filter(({ equal }) => !equal).length;
    if (differing > 0) {
      const what = {
        value: key.table,
        ...(isProtected ? UNSEEN : (partOf(merge.kind, key.table) ?? nameOf(this.kinds.countedAs(key.table)))),
      };
      problems.add(RecordErrors.RECORD_PARTS_DIFFER({ what, n: differing }).at('intoId'));
      return;
    }
    const rows = twins.map(({ doubled }) => doubled);
    await deleteRows(tx, entity, rows);
    // Neither a refusal nor the trail shows what no view does.
    moves.dropped[key.table] = [...(moves.dropped[key.table] ?? []), ...(isProtected ? rows.map(() => ({})) : rows)];
  }
}

const UNSEEN = { vi: 'dữ liệu mà bạn không xem được', en: 'data that you cannot see' };
