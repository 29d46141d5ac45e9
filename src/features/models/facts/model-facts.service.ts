import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import type { Notice } from '../../../platform/graphql/mutation.js';
import { daysOfModel } from '../content/model-dates.reader.js';
import { cleanText } from '../../../shared/text.js';
import { DecisionsReader } from '../../decisions/decisions.reader.js';
import { checkDecision } from '../decision-basis.checks.js';
import type { SeenModel } from '../changed-model.inputs.js';
import { ModelErrors } from '../model.errors.js';
import { ModelRights } from '../model-rights.js';
import { lockModel, raiseVersion, type LockedModel } from '../model.store.js';
import { insertStep, setRunning } from '../steps/model-step.store.js';
import { deleteFact, insertFact, sourceOf, type FactKey } from './model-fact.store.js';
import type { RunningState } from '../model-states.js';

/** Dated facts of a model, which change neither its content nor its file. */
@Injectable()
export class ModelFactsService {
  constructor(
    private readonly db: Database,
    private readonly decisions: DecisionsReader,
    private readonly rights: ModelRights,
  ) {}

  /** @param given the paper that states the fact. */
  record(actor: Actor, seen: SeenModel, fact: FactKey, given: string): Promise<Id> {
    const source = cleanText(given);
    return this.change(actor, seen, 'recordFact', async (tx, { unitId }, problems) => {
      await this.checkDay(tx, fact.on, 'on', problems);
      const { starts } = await daysOfModel(tx.query, seen.id);
      if (starts !== null && starts.earliest !== null && fact.on < starts.earliest)
        problems.add(ModelErrors.MODEL_FACT_BEFORE_START({ date: fact.on, starts: starts.text }).at('on'));
      await this.checkDecision(tx, fact, problems);
      problems.refuseIfAny();
      if ((await sourceOf(tx, seen.id, fact)) === source) return tx.unchanged(false);
      if (!(await insertFact(tx, seen.id, fact, source))) throw ModelErrors.MODEL_FACT_KNOWN();
      await tx.audit({ action: 'model.factRecorded', object: { type: 'EmulationModel', id: seen.id }, unitId, after: { ...fact, source } });
      return true;
    });
  }

  /** A paper may speak of years before the first paper that is entered, so a fact before that is no refusal. */
  async warningsAbout(id: Id, on: LocalDate): Promise<Notice[]> {
    const { starts, attestedOn: attested } = await daysOfModel(this.db.rows, id);
    if (starts !== null || on >= attested) return [];
    return [{ warning: ModelErrors.MODEL_FACT_BEFORE_ATTESTED({ date: on, attested }).at('on'), ids: [toGlobalId('EmulationModel', id)] }];
  }

  /** Deletes a fact that was entered by mistake; the trail keeps it. */
  retract(actor: Actor, seen: SeenModel, fact: FactKey, reason: string): Promise<Id> {
    return this.change(actor, seen, 'recordFact', async (tx, { unitId }) => {
      const deleted = await deleteFact(tx, seen.id, fact);
      if (!deleted) throw ModelErrors.MODEL_FACT_UNKNOWN();
      const before = { ...fact, source: deleted.source };
      await tx.audit({ action: 'model.factRetracted', object: { type: 'EmulationModel', id: seen.id }, unitId, before, reason });
      return true;
    });
  }

  /** Records how a model runs if the paper it was entered from did not say: the first step of its running lifecycle. */
  recordRunning(actor: Actor, seen: SeenModel, running: RunningState, on: LocalDate, source: string): Promise<Id> {
    return this.change(actor, seen, 'record', async (tx, row, problems) => {
      if (row.running !== null) problems.add(ModelErrors.MODEL_RUNNING_KNOWN());
      await this.checkDay(tx, on, 'on', problems);
      if (on < row.attestedOn) problems.add(ModelErrors.MODEL_STEP_BEFORE_LAST({ date: row.attestedOn }).at('on'));
      problems.refuseIfAny();
      await this.recordFirstRunning(tx, seen.id, row, running, on, source);
      return true;
    });
  }

  /** The same within the caller’s transaction, which has checked everything and locked the model. */
  async recordFirstRunning(
    tx: Tx,
    id: Id,
    { unitId }: Pick<LockedModel, 'unitId'>,
    running: RunningState,
    on: LocalDate,
    source: string,
  ): Promise<void> {
    await setRunning(tx, id, running);
    const action = 'recordRunning';
    await insertStep(tx, { modelId: id, lifecycle: 'RUNNING', action, toState: running, onDay: on, reason: cleanText(source) });
    const after = { running, on, source };
    await tx.audit({ action: 'model.runningRecorded', object: { type: 'EmulationModel', id }, unitId, after });
  }

  private async checkDay(tx: Tx, day: LocalDate, field: string, problems: Problems): Promise<void> {
    if (day > tx.today) problems.add(ModelErrors.MODEL_FACT_IN_FUTURE({ date: day }).at(field));
  }

  private async checkDecision(tx: Tx, { decisionId, on }: FactKey, problems: Problems): Promise<void> {
    if (decisionId === null) return;
    checkDecision(await this.decisions.decisionIn(tx, decisionId), decisionId, on, problems);
  }

  /** @param work returns whether it has changed the model. */
  private change(
    actor: Actor,
    { id, expectedVersion }: SeenModel,
    permission: 'record' | 'recordFact',
    work: (tx: Tx, row: LockedModel, problems: Problems) => Promise<boolean>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const row = await lockModel(tx, id);
      if (!row) throw ModelErrors.MODEL_NOT_FOUND({ id });
      await this.rights.require(tx, permission, id);
      requireVersion(expectedVersion, row.version);
      const problems = new Problems();
      if (row.gone) problems.add(ModelErrors.MODEL_IN_TRASH());
      const hasChanged = await work(tx, row, problems);
      problems.refuseIfAny();
      if (hasChanged) await raiseVersion(tx, id);
      return id;
    });
  }
}
