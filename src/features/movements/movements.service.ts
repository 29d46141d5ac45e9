import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { versionAfter } from '../../platform/audit/object-version.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { changed, type Change } from '../../shared/change.js';
import { parsePartialDate, type LocalDate, type PartialDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { UnitErrors } from '../units/unit.errors.js';
import { MovementEntity } from './movement.entity.js';
import { MovementErrors } from './movement.errors.js';
import { wasRenamed } from './movement-name.store.js';
import { firstOpeningRound, lastClosingRound, lockMovement, type GivenMovement, type MovementRow } from './movement.store.js';
import { isBackwards, rangeLiteral, widestPeriod, type Period } from './period.js';
import { validityDuring } from './unit-validity.reader.js';

/** The record that a command changes, the version that its sender has read, and the reason. */
export interface SeenRecord {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** The actions of the audit trail that change the content of a movement. */
const CONTENT_ACTIONS = ['movement.corrected', 'movement.ended', 'movement.versionRestored'];

/** Commands on movements. Commands on their rounds are in `registration-rounds.service.ts`. */
@Injectable()
export class MovementsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  launchMovement(actor: Actor, given: GivenMovement, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'launchMovement', input: given }, async tx => {
      await this.rights.require(tx, 'movement.edit', given.launcherId);
      const problems = new Problems();
      await check(tx, given, problems);
      problems.refuseIfAny();
      const id = newId();
      const row = rowOf(given);
      await tx.manager.insert(MovementEntity, { id, ...row, period: periodOf(given), recordedOn: tx.today });
      await tx.audit({ action: 'movement.launched', object: { type: 'Movement', id }, unitId: row.launcherId, after: row });
      return id;
    });
  }

  correctMovement(actor: Actor, seen: SeenRecord, changes: Change<GivenMovement>): Promise<Id> {
    return this.correct(actor, seen, 'corrected', async (_tx, before) => changed(movementOf(before), changes));
  }

  /** Restores the content that the movement had right after one of its changes. */
  restoreVersion(actor: Actor, seen: SeenRecord & { readonly changeId: Id }): Promise<Id> {
    const { id, changeId } = seen;
    return this.correct(actor, seen, 'versionRestored', async (tx, before) => {
      const version = movementOf(await versionAfter(tx, { type: 'Movement', id, changeId, actions: CONTENT_ACTIONS }, before));
      // Names over time are a history of their own: an earlier version does not take back a renaming.
      return (await wasRenamed(tx, id)) ? { ...version, name: before.name } : version;
    });
  }

  private correct(
    actor: Actor,
    { id, expectedVersion, reason }: SeenRecord,
    action: 'corrected' | 'versionRestored',
    edit: (tx: Tx, before: MovementRow) => Promise<GivenMovement>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { version, ...before } = await lockMovement(tx, id);
      await this.rights.require(tx, 'movement.edit', before.launcherId);
      requireVersion(expectedVersion, version);
      const given = await edit(tx, before);
      await this.rights.require(tx, 'movement.edit', given.launcherId);
      const row = rowOf(given);
      if (isDeepStrictEqual(row, before)) return tx.unchanged(id);
      const problems = new Problems();
      await check(tx, given, problems);
      await refuseRoundsOutside(tx, id, given, problems);
      problems.refuseIfAny();
      await tx.manager.update(MovementEntity, { id }, { ...row, period: periodOf(given), version: version + 1 });
      const entry = { before, after: row, unitId: row.launcherId, reason: cleanText(reason) };
      await tx.audit({ action: `movement.${action}`, object: { type: 'Movement', id }, ...entry });
      return id;
    });
  }

  endMovement(actor: Actor, { id, expectedVersion, reason }: SeenRecord, ends: PartialDate): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { version, ...before } = await lockMovement(tx, id);
      await this.rights.require(tx, 'movement.edit', before.launcherId);
      requireVersion(expectedVersion, version);
      if (ends.text === before.ends) return tx.unchanged(id);
      const recordedEnd = partialDateOf(before.ends);
      if (recordedEnd !== null && ends.latest > recordedEnd.latest)
        throw MovementErrors.MOVEMENT_ALREADY_ENDS({ date: recordedEnd.text }).at('ends');
      const given = { starts: partialDateOf(before.starts), ends };
      const problems = new Problems();
      refuseBackwards(given, problems);
      refuseActAfterEnd(before.actDate, ends, problems, 'ends');
      await refuseRoundsOutside(tx, id, { starts: null, ends }, problems);
      problems.refuseIfAny();
      await tx.manager.update(MovementEntity, { id }, { ends: ends.text, period: periodOf(given), version: version + 1 });
      const entry = { before: { ends: before.ends }, after: { ends: ends.text }, unitId: before.launcherId };
      await tx.audit({ action: 'movement.ended', object: { type: 'Movement', id }, ...entry, reason: cleanText(reason) });
      return id;
    });
  }
}

async function check(tx: Tx, given: GivenMovement, problems: Problems): Promise<void> {
  const { launcherId, actDate } = given;
  if (actDate !== null && actDate > tx.today) problems.add(MovementErrors.MOVEMENT_ACT_IN_FUTURE({ date: actDate }).at('act', 'date'));
  refuseBackwards(given, problems);
  if (!isBackwards(widestPeriod(given.starts, given.ends))) refuseActAfterEnd(actDate, given.ends, problems, 'act', 'date');
  const period = launchPeriod(given);
  const [launcher] = await validityDuring(tx, [launcherId], period);
  if (!launcher) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: launcherId }).at('launcherId'));
  else if (!launcher.overlaps) {
    const date = actDate ?? given.starts?.text ?? given.ends?.text ?? '…';
    problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: launcher.fullName, date }).at('launcherId'));
  }
}

/** The known period of its launch: the day of the act, or else the start of the movement. */
function launchPeriod({ actDate, starts, ends }: GivenMovement): Period {
  if (actDate !== null) return { first: actDate, last: actDate };
  return { first: starts?.earliest ?? null, last: starts?.latest ?? ends?.latest ?? null };
}

function refuseActAfterEnd(actDate: LocalDate | null, ends: PartialDate | null, problems: Problems, ...path: string[]): void {
  if (actDate !== null && ends !== null && actDate > ends.latest)
    problems.add(MovementErrors.MOVEMENT_ACT_AFTER_END({ date: actDate, ends: ends.text }).at(...path));
}

function refuseBackwards({ starts, ends }: Pick<GivenMovement, 'starts' | 'ends'>, problems: Problems): void {
  if (isBackwards(widestPeriod(starts, ends)))
    problems.add(MovementErrors.MOVEMENT_ENDS_BEFORE_IT_STARTS({ starts: starts!.text, ends: ends!.text }).at('ends'));
}

/** Adds a problem if a round opens before the movement, or it or an extension closes after it. (Commands on rounds check the same from their side.) */
async function refuseRoundsOutside(
  tx: Tx,
  movementId: Id,
  { starts, ends }: Pick<GivenMovement, 'starts' | 'ends'>,
  problems: Problems,
): Promise<void> {
  const first = starts?.earliest ? await firstOpeningRound(tx, movementId) : undefined;
  if (first && first.date < starts!.earliest!) problems.add(MovementErrors.MOVEMENT_ROUND_OPENED_BEFORE(first).at('starts'));
  const last = ends && (await lastClosingRound(tx, movementId));
  if (last && last.date > ends!.latest) problems.add(MovementErrors.MOVEMENT_ROUND_GOES_ON(last).at('ends'));
}

const periodOf = ({ starts, ends }: Pick<GivenMovement, 'starts' | 'ends'>): string => rangeLiteral(widestPeriod(starts, ends));
const movementOf = (row: MovementRow): GivenMovement => ({ ...row, starts: partialDateOf(row.starts), ends: partialDateOf(row.ends) });
const partialDateOf = (text: string | null): PartialDate | null => (text === null ? null : parsePartialDate(text)!);
const cleanOrNull = (text: string | null): string | null => (text === null ? null : cleanText(text));

const rowOf = ({ name, launcherId, actNumber, actDate, actIssuer, starts, ends, note }: GivenMovement): MovementRow => ({
  name: cleanText(name),
  launcherId,
  actNumber: cleanOrNull(actNumber),
  actDate,
  actIssuer: cleanOrNull(actIssuer),
  starts: starts?.text ?? null,
  ends: ends?.text ?? null,
  note: cleanOrNull(note),
});
