import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { versionAfter } from '../../platform/audit/object-version.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { Scopes, type Caller } from '../../platform/views/scopes.js';
import { changed, type Change } from '../../shared/change.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { UnitErrors } from '../units/unit.errors.js';
import { UnitsReader } from '../units/units.reader.js';
import { DecisionEffects } from './decision-effects.port.js';
import { DecisionEntity } from './decision.entity.js';
import { decisionView } from './decision.view.js';
import { DecisionErrors } from './decision.errors.js';
import type { DecisionState } from './decision-states.js';
import {
  columnsOf,
  daysOfIssue,
  decisionWithNumber,
  earliestRevocation,
  incrementVersion,
  lockDecision,
  type GivenDecision,
} from './decision.store.js';

interface SeenDecision {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** Corrections of what was entered wrongly. */
export interface DecisionCorrection extends SeenDecision {
  readonly changes: Change<GivenDecision>;
}

/** The decision to be corrected, with its present date of issue. */
type CurrentDecision = Pick<GivenDecision, 'issuedOn'> & { readonly id: Id };

/** The actions of the audit trail that change the content of a decision. */
const CONTENT_ACTIONS = ['decision.corrected', 'decision.versionRestored'];

/** Commands on decisions, for the API and for other chapters. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly db: Database,
    private readonly units: UnitsReader,
    private readonly rights: Rights,
    private readonly effects: DecisionEffects,
    private readonly scopes: Scopes,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  recordDecision(actor: Actor, given: GivenDecision, idempotencyKey?: string | null): Promise<Id> {
    const once = { key: idempotencyKey, command: 'recordDecision', input: given };
    return this.db.once(actor, once, tx => this.recordDecisionIn(tx, given));
  }

  /**
   * `recordDecision` within the caller’s transaction.
   * @param action the right that the command requires at the issuer, where it is not that to record decisions.
   */
  async recordDecisionIn(tx: Tx, given: GivenDecision, action = 'decision.record'): Promise<Id> {
    await this.rights.require(tx, action, given.issuerId);
    return this.insert(tx, given, 'ISSUED');
  }

  /** A draft needs neither number nor day; both come with its issue. */
  draftDecision(actor: Actor, given: GivenDecision, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'draftDecision', input: given }, async tx => {
      await this.rights.require(tx, 'decision.record', given.issuerId);
      return this.insert(tx, given, 'DRAFT');
    });
  }

  /**
   * Raises the version of a draft whose content another chapter changes. @param authorise requires the right at the issuer. @returns the issuer
   * @throws DECISION_NOT_FOUND, DECISION_IN_OTHER_STATE for what is no draft.
   */
  async touchDraft(tx: Tx, id: Id, expectedVersion: number, authorise: (issuerId: Id) => Promise<void>): Promise<Id> {
    const decision = await lockDecision(tx, id);
    if (!decision || !(await this.sees(tx, id))) throw DecisionErrors.DECISION_NOT_FOUND({ id });
    await authorise(decision.issuerId);
    requireVersion(expectedVersion, decision.version);
    if (decision.state !== 'DRAFT') throw DecisionErrors.DECISION_IN_OTHER_STATE({ state: decision.state });
    await incrementVersion(tx, id);
    return decision.issuerId;
  }

  private async insert(tx: Tx, given: GivenDecision, state: 'DRAFT' | 'ISSUED'): Promise<Id> {
    const decision = cleaned(given);
    await this.check(tx, decision, null, state);
    const id = newId();
    await tx.manager.insert(DecisionEntity, { id, ...columnsOf(decision), state, recordedAt: tx.now });
    const action = state === 'DRAFT' ? 'decision.drafted' : 'decision.recorded';
    await tx.audit({ action, object: { type: 'Decision', id }, unitId: decision.issuerId, after: decision });
    return id;
  }

  correctDecision(actor: Actor, { changes, ...seen }: DecisionCorrection): Promise<Id> {
    return this.correct(actor, seen, 'corrected', async (_tx, before) => changed(before, changes));
  }

  /** Whether the actor sees the decision: drafts are seen by those who reach their issuer. */
  sees(caller: Caller, id: Id): Promise<boolean> {
    return this.scopes.sees(caller, decisionView, id);
  }

  /** Restores the content that the decision had right after one of its changes. */
  restoreVersion(actor: Actor, seen: SeenDecision & { readonly changeId: Id }): Promise<Id> {
    const { id, changeId } = seen;
    return this.correct(actor, seen, 'versionRestored', (tx, before) =>
      versionAfter(tx, { type: 'Decision', id, changeId, actions: CONTENT_ACTIONS }, { ...before }),
    );
  }

  private correct(
    actor: Actor,
    { id, expectedVersion, reason }: SeenDecision,
    action: 'corrected' | 'versionRestored',
    edit: (tx: Tx, before: GivenDecision) => Promise<GivenDecision>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const row = await lockDecision(tx, id);
      if (!row || !(await this.sees(tx, id))) throw DecisionErrors.DECISION_NOT_FOUND({ id });
      const { version: current, state, ...before } = row;
      await this.rights.require(tx, 'decision.correct', before.issuerId);
      requireVersion(expectedVersion, current);
      const after = cleaned(await edit(tx, before));
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      await this.rights.require(tx, 'decision.correct', after.issuerId);
      await this.check(tx, after, { id, issuedOn: before.issuedOn }, state);
      await this.effects.refuseChange(tx, id, before, after);
      await tx.manager.update(DecisionEntity, { id }, { ...columnsOf(after), version: current + 1 });
      const entry = { before, after, unitId: after.issuerId, reason: cleanText(reason) };
      await tx.audit({ action: `decision.${action}`, object: { type: 'Decision', id }, ...entry });
      return id;
    });
  }

  /** @param state of a draft, what is missing is not needed yet, and its day may be planned. */
  async check(tx: Tx, decision: GivenDecision, self: CurrentDecision | null, state: DecisionState = 'ISSUED'): Promise<void> {
    const isDraft = state === 'DRAFT';
    const { number, issuedOn, issuerId, source } = decision;
    const { first, last } = daysOfIssue(decision);
    const problems = new Problems();
    const isComplete = number !== null && first !== null && first === last;
    if (!isComplete && !isDraft && source === null) problems.add(DecisionErrors.DECISION_NEEDS_SOURCE().at('source'));
    if (first !== null && first > tx.today && !isDraft) problems.add(DecisionErrors.DECISION_IN_FUTURE({ date: issuedOn! }).at('issuedOn'));
    const issuer = await this.units.within(tx, issuerId, { first, last: last ?? tx.today });
    if (!issuer) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: issuerId }).at('issuerId'));
    else if (!issuer.inForce)
      problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: issuer.fullName, date: issuedOn ?? tx.today }).at('issuerId'));
    const other = await decisionWithNumber(tx, decision, self?.id ?? null);
    if (other) {
      const params = { issuer: issuer?.fullName ?? '?', number: other.number, date: other.issuedOn };
      problems.add(DecisionErrors.DECISION_NUMBER_TAKEN(params).at('number'));
    }
    if (self && first !== null && issuedOn !== self.issuedOn) {
      const [effect] = [await this.effects.earliestOf(tx.query, self.id), await earliestRevocation(tx, self.id)]
        .filter(day => day !== null)
        .toSorted();
      if (effect !== undefined && first > effect) problems.add(DecisionErrors.DECISION_AFTER_EFFECT({ date: effect }).at('issuedOn'));
    }
    problems.refuseIfAny();
  }
}

const cleanOrNull = (text: string | null): string | null => (text === null ? null : cleanText(text));

const cleaned = ({ number, kind, issuedOn, issuerId, signer, signerPost, abstract, source }: GivenDecision): GivenDecision => ({
  number: cleanOrNull(number),
  kind,
  issuedOn,
  issuerId,
  signer: cleanOrNull(signer),
  signerPost: cleanOrNull(signerPost),
  abstract: cleanOrNull(abstract),
  source: cleanOrNull(source),
});
