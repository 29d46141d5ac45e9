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
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { ModelErrors } from '../../models/model.errors.js';
import { ModelRights } from '../../models/model-rights.js';
import { lockModel } from '../../models/model.store.js';
import { UnitErrors } from '../../units/unit.errors.js';
import { UnitsReader } from '../../units/units.reader.js';
import { countUnder } from '../edges/replication.store.js';
import type { SeenRecord } from '../edges/replications.service.js';
import { ReplicationErrors } from '../replication.errors.js';
import type { ReplicationPlanEntity } from './replication-plan.entity.js';
import { insertPlan, isPlanned, lockPlan, updatePlan } from './replication-plan.store.js';
import { replicationPlanView } from './replication-plan.view.js';

type PlanContent = Pick<ReplicationPlanEntity, 'unitId' | 'dueOn' | 'basis'>;
export type GivenPlan = PlanContent & Pick<ReplicationPlanEntity, 'originId'>;

/** Assigns units to copy a model by a day. */
@Injectable()
export class ReplicationPlansService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly models: ModelRights,
    private readonly units: UnitsReader,
    private readonly scopes: Scopes,
  ) {}

  plan(actor: Actor, given: GivenPlan, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'planReplication', input: given }, async tx => {
      const { originId, unitId, dueOn } = given;
      await this.rights.require(tx, 'replication.plan', unitId);
      const basis = cleanText(given.basis);
      const problems = new Problems();
      const origin = await lockModel(tx, originId, 'share');
      if (!origin || !(await this.models.seesIn(tx, originId)))
        problems.add(ModelErrors.MODEL_ORIGINAL_UNKNOWN({ id: originId }).at('originId'));
      else if (origin.gone) problems.add(ReplicationErrors.REPLICATION_MODEL_GONE({ title: origin.title }).at('originId'));
      const id = newId();
      const row = { id, originId, unitId, dueOn };
      await this.checkUnit(tx, unitId, problems);
      if (await isPlanned(tx, row)) problems.add(ReplicationErrors.REPLICATION_PLANNED().at('dueOn'));
      problems.refuseIfAny();
      await insertPlan(tx, { ...row, basis, recordedOn: tx.today });
      const after = { originId, unitId, dueOn, basis };
      await tx.audit({ action: 'replicationPlan.planned', object: { type: 'ReplicationPlan', id }, unitId, after });
      return id;
    });
  }

  correct(actor: Actor, { id, expectedVersion, reason }: SeenRecord, change: Change<PlanContent>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const plan = (await this.scopes.sees(tx, replicationPlanView, id)) ? await lockPlan(tx, id) : null;
      if (!plan) throw ReplicationErrors.REPLICATION_PLAN_NOT_FOUND({ id });
      const { originId, unitId, dueOn, basis, version } = plan;
      await this.rights.require(tx, 'replication.plan', unitId);
      requireVersion(expectedVersion, version);
      const before = { unitId, dueOn, basis };
      const given = changed<PlanContent>(before, change);
      const after = { ...given, basis: cleanText(given.basis) };
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      const problems = new Problems();
      if (after.unitId !== unitId) {
        await this.rights.require(tx, 'replication.plan', after.unitId);
        await this.checkUnit(tx, after.unitId, problems);
        if ((await countUnder(tx.query, id)) > 0) problems.add(ReplicationErrors.REPLICATION_PLAN_FULFILLED().at('unitId'));
      }
      if (await isPlanned(tx, { id, originId, ...after })) problems.add(ReplicationErrors.REPLICATION_PLANNED().at('dueOn'));
      problems.refuseIfAny();
      await updatePlan(tx, id, after);
      const entry = { unitId, before, after, reason: cleanText(reason) };
      await tx.audit({ action: 'replicationPlan.corrected', object: { type: 'ReplicationPlan', id }, ...entry });
      return id;
    });
  }

  private async checkUnit(tx: Tx, unitId: Id, problems: Problems): Promise<void> {
    const [unit] = await this.units.onDay(tx, [unitId], tx.today);
    if (!unit) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: unitId }).at('unitId'));
    else if (!unit.inForce) problems.add(ModelErrors.MODEL_UNIT_NOT_IN_FORCE({ unit: unit.fullName, date: tx.today }).at('unitId'));
  }
}
