import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import { versionAfter } from '../../../platform/audit/object-version.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { changedContent, cleanContent, type ContentChange, type ModelContent } from '../content/model-content.js';
import { ModelContentChecks } from '../content/model-content.checks.js';
import { differences, everyField, forTrail, fromTrail } from '../content/model-content.trail.js';
import { ModelErrors } from '../model.errors.js';
import { ModelRights } from '../model-rights.js';
import type { ModelState, RunningState } from '../model-states.js';
import { ModelStore } from '../model.store.js';
import { OpenRoundChecks } from './open-round.checks.js';
import { stepDay } from '../steps/step-day.js';

/** A past entry made from a paper. It enters in the state that the paper proves. */
export interface PastModel extends ModelContent {
  /** `null`: the paper does not say. */
  readonly state: ModelState | null;
  /** `null`: the paper does not say how it ran. */
  readonly running: RunningState | null;
  readonly attestedOn: PartialDate;
  readonly source: string;
}

/** The model to change, the version that the client has read, and the reason. */
interface SeenModel {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly reason: string | null;
}

export interface NewModel extends ModelContent {
  readonly running: RunningState;
  readonly roundId: Id | null;
}

/** The actions of the trail that change a model's content: its title, or the form, which is that of its latest registration. */
const CONTENT_ACTIONS = [
  'model.edited',
  'model.versionRestored',
  'model.renamed',
  'model.renameUndone',
  'model.registeredAgain',
  'model.pastRegistrationRecorded',
  'model.stepTakenBack',
];

/** Enters models and changes their content. Their steps are in `steps/model-steps.service.ts`. */
@Injectable()
export class ModelsService {
  constructor(
    private readonly db: Database,
    private readonly checks: ModelContentChecks,
    private readonly store: ModelStore,
    private readonly rounds: OpenRoundChecks,
    private readonly rights: Rights,
    private readonly modelRights: ModelRights,
  ) {}

  /** Enters a model from a paper. @throws Refusal with everything that is wrong at once; then nothing is written. */
  recordPast(actor: Actor, given: PastModel, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'recordPast', input: given }, tx => this.recordPastIn(tx, given));
  }

  /** The same within the caller's transaction. */
  async recordPastIn(tx: Tx, given: PastModel): Promise<Id> {
    await this.rights.require(tx, 'model.record', given.unitId);
    const problems = new Problems();
    const { state, running } = given;
    const attested = stepDay(given.attestedOn, tx.today);
    if (attested.earliest > tx.today) problems.add(ModelErrors.MODEL_ATTESTED_IN_FUTURE({ date: attested.earliest }).at('attestedOn'));
    // A recognition rests on a decision, so it is a step of its own, which checks the decision.
    if (state === 'RECOGNISED' || state === 'REVOKED') problems.add(ModelErrors.MODEL_PAST_NEEDS_STEP().at('state'));
    const unit = await this.checks.check(tx, given, attested.day, problems);
    problems.refuseIfAny();
    const content = cleanContent(given);
    const source = cleanText(given.source);
    const entry = { action: 'recordPast', state, running, on: attested.day, given: attested.given, source, roundId: null } as const;
    const { id, code } = await this.store.insert(tx, unit!, content, entry);
    await tx.audit({
      action: 'model.recordedPast',
      object: { type: 'EmulationModel', id },
      unitId: content.unitId,
      after: { code, ...forTrail(content), state, running, attestedOn: given.attestedOn.text, source },
    });
    return id;
  }

  /** Creates a draft, which its unit completes and submits. */
  draft(actor: Actor, given: NewModel, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'draftModel', input: given }, async tx => {
      await this.rights.require(tx, 'model.draft', given.unitId);
      const problems = new Problems();
      const [unit] = await Promise.all([this.checks.check(tx, given, tx.today, problems), this.rounds.check(tx, given, problems)]);
      problems.refuseIfAny();
      const content = cleanContent(given);
      const { running, roundId } = given;
      const entry = { action: 'draft', state: 'DRAFT', running, on: tx.today, given: null, source: null, roundId } as const;
      const { id, code } = await this.store.insert(tx, unit!, content, entry);
      const after = { code, ...forTrail(content), state: 'DRAFT', running, roundId };
      const { unitId } = content;
      await tx.audit({ action: 'model.drafted', object: { type: 'EmulationModel', id }, unitId, after });
      return id;
    });
  }

  /** Changes a model's content. Its code, steps and day of attestation remain. */
  edit(actor: Actor, { change, ...seen }: SeenModel & { readonly change: ContentChange }): Promise<Id> {
    return this.change(actor, seen, 'edited', async (_tx, current) => changedContent(current, change));
  }

  /** Restores the content as it was after one of its changes, as a new change. */
  restoreVersion(actor: Actor, seen: SeenModel & { readonly changeId: Id }): Promise<Id> {
    const { id, changeId } = seen;
    return this.change(actor, seen, 'versionRestored', async (tx, current) =>
      fromTrail(await versionAfter(tx, { type: 'EmulationModel', id, changeId, actions: CONTENT_ACTIONS }, everyField(current))),
    );
  }

  private change(
    actor: Actor,
    { id, expectedVersion, reason }: SeenModel,
    done: 'edited' | 'versionRestored',
    change: (tx: Tx, current: ModelContent) => Promise<ModelContent>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const current = await this.store.lockContent(tx, id);
      if (!current) throw ModelErrors.MODEL_NOT_FOUND({ id });
      await this.modelRights.requireEdit(tx, id);
      const problems = new Problems();
      requireVersion(expectedVersion, current.version);
      if (current.gone) problems.add(ModelErrors.MODEL_IN_TRASH());
      const content = await this.store.withKnownThemes(tx, cleanContent(await change(tx, current.content)));
      const [before, after] = differences(forTrail(current.content), forTrail(content));
      if (Object.keys(after).length === 0 && !current.gone) return tx.unchanged(id);
      // A decision may rest on the content, so a change after submission has a reason.
      if (!(current.state !== null && ['DRAFT', 'RETURNED'].includes(current.state)) && reason === null)
        problems.add(ModelErrors.MODEL_NEEDS_REASON().at('reason'));
      await this.rights.require(tx, 'model.edit', content.unitId);
      await this.checks.check(tx, content, current.attestedOn, problems, { id, ...current.content });
      problems.refuseIfAny();
      await this.store.update(tx, id, content);
      const { unitId } = content;
      await tx.audit({ action: `model.${done}`, object: { type: 'EmulationModel', id }, unitId, before, after, reason });
      return id;
    });
  }
}
