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
import { rewardedPerson } from '../../commendations/grants/recipients.finder.js';
import { councilView } from '../../councils/council.view.js';
import { personView } from '../../people/person.view.js';
import { UnitsReader } from '../../units/units.reader.js';
import { ProposalErrors } from '../proposal.errors.js';
import type { HoldGround } from '../proposal.kinds.js';
import { changeHold, insertHold, lockHold, lockHolds, type HoldRow } from './hold.store.js';
import { holdView } from './hold.view.js';

export interface GivenHold {
  /** The proposing or issuing body. */
  readonly bodyId: Id;
  readonly councilId: Id | null;
  readonly personId: Id | null;
  readonly unitId: Id | null;
  readonly name: string | null;
  readonly ground: HoldGround;
  readonly reason: string;
  readonly source: string;
  readonly reviewOn: LocalDate;
}

/** What can be entered wrongly of a hold. Who is held, and by which body, is lifted and placed again. */
type Stated = Pick<HoldRow, 'ground' | 'reason' | 'source' | 'reviewOn'>;

/** A hold, and the version of it that the sender has read. */
interface SeenHold {
  readonly id: Id;
  readonly expectedVersion: number;
}

/** Says who cannot be granted now, reviews and lifts it. Its entries of the trail are shown with the hold alone (`audit-log`). */
@Injectable()
export class HoldsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly scopes: Scopes,
    private readonly units: UnitsReader,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  place(actor: Actor, given: GivenHold, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'placeHold', input: given }, async tx => {
      const { bodyId, councilId, ground, reviewOn } = given;
      await this.rights.require(tx, 'hold.place', bodyId);
      const problems = new Problems();
      const recipient = await this.recipient(tx, given, problems);
      if (!(await this.known(tx, bodyId))) problems.add(ProposalErrors.PROPOSAL_UNIT_UNKNOWN({ id: bodyId }).at('bodyId'));
      if (councilId !== null && !(await this.scopes.sees(tx, councilView, councilId)))
        problems.add(ProposalErrors.HOLD_COUNCIL_UNKNOWN({ id: councilId }).at('councilId'));
      if (reviewOn <= tx.today) problems.add(ProposalErrors.HOLD_REVIEW_NOT_LATER({ date: reviewOn }).at('reviewOn'));
      problems.refuseIfAny();
      const id = newId();
      const hold = { bodyId, councilId, ...recipient, ground, reviewOn, reason: cleanText(given.reason), source: cleanText(given.source) };
      await lockHolds(tx, 'alone');
      await insertHold(tx, { id, ...hold, placedOn: tx.today });
      await tx.audit({ action: 'hold.placed', object: { type: 'Hold', id }, unitId: bodyId, after: hold });
      return id;
    });
  }

  /** It goes on until another day, for a reason. */
  review(actor: Actor, seen: SeenHold, reviewOn: LocalDate, reason: string): Promise<Id> {
    return this.change(actor, seen, 'reviewed', reason, tx => {
      refusePastReview(tx, reviewOn);
      return { reviewOn };
    });
  }

  /** Corrects what was entered wrongly. Its entry of the trail is shown with the reason, to those who read it. */
  correct(actor: Actor, seen: SeenHold, changes: Change<Stated>, reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const hold = await this.standing(tx, seen);
      const before: Stated = { ground: hold.ground, reason: hold.reason, source: hold.source, reviewOn: hold.reviewOn };
      const given = changed(before, changes);
      const after = { ...given, reason: cleanText(given.reason), source: cleanText(given.source) };
      if (isDeepStrictEqual(after, before)) return tx.unchanged(hold.id);
      if (after.reviewOn !== before.reviewOn) refusePastReview(tx, after.reviewOn);
      return this.keep(tx, hold, 'corrected', { before, after, reason });
    });
  }

  /** The award may go on from today. */
  lift(actor: Actor, seen: SeenHold, reason: string): Promise<Id> {
    return this.change(actor, seen, 'lifted', reason, tx => ({ liftedOn: tx.today, liftReason: cleanText(reason) }));
  }

  private change(
    actor: Actor,
    seen: SeenHold,
    done: 'reviewed' | 'lifted',
    reason: string,
    changes: (tx: Tx) => Partial<HoldRow>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const hold = await this.standing(tx, seen);
      return this.keep(tx, hold, done, { before: { reviewOn: hold.reviewOn }, after: changes(tx), reason });
    });
  }

  /** The hold, locked, while it is in force. @throws HOLD_NOT_FOUND for one that the actor does not see, exactly as for an unknown id. */
  private async standing(tx: Tx, { id, expectedVersion }: SeenHold): Promise<HoldRow> {
    if (!(await this.scopes.sees(tx, holdView, id))) throw ProposalErrors.HOLD_NOT_FOUND({ id });
    await lockHolds(tx, 'alone');
    const hold = (await lockHold(tx, id))!;
    await this.rights.require(tx, 'hold.place', hold.bodyId);
    requireVersion(expectedVersion, hold.version);
    if (hold.liftedOn !== null) throw ProposalErrors.HOLD_LIFTED_ALREADY({ date: hold.liftedOn });
    return hold;
  }

  private async keep(
    tx: Tx,
    hold: HoldRow,
    done: string,
    { before, after, reason }: { readonly before: Partial<HoldRow>; readonly after: Partial<HoldRow>; readonly reason: string },
  ): Promise<Id> {
    await changeHold(tx, hold, after);
    const entry = { unitId: hold.bodyId, before, after, reason: cleanText(reason) };
    await tx.audit({ action: `hold.${done}`, object: { type: 'Hold', id: hold.id }, ...entry });
    return hold.id;
  }

  /** Who is held: a person with their unit and name of today, somebody of a unit by name, or a unit. */
  private async recipient(
    tx: Tx,
    { personId, unitId, name }: GivenHold,
    problems: Problems,
  ): Promise<Pick<HoldRow, 'personId' | 'unitId' | 'name'>> {
    const none = { personId: null, unitId: null, name: null };
    if (personId !== null) {
      const person = (await this.scopes.sees(tx, personView, personId)) ? await rewardedPerson(tx.query, personId, tx.today) : undefined;
      if (person) return { personId, unitId: person.unitId, name: person.name };
      problems.add(ProposalErrors.HOLD_PERSON_UNKNOWN({ id: personId }).at('personId'));
      return none;
    }
    if (unitId === null) problems.add(ProposalErrors.HOLD_NEEDS_RECIPIENT().at('personId'));
    else if (!(await this.known(tx, unitId))) problems.add(ProposalErrors.PROPOSAL_UNIT_UNKNOWN({ id: unitId }).at('unitId'));
    return { personId: null, unitId, name: name === null ? null : cleanText(name) };
  }

  private async known(tx: Tx, unitId: Id): Promise<boolean> {
    const [unit] = await this.units.onDay(tx, [unitId], tx.today);
    return unit !== undefined;
  }
}

function refusePastReview(tx: Tx, reviewOn: LocalDate): void {
  if (reviewOn <= tx.today) throw ProposalErrors.HOLD_REVIEW_NOT_LATER({ date: reviewOn }).at('reviewOn');
}
