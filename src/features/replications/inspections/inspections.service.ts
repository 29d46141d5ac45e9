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
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { ModelErrors } from '../../models/model.errors.js';
import { ModelRights } from '../../models/model-rights.js';
import { lockModel } from '../../models/model.store.js';
import { startOf } from '../edges/replication.finder.js';
import type { SeenRecord } from '../edges/replications.service.js';
import { InspectionEntity } from './inspection.entity.js';
import { InspectionErrors } from './inspection.errors.js';
import { insertInspection, lockInspection, updateInspection } from './inspection.store.js';
import { inspectionView } from './inspection.view.js';

/** What is known of an inspection that was held. */
export interface Held {
  readonly heldOn: LocalDate;
  readonly team: string;
  readonly findings: string;
  readonly paper: string | null;
}

export type GivenPlan = Pick<InspectionEntity, 'modelId' | 'unitId' | 'team'> & { readonly plannedOn: LocalDate };
export type GivenInspection = Held & Pick<InspectionEntity, 'modelId' | 'unitId'> & { readonly plannedId: Id | null };

/** Plans and records inspections on the spot. The right is required at the unit that inspects. */
@Injectable()
export class InspectionsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly models: ModelRights,
    private readonly scopes: Scopes,
  ) {}

  plan(actor: Actor, given: GivenPlan, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'planInspection', input: given }, async tx => {
      const { modelId, unitId, plannedOn } = given;
      await this.requireModel(tx, modelId, unitId);
      const id = newId();
      const row = { modelId, unitId, plannedOn, heldOn: null, team: cleanOrNull(given.team), findings: null, paper: null };
      await insertInspection(tx, { id, ...row });
      await tx.audit({ action: 'inspection.planned', object: { type: 'Inspection', id }, unitId, after: row });
      return id;
    });
  }

  /** @throws Refusal with all problems; then nothing is written. */
  record(actor: Actor, given: GivenInspection, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'recordInspection', input: given }, async tx => {
      const { modelId, unitId, plannedId } = given;
      await this.requireModel(tx, modelId, unitId);
      const held = cleaned(given);
      const problems = new Problems();
      const planned = plannedId === null ? null : await this.lockSeen(tx, plannedId);
      if (planned && (planned.modelId !== modelId || planned.unitId !== unitId))
        problems.add(InspectionErrors.INSPECTION_OF_ANOTHER().at('plannedId'));
      else if (planned && planned.heldOn !== null) problems.add(InspectionErrors.INSPECTION_HELD({ date: planned.heldOn }).at('plannedId'));
      await this.checkDay(tx, modelId, held.heldOn, problems);
      problems.refuseIfAny();
      const id = planned?.id ?? newId();
      if (planned) await updateInspection(tx, id, held);
      else await insertInspection(tx, { id, modelId, unitId, plannedOn: null, ...held });
      const after = { modelId, unitId, plannedOn: planned?.plannedOn ?? null, ...held };
      await tx.audit({ action: 'inspection.recorded', object: { type: 'Inspection', id }, unitId, after });
      return id;
    });
  }

  correct(actor: Actor, { id, expectedVersion, reason }: SeenRecord, change: Change<Held>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const inspection = await this.lockSeen(tx, id);
      const { modelId, unitId, version, heldOn, team, findings, paper } = inspection;
      await this.rights.require(tx, 'inspection.record', unitId);
      requireVersion(expectedVersion, version);
      if (heldOn === null || team === null || findings === null) throw InspectionErrors.INSPECTION_NOT_HELD().at('id');
      const before = { heldOn, team, findings, paper };
      const after = cleaned(changed<Held>(before, change));
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      const problems = new Problems();
      await this.checkDay(tx, modelId, after.heldOn, problems);
      problems.refuseIfAny();
      await updateInspection(tx, id, after);
      const entry = { unitId, before, after, reason: cleanText(reason) };
      await tx.audit({ action: 'inspection.corrected', object: { type: 'Inspection', id }, ...entry });
      return id;
    });
  }

  private async requireModel(tx: Tx, modelId: Id, unitId: Id): Promise<void> {
    const model = await lockModel(tx, modelId, 'share');
    if (!model || !(await this.models.seesIn(tx, modelId))) throw ModelErrors.MODEL_NOT_FOUND({ id: modelId });
    await this.rights.require(tx, 'inspection.record', unitId);
    if (model.gone) throw InspectionErrors.INSPECTION_MODEL_GONE({ title: model.title }).at('modelId');
  }

  private async lockSeen(tx: Tx, id: Id): Promise<InspectionEntity> {
    const found = (await this.scopes.sees(tx, inspectionView, id)) ? await lockInspection(tx, id) : null;
    if (!found) throw InspectionErrors.INSPECTION_NOT_FOUND({ id });
    return found;
  }

  private async checkDay(tx: Tx, modelId: Id, day: LocalDate, problems: Problems): Promise<void> {
    if (day > tx.today) problems.add(InspectionErrors.INSPECTION_IN_FUTURE({ date: day }).at('heldOn'));
    const start = await startOf(tx.query, modelId);
    if (start && start.starts.earliest !== null && day < start.starts.earliest)
      problems.add(InspectionErrors.INSPECTION_BEFORE_MODEL({ title: start.title, starts: start.text }).at('heldOn'));
  }
}

const cleanOrNull = (text: string | null): string | null => (text === null ? null : cleanText(text));

const cleaned = ({ heldOn, team, findings, paper }: Held): Held => ({
  heldOn,
  team: cleanText(team),
  findings: cleanText(findings),
  paper: cleanOrNull(paper),
});
