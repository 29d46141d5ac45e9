import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import type { PartialDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { ModelErrors } from '../../models/model.errors.js';
import { ModelRights } from '../../models/model-rights.js';
import { lockModel } from '../../models/model.store.js';
import { ModelOrigins, type CheckedOrigin, type DeclaredOrigin, type OriginSource } from '../../models/ports/model-origins.port.js';
import { ReplicationErrors } from '../replication.errors.js';
import { isInCircle, lockEdges, originsAbove, startOf, startsOfCopies, type RelatedStart } from './replication.finder.js';
import { NOTHING_KNOWN, deleteEdge, followUnit, insertEdge, lockEdgeOf, updateEdge } from './replication.store.js';

/** Whether the first certainly comes before the second, whatever their exact days are. */
export const isBefore = (first: PartialDate | null, second: PartialDate | null): boolean =>
  first !== null && second !== null && second.earliest !== null && first.latest < second.earliest;

/** Another model with its start, for a sentence: by its title where the actor sees it. */
export const namedTo = async (rights: ModelRights, tx: Tx, { id, title, text }: RelatedStart): Promise<{ title: string; date: string }> =>
  (await rights.seesIn(tx, id)) ? { title, date: text } : { title: '', date: '' };

/** Answers the port of models: a registration that names the model it copies makes the first edge, which follows it until somebody records or corrects the edge. */
@Injectable()
export class DeclaredOrigins implements OnModuleInit, OriginSource {
  constructor(
    private readonly origins: ModelOrigins,
    private readonly rights: ModelRights,
  ) {}

  onModuleInit(): void {
    this.origins.register(this);
  }

  async check(tx: Tx, { id, originId, before, starts }: CheckedOrigin, problems: Problems): Promise<void> {
    if (originId !== null && originId !== before) await this.checkOrigin(tx, id, originId, problems);
    const edge = id === null ? null : await lockEdgeOf(tx, id);
    if (edge && !edge.declared && originId !== before && originId !== edge.originId)
      problems.add(ReplicationErrors.REPLICATION_RECORDED().at('copyOfId'));
    if (starts === null) return;
    const origin = originId === before ? (edge?.originId ?? null) : originId;
    const copied = origin === null ? undefined : await startOf(tx.query, origin);
    if (copied && isBefore(starts, copied.starts))
      problems.add(ModelErrors.MODEL_BEFORE_ITS_ORIGINAL(await namedTo(this.rights, tx, copied)).at('starts'));
    const copies = id === null ? [] : await startsOfCopies(tx.query, id);
    const early = copies.find(copy => isBefore(copy.starts, starts));
    if (early) problems.add(ModelErrors.MODEL_AFTER_ITS_COPY(await namedTo(this.rights, tx, early)).at('starts'));
  }

  async declare(tx: Tx, id: Id, { unitId, originId, before }: DeclaredOrigin): Promise<void> {
    const edge = originId === null && before === null ? null : await lockEdgeOf(tx, id);
    if (originId !== before) {
      await lockEdges(tx);
      if (edge?.declared && originId === null) await deleteEdge(tx, edge.id);
      else if (edge?.declared) await updateEdge(tx, edge.id, { originId: originId! });
      else if (!edge && originId !== null)
        await insertEdge(tx, { id: newId(), originId, copyId: id, unitId, ...NOTHING_KNOWN, declared: true });
    }
    await followUnit(tx, id, unitId);
  }

  async refuseCircle(tx: Tx, ids: readonly Id[]): Promise<void> {
    await lockEdges(tx);
    for (const id of ids) if (await isInCircle(tx.query, id)) throw ReplicationErrors.REPLICATION_CLOSES_CIRCLE();
  }

  /** A model is not a copy of itself, nor of one of its own copies. What the actor does not see is unknown to them. */
  private async checkOrigin(tx: Tx, id: Id | null, originId: Id, problems: Problems): Promise<void> {
    const model = await lockModel(tx, originId, 'share');
    if (!model || model.gone || !(await this.rights.seesIn(tx, originId))) {
      problems.add(ModelErrors.MODEL_ORIGINAL_UNKNOWN({ id: originId }).at('copyOfId'));
      return;
    }
    await lockEdges(tx);
    if (id !== null && (await originsAbove(tx.query, originId)).includes(id)) problems.add(ModelErrors.MODEL_OWN_COPY().at('copyOfId'));
  }
}
