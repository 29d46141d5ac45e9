import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { versionAfter } from '../../platform/audit/object-version.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { MovementsReader } from '../movements/movements.reader.js';
import { cleanContent, type ModelContent } from './model-content.js';
import { ModelContentChecks } from './model-content.checks.js';
import { contentOf } from './model-content.reader.js';
import { differences, everyField, forTrail, toldBy } from './model-trail.js';
import { ModelErrors } from './model.errors.js';
import { ModelRights } from './model-rights.js';
import type { ModelState, RunningState } from './model-states.js';
import { ModelStore } from './model.store.js';

/** A past entry made from a paper: it enters at the step the paper proves. */
export interface PastModel extends ModelContent {
  readonly state: ModelState;
  /** `null`: the paper does not say how it ran. */
  readonly running: RunningState | null;
  readonly attestedOn: LocalDate;
  readonly source: string;
}

/** Which model is changed, as it was seen, and why. */
interface SeenModel {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly reason: string | null;
}

export interface NewModel extends ModelContent {
  readonly running: RunningState;
  readonly roundId: Id | null;
}

/** What changes what it says. */
const CONTENT_ACTIONS = ['model.edited', 'model.versionRestored'];

/** How models come into the registry and how their content changes. Their steps are in `model-steps.service.ts`. */
@Injectable()
export class ModelsService {
  constructor(
    private readonly db: Database,
    private readonly checks: ModelContentChecks,
    private readonly store: ModelStore,
    private readonly movements: MovementsReader,
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
    const { state, running, attestedOn } = given;
    if (attestedOn > tx.today) problems.add(ModelErrors.MODEL_ATTESTED_IN_FUTURE({ date: attestedOn }).at('attestedOn'));
    // A paper that proves recognition names its decision; that is a step of its own, with its needs.
    if (state === 'RECOGNISED' || state === 'REVOKED') problems.add(ModelErrors.MODEL_PAST_NEEDS_STEP().at('state'));
    await this.checks.check(tx, given, attestedOn, problems);
    problems.refuseIfAny();
    const content = cleanContent(given);
    const source = cleanText(given.source);
    const entry = { action: 'recordPast', state, running, on: attestedOn, source, roundId: null } as const;
    const { id, code } = await this.store.insert(tx, content, entry);
    await tx.audit({
      action: 'model.recordedPast',
      object: { type: 'EmulationModel', id },
      unitId: content.unitId,
      after: { code, ...forTrail(content), state, running, attestedOn, source },
    });
    return id;
  }

  /** Begins a registration: a draft that its unit completes and submits. */
  draft(actor: Actor, given: NewModel, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'draftModel', input: given }, async tx => {
      await this.rights.require(tx, 'model.draft', given.unitId);
      const problems = new Problems();
      await this.checks.check(tx, given, tx.today, problems);
      await this.checkRound(tx, given, problems);
      problems.refuseIfAny();
      const content = cleanContent(given);
      const { running, roundId } = given;
      const entry = { action: 'draft', state: 'DRAFT', running, on: tx.today, source: 'Đăng ký trên hệ thống', roundId } as const;
      const { id, code } = await this.store.insert(tx, content, entry);
      const after = { code, ...forTrail(content), state: 'DRAFT', running, roundId };
      const { unitId } = content;
      await tx.audit({ action: 'model.drafted', object: { type: 'EmulationModel', id }, unitId, after });
      return id;
    });
  }

  /** Changes what a model says. Its code, its steps and its day stay. */
  edit(actor: Actor, { change, ...seen }: SeenModel & { readonly change: Partial<ModelContent> }): Promise<Id> {
    return this.change(actor, seen, 'edited', async (_tx, current) => ({ ...current, ...change }));
  }

  /** Has it say again what it said right after one of its changes. */
  restoreVersion(actor: Actor, seen: SeenModel & { readonly changeId: Id }): Promise<Id> {
    const { id, changeId } = seen;
    return this.change(actor, seen, 'versionRestored', async (tx, current) =>
      toldBy(await versionAfter(tx, { type: 'EmulationModel', id, changeId, actions: CONTENT_ACTIONS }, everyField(current))),
    );
  }

  private change(
    actor: Actor,
    { id, expectedVersion, reason }: SeenModel,
    done: 'edited' | 'versionRestored',
    change: (tx: Tx, current: ModelContent) => Promise<ModelContent>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const current = await contentOf(tx, id);
      if (!current) throw ModelErrors.MODEL_NOT_FOUND({ id });
      await this.modelRights.require(tx, 'edit', id);
      const problems = new Problems();
      requireVersion(expectedVersion, current.version);
      if (current.gone) problems.add(ModelErrors.MODEL_IN_TRASH());
      // What a decision stands on is not rewritten silently.
      if (!['DRAFT', 'RETURNED'].includes(current.state) && reason === null) problems.add(ModelErrors.MODEL_NEEDS_REASON().at('reason'));
      const content = cleanContent(await change(tx, current.content));
      await this.rights.require(tx, 'model.edit', content.unitId);
      await this.checks.check(tx, content, current.attestedOn, problems, { id, ...current.content });
      problems.refuseIfAny();
      await this.store.update(tx, id, content);
      const [before, after] = differences(forTrail(current.content), forTrail(content));
      const { unitId } = content;
      await tx.audit({ action: `model.${done}`, object: { type: 'EmulationModel', id }, unitId, before, after, reason });
      return id;
    });
  }

  private async checkRound(tx: Tx, { roundId, unitId }: NewModel, problems: Problems): Promise<void> {
    if (roundId === null) return;
    const [window] = await this.movements.openDaysFor(tx.query, [{ roundId, unitId }], tx.today);
    if (!window) problems.add(ModelErrors.MODEL_OUTSIDE_ROUND().at('roundId'));
    else if (tx.today < window.opensOn) problems.add(ModelErrors.MODEL_BEFORE_OPENING({ date: window.opensOn }).at('roundId'));
    else if (tx.today > window.closesOn) problems.add(ModelErrors.MODEL_AFTER_DEADLINE({ date: window.closesOn }).at('roundId'));
  }
}
