import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import { Scopes } from '../../../platform/views/scopes.js';
import { changed, type Change } from '../../../shared/change.js';
import { parsePartialDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { ModelErrors } from '../../models/model.errors.js';
import { ModelRights } from '../../models/model-rights.js';
import { lockModel } from '../../models/model.store.js';
import { ReplicationErrors } from '../replication.errors.js';
import { planIn } from '../plans/replication-plan.store.js';
import { replicationPlanView } from '../plans/replication-plan.view.js';
import { isBefore, namedTo } from './declared-origins.js';
import { isWithin, lockEdges, originsAbove, startOf } from './replication.finder.js';
import { insertEdge, lockEdge, lockEdgeOf, updateEdge, type ReplicationContent } from './replication.store.js';
import { replicationView } from './replication.view.js';

/** A record, the version that the client has read, and the reason to change it. */
export interface SeenRecord {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** Records actual copies, and corrects them. */
@Injectable()
export class ReplicationsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly models: ModelRights,
    private readonly scopes: Scopes,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  record(actor: Actor, copyId: Id, given: ReplicationContent, idempotencyKey?: string | null): Promise<Id> {
    const command = { key: idempotencyKey, command: 'recordReplication', input: { copyId, ...given } };
    return this.db.once(actor, command, async tx => {
      const copy = await lockModel(tx, copyId, 'share');
      if (!copy || !(await this.models.seesIn(tx, copyId))) throw ModelErrors.MODEL_NOT_FOUND({ id: copyId });
      await this.rights.require(tx, 'replication.record', copy.unitId);
      const content = cleaned(given);
      const problems = new Problems();
      if (copy.gone) problems.add(ReplicationErrors.REPLICATION_MODEL_GONE({ title: copy.title }).at('copyId'));
      await this.checkOrigin(tx, copyId, content.originId, problems);
      if (await lockEdgeOf(tx, copyId)) problems.add(ReplicationErrors.REPLICATION_KNOWN().at('copyId'));
      await this.checkContent(tx, { copyId, unitId: copy.unitId }, content, problems);
      problems.refuseIfAny();
      const id = newId();
      await insertEdge(tx, { id, copyId, unitId: copy.unitId, ...content, declared: false });
      await tx.audit({
        action: 'replication.recorded',
        object: { type: 'Replication', id },
        unitId: copy.unitId,
        after: { copyId, ...content },
      });
      return id;
    });
  }

  correct(actor: Actor, { id, expectedVersion, reason }: SeenRecord, change: Change<ReplicationContent>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const edge = (await this.scopes.sees(tx, replicationView, id)) ? await lockEdge(tx, id) : null;
      if (!edge) throw ReplicationErrors.REPLICATION_NOT_FOUND({ id });
      const { copyId, unitId, version, declared, id: _id, ...before } = edge;
      await this.rights.require(tx, 'replication.record', unitId);
      requireVersion(expectedVersion, version);
      const after = cleaned(changed<ReplicationContent>(before, change));
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      const problems = new Problems();
      if (after.originId !== before.originId) await this.checkOrigin(tx, copyId, after.originId, problems);
      await this.checkContent(tx, { copyId, unitId }, after, problems);
      problems.refuseIfAny();
      await updateEdge(tx, id, { ...after, declared: false });
      const entry = { unitId, before: { ...before, declared }, after: { ...after, declared: false }, reason: cleanText(reason) };
      await tx.audit({ action: 'replication.corrected', object: { type: 'Replication', id }, ...entry });
      return id;
    });
  }

  /** What the actor does not see is unknown to them. Locks the edges, so that no other command closes a circle with this one. */
  private async checkOrigin(tx: Tx, copyId: Id, originId: Id, problems: Problems): Promise<void> {
    const origin = await lockModel(tx, originId, 'share');
    const isSeen = origin !== undefined && (await this.models.seesIn(tx, originId));
    await lockEdges(tx);
    if (!isSeen) problems.add(ModelErrors.MODEL_ORIGINAL_UNKNOWN({ id: originId }).at('originId'));
    else if (origin.gone) problems.add(ReplicationErrors.REPLICATION_MODEL_GONE({ title: origin.title }).at('originId'));
    else if ((await originsAbove(tx.query, originId)).includes(copyId)) problems.add(ModelErrors.MODEL_OWN_COPY().at('originId'));
  }

  private async checkContent(
    tx: Tx,
    { copyId, unitId }: { readonly copyId: Id; readonly unitId: Id },
    { originId, startedOn, startedGiven, planId }: ReplicationContent,
    problems: Problems,
  ): Promise<void> {
    const [origin, copy] = [await startOf(tx.query, originId), await startOf(tx.query, copyId)];
    if (origin && copy && isBefore(copy.starts, origin.starts))
      problems.add(ModelErrors.MODEL_BEFORE_ITS_ORIGINAL(await namedTo(this.models, tx, origin)).at('originId'));
    if (startedOn !== null) {
      const started = parsePartialDate(startedGiven ?? startedOn)!;
      const earliest = started.earliest ?? started.latest;
      if (earliest > tx.today) problems.add(ReplicationErrors.REPLICATION_IN_FUTURE({ date: earliest }).at('startedOn'));
      if (origin && isBefore(started, origin.starts))
        problems.add(ReplicationErrors.REPLICATION_BEFORE_ORIGIN(await namedTo(this.models, tx, origin)).at('startedOn'));
    }
    if (planId === null) return;
    const plan = (await this.scopes.sees(tx, replicationPlanView, planId)) ? await planIn(tx, planId) : null;
    if (!plan) problems.add(ReplicationErrors.REPLICATION_PLAN_UNKNOWN({ id: planId }).at('planId'));
    else if (plan.originId !== originId || !(await isWithin(tx.query, unitId, plan.unitId, tx.today)))
      problems.add(ReplicationErrors.REPLICATION_PLAN_OF_ANOTHER().at('planId'));
  }
}

const TEXTS = ['kept', 'changed', 'dropped', 'originResults', 'copyResults', 'conditions', 'lessons', 'source'] as const;

/** Texts in NFC, without blanks at both ends. */
function cleaned(content: ReplicationContent): ReplicationContent {
  const texts = TEXTS.map(name => [name, content[name] === null ? null : cleanText(content[name])]);
  return { ...content, ...(Object.fromEntries(texts) as Pick<ReplicationContent, (typeof TEXTS)[number]>) };
}
