import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Rights } from '../access/rights.js';
import { Database } from '../database/database.js';
import { requireVersion } from '../database/expected-version.js';
import type { Tx } from '../database/tx.js';
import { Problems } from '../errors/domain-error.js';
import { Scopes } from '../views/scopes.js';
import type { Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { RecordErrors } from './record.errors.js';
import { RecordKinds } from './record-kinds.js';
import { RecordMerger } from './record-merger.js';
import { deleteRecord, deleteReferring, entered, forgetMerged, lockRecords, releaseFiles } from './record.store.js';
import { entryOf, unitOf, type RecordKind, type RecordRow } from './record-kind.js';
import { RestingReader, namesOfResting } from './resting.reader.js';

/** A record of one type, the version that the sender has read, and why it is taken back. */
export interface SeenRecord {
  readonly type: string;
  readonly id: Id;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** Removes and merges records of every kind that a chapter declares. The rules are in README.md. */
@Injectable()
export class Records {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly scopes: Scopes,
    private readonly kinds: RecordKinds,
    private readonly resting: RestingReader,
    private readonly merger: RecordMerger,
  ) {}

  /** Removes a record and its parts. @throws RECORD_IN_USE with what rests on it. */
  remove(actor: Actor, { type, id, expectedVersion, reason }: SeenRecord): Promise<Id> {
    const kind = this.kinds.of(type);
    return this.db.tx(actor, async tx => {
      const [record] = await this.lock(tx, kind, id);
      await this.authorise(tx, kind, record!);
      kind.removable?.(tx, record!);
      requireVersion(expectedVersion, record!.version);
      const found = await this.resting.whatRestsOn(tx, kind, record!);
      if (found.length > 0) throw RecordErrors.RECORD_IN_USE({ type, what: namesOfResting(found) });
      const entity = this.kinds.entityOf(kind.table);
      const parts: Record<string, unknown> = {};
      for (const { table, column } of this.kinds.referencesTo(kind.table)) {
        const rows = await deleteReferring(tx, this.kinds.entityOf(table), column, id);
        if (rows.length > 0) parts[table] = rows;
      }
      await releaseFiles(tx, id);
      await deleteRecord(tx, entity, id);
      await forgetMerged(tx, id);
      const before = { ...entered(entity, record!), ...parts };
      await tx.audit({ ...entryOf(kind, record!, 'removed'), before, reason: cleanText(reason) });
      await kind.afterRemoval?.(tx, record!);
      return id;
    });
  }

  /**
   * Merges a record into another of the same thing. @returns the id of the one that is kept.
   * @throws Refusal with everything in which they differ.
   */
  merge(actor: Actor, { type, id, expectedVersion, reason }: SeenRecord, intoId: Id): Promise<Id> {
    const kind = this.kinds.of(type);
    return this.db.tx(actor, async tx => {
      if (id === intoId) throw RecordErrors.RECORD_MERGE_ITSELF().at('intoId');
      await this.requireSeen(tx, kind, id, intoId);
      for (const { lockedBeforeMerge } of this.kinds.resting) await lockedBeforeMerge?.(tx, { type, keptId: intoId, doubledId: id });
      const [doubled, kept] = await this.lock(tx, kind, id, intoId);
      await this.authorise(tx, kind, doubled!);
      await this.authorise(tx, kind, kept!);
      requireVersion(expectedVersion, doubled!.version);
      await this.refuseBeyondReach(tx, kind, doubled!, kept!);
      const problems = new Problems();
      const authorise = (other: RecordKind, row: RecordRow): Promise<void> => this.authorise(tx, other, row);
      await this.merger.merge(tx, { kind, doubled: doubled!, kept: kept!, reason: cleanText(reason), authorise }, problems);
      problems.refuseIfAny();
      return intoId;
    });
  }

  /**
   * Merges a record that the actor does not see into one that takes its name, within the caller’s transaction. Only the trail of the merged one names
   * it: what is shown of the kept one is as if there had been no other.
   */
  async absorb(tx: Tx, { type, id, reason }: Omit<SeenRecord, 'expectedVersion'>, intoId: Id): Promise<void> {
    const kind = this.kinds.of(type);
    const locked = await lockRecords(tx, this.kinds.entityOf(kind.table), [id, intoId]);
    const [doubled, kept] = [locked.get(id)!, locked.get(intoId)!];
    const problems = new Problems();
    await this.merger.merge(tx, { kind, doubled, kept, reason, unseen: true, authorise: () => Promise.resolve() }, problems);
    problems.refuseIfAny();
  }

  /** The records, locked. @throws `notFound` of their kind, for one that the actor does not see as for one that does not exist. */
  private async lock(tx: Tx, kind: RecordKind, ...ids: readonly Id[]): Promise<RecordRow[]> {
    await this.requireSeen(tx, kind, ...ids);
    for (const id of ids) await kind.lockedFirst?.(tx, id);
    const locked = await lockRecords(tx, this.kinds.entityOf(kind.table), ids);
    return ids.map(id => {
      const record = locked.get(id);
      if (!record) throw kind.notFound({ id });
      return record;
    });
  }

  private async requireSeen(tx: Tx, kind: RecordKind, ...ids: readonly Id[]): Promise<void> {
    for (const id of ids) if (!(await this.scopes.sees(tx, kind.seenBy, id))) throw kind.notFound({ id });
  }

  private authorise(tx: Tx, kind: RecordKind, row: RecordRow): Promise<void> {
    if (kind.unit === null) return this.rights.requireSomewhere(tx, kind.action);
    return this.rights.require(tx, kind.action, unitOf(kind, row));
  }

  /** What belongs to no unit is merged by a right in any scope, but not what rests on it elsewhere. Some things take a right of their own. */
  private async refuseBeyondReach(tx: Tx, kind: RecordKind, doubled: RecordRow, kept: RecordRow): Promise<void> {
    const [moving, staying] = [await this.resting.whatRestsOn(tx, kind, doubled), await this.resting.whatRestsOn(tx, kind, kept)];
    const unseen = kind.unit === null ? moving.reduce((sum, each) => sum + each.unseen, 0) : 0;
    const bound = [...moving, ...staying].filter(
      ({ kind: { mergedBy } }) => mergedBy && this.rights.reach(tx.actor, mergedBy) !== 'everywhere',
    );
    const n = unseen + bound.reduce((sum, each) => sum + each.seen + each.unseen, 0);
    if (n > 0) throw RecordErrors.RECORD_RESTS_ELSEWHERE({ type: kind.type, n });
  }
}
