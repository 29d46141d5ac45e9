import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import type { SeenModel } from '../changed-model.inputs.js';
import { changedContent, cleanContent } from '../content/model-content.js';
import { differences, forTrail } from '../content/model-content.trail.js';
import type { ModelFormTexts } from '../content/model-form.js';
import { ModelErrors } from '../model.errors.js';
import { RegistrationErrors } from './registration.errors.js';
import { ModelRights, type ModelPermission } from '../model-rights.js';
import { isEnded, type ModelState } from '../model-states.js';
import { ModelStore, lockModel, raiseVersion, type LockedModel } from '../model.store.js';
import { insertRecognition, insertStep } from '../steps/model-step.store.js';
import { PastRegistrationChecks, type GivenPast } from './past-registration.checks.js';
import { OpenRoundChecks } from './open-round.checks.js';
import { insertForm, insertRegistration, latestOf, moveRegistration, registrationOf } from './registration.store.js';

/** A registration that is known from a paper. */
export interface PastRegistration extends GivenPast {
  readonly roundId: Id | null;
  readonly source: string;
}

/** A model that is already in the registry is registered again, or an earlier registration of it becomes known from a paper. */
@Injectable()
export class RegistrationsService {
  constructor(
    private readonly db: Database,
    private readonly store: ModelStore,
    private readonly rounds: OpenRoundChecks,
    private readonly past: PastRegistrationChecks,
    private readonly rights: ModelRights,
  ) {}

  /** Begins another registration. Its form is that of the last one, with the items that are given. */
  draftAgain(
    actor: Actor,
    seen: SeenModel,
    given: { readonly roundId: Id | null; readonly form: Partial<ModelFormTexts> },
    key?: string | null,
  ): Promise<Id> {
    const command = { key, command: 'draftRegistration', input: { ...seen, ...given } };
    return this.change(actor, seen, 'draft', command, async (tx, model, problems) => {
      const latest = await latestOf(tx, seen.id);
      if (latest.source === null && !isEnded(latest.state)) throw RegistrationErrors.MODEL_REGISTRATION_OPEN();
      await this.rounds.check(tx, { roundId: given.roundId, unitId: model.unitId }, problems);
      await this.past.checkUnitGoesOn(tx, model, problems);
      problems.refuseIfAny();
      const { content } = (await this.store.contentOf(tx, seen.id))!;
      const { roundId } = given;
      const file = { openedGiven: null, fileState: 'DRAFT', stateSince: tx.today, source: null } as const;
      const registrationId = await insertRegistration(tx, { modelId: seen.id, roundId, openedOn: tx.today, ...file });
      const next = cleanContent(changedContent(content, { form: given.form }));
      await insertForm(tx, registrationId, next.form);
      await insertStep(tx, { modelId: seen.id, registrationId, lifecycle: 'FILE', action: 'draft', toState: 'DRAFT', onDay: tx.today });
      const [before] = differences(forTrail(content), forTrail(next));
      const after = { state: 'DRAFT', roundId, ...forTrail(next) };
      await tx.audit({ action: 'model.registeredAgain', object: objectOf(seen.id), unitId: model.unitId, before, after });
    });
  }

  /** Enters a registration from a paper; also one that was before everything that is known so far. */
  recordPast(actor: Actor, seen: SeenModel, given: PastRegistration, key?: string | null): Promise<Id> {
    const command = { key, command: 'recordPastRegistration', input: { ...seen, ...given } };
    return this.change(actor, seen, 'record', command, async (tx, model, problems) => {
      const { day, deviationReason } = await this.past.check(tx, { id: seen.id, ...model }, given, problems);
      problems.refuseIfAny();
      const { state, level, decisionId, roundId } = given;
      const source = cleanText(given.source);
      const { content } = (await this.store.contentOf(tx, seen.id))!;
      const registrationId = await insertRegistration(tx, {
        modelId: seen.id,
        roundId,
        openedOn: day.day,
        openedGiven: day.given,
        fileState: state,
        stateSince: day.day,
        source,
      });
      const step = {
        modelId: seen.id,
        registrationId,
        lifecycle: 'FILE',
        action: 'recordPast',
        onDay: day.day,
        onGiven: day.given,
      } as const;
      if (state !== null) await insertStep(tx, { ...step, toState: state, decisionId, reason: source });
      if (state === 'RECOGNISED') {
        await insertRecognition(tx, {
          modelId: seen.id,
          registrationId,
          decisionId,
          source,
          level: level!,
          recognisedOn: day.day,
          recognisedGiven: day.given,
          deviationReason,
          approvedId: null,
        });
      }
      if (day.day < model.attestedOn) await this.store.attest(tx, seen.id, day, source);
      // As the latest registration it has the form of the model, which a paper does not say.
      const [before, formAfter] = differences(forTrail(content), forTrail((await this.store.contentOf(tx, seen.id))!.content));
      const after = {
        ...formAfter,
        state,
        on: day.given ?? day.day,
        roundId,
        level,
        decisionId,
        source,
        ...(deviationReason !== null && { deviationReason }),
      };
      await tx.audit({ action: 'model.pastRegistrationRecorded', object: objectOf(seen.id), unitId: model.unitId, before, after });
    });
  }

  /** Records the state of a registration whose paper did not say it: the first step of its file. */
  recordState(
    actor: Actor,
    seen: SeenModel,
    given: { readonly registrationId: Id | null; readonly state: ModelState; readonly on: PartialDate; readonly source: string },
  ): Promise<Id> {
    return this.change(actor, seen, 'record', undefined, async (tx, model, problems) => {
      const registration = given.registrationId ? await registrationOf(tx, seen.id, given.registrationId) : await latestOf(tx, seen.id);
      if (!registration) throw RegistrationErrors.MODEL_REGISTRATION_UNKNOWN().at('registrationId');
      if (registration.state !== null) problems.add(RegistrationErrors.MODEL_STATE_KNOWN({ state: registration.state }));
      if (given.state === 'RECOGNISED' || given.state === 'REVOKED') problems.add(ModelErrors.MODEL_PAST_NEEDS_STEP().at('state'));
      const day = this.past.checkDay(tx, given.on, problems);
      if (day.day < registration.openedOn) problems.add(ModelErrors.MODEL_STEP_BEFORE_LAST({ date: registration.openedOn }).at('on'));
      problems.refuseIfAny();
      const { state } = given;
      const source = cleanText(given.source);
      await moveRegistration(tx, seen.id, registration.id, { fileState: state, stateSince: day.day, holderId: null });
      const step = { modelId: seen.id, registrationId: registration.id, lifecycle: 'FILE', action: 'recordState' } as const;
      await insertStep(tx, { ...step, toState: state, onDay: day.day, onGiven: day.given, reason: source });
      const after = { state, on: day.given ?? day.day, source };
      await tx.audit({ action: 'model.stateRecorded', object: objectOf(seen.id), unitId: model.unitId, after });
    });
  }

  private change(
    actor: Actor,
    { id, expectedVersion }: SeenModel,
    permission: ModelPermission,
    command: { readonly key: string | null | undefined; readonly command: string; readonly input: unknown } | undefined,
    work: (tx: Tx, model: LockedModel, problems: Problems) => Promise<void>,
  ): Promise<Id> {
    const run = async (tx: Tx): Promise<Id> => {
      const model = await lockModel(tx, id);
      if (!model) throw ModelErrors.MODEL_NOT_FOUND({ id });
      await this.rights.require(tx, permission, id);
      requireVersion(expectedVersion, model.version);
      const problems = new Problems();
      if (model.gone) problems.add(ModelErrors.MODEL_IN_TRASH());
      await work(tx, model, problems);
      await raiseVersion(tx, id);
      return id;
    };
    return command ? this.db.once(actor, command, run) : this.db.tx(actor, run);
  }
}

const objectOf = (id: Id): { readonly type: string; readonly id: Id } => ({ type: 'EmulationModel', id });
