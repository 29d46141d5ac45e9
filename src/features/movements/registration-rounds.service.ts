import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Notice } from '../../platform/graphql/mutation.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { changed, type Change } from '../../shared/change.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, toGlobalId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { RecognitionLevel } from '../sectors/recognition-level.js';
import { MovementErrors } from './movement.errors.js';
import type { SeenRecord } from './movements.service.js';
import { RegistrationRoundEntity } from './registration-round.entity.js';
import { daysOfMovement } from './movement.store.js';
import {
  lockRound,
  refuseAfterMovement,
  refuseBeforeMovement,
  overtakenExtensions,
  roundNamed,
  type RoundRow,
} from './registration-round.store.js';
import { validityDuring, refuseUnlessCovered } from './unit-validity.reader.js';

export interface GivenRound {
  readonly movementId: Id;
  readonly name: string;
  readonly unitId: Id;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly appraisedAt: RecognitionLevel[];
}

/** What is corrected of a round. Its movement and unit remain: a round of others is another round. */
export type RoundContent = Pick<GivenRound, 'name' | 'opensOn' | 'closesOn' | 'appraisedAt'>;

@Injectable()
export class RegistrationRoundsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  openRegistrationRound(actor: Actor, given: GivenRound, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'openRegistrationRound', input: given }, async tx => {
      await this.rights.require(tx, 'registrationRound.edit', given.unitId);
      const round = { ...given, name: cleanText(given.name), appraisedAt: inOrder(given.appraisedAt) };
      const days = await daysOfMovement(tx, given.movementId);
      const problems = new Problems();
      await checkDays(tx, { ...round, ...days }, problems);
      const taken = await roundNamed(tx, round);
      if (taken) problems.add(MovementErrors.REGISTRATION_ROUND_TAKEN(taken).at('name'));
      problems.refuseIfAny();
      const id = newId();
      await tx.manager.insert(RegistrationRoundEntity, { id, ...round, recordedOn: tx.today });
      await tx.audit({ action: 'registrationRound.opened', object: { type: 'RegistrationRound', id }, unitId: round.unitId, after: round });
      return id;
    });
  }

  /** Corrects what was entered wrongly, as if it had always been so. A new deadline of which units are informed is `moveRegistrationDeadline`. */
  correctRegistrationRound(actor: Actor, { id, expectedVersion, reason }: SeenRecord, changes: Change<RoundContent>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const round = await lockRound(tx, id);
      await this.rights.require(tx, 'registrationRound.edit', round.unitId);
      requireVersion(expectedVersion, round.version);
      const before = contentOf(round);
      const after = contentOf(changed(before, changes));
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      const problems = new Problems();
      await checkDays(tx, { ...round, ...after }, problems);
      const taken = await roundNamed(tx, { movementId: round.movementId, unitId: round.unitId, name: after.name }, id);
      if (taken) problems.add(MovementErrors.REGISTRATION_ROUND_TAKEN(taken).at('name'));
      problems.refuseIfAny();
      await tx.manager.update(RegistrationRoundEntity, { id }, { ...after, version: round.version + 1 });
      const object = { type: 'RegistrationRound', id };
      await tx.audit({ action: 'registrationRound.corrected', object, unitId: round.unitId, before, after, reason: cleanText(reason) });
      return id;
    });
  }

  /** Extensions that the deadline of the round has reached. */
  async warningsAbout(id: Id): Promise<Notice[]> {
    const overtaken = await overtakenExtensions(this.db.rows, id);
    if (overtaken.length === 0) return [];
    const params = { names: overtaken.map(({ unit }) => unit), date: overtaken[0]!.closesOn };
    const ids = overtaken.map(extension => toGlobalId('RegistrationExtension', extension.id));
    return [{ warning: MovementErrors.REGISTRATION_EXTENSION_OVERTAKEN(params).at('closesOn'), ids }];
  }

  moveRegistrationDeadline(actor: Actor, { id, expectedVersion, reason }: SeenRecord, closesOn: LocalDate): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const round = await lockRound(tx, id);
      await this.rights.require(tx, 'registrationRound.edit', round.unitId);
      requireVersion(expectedVersion, round.version);
      if (closesOn === round.closesOn) return tx.unchanged(id);
      const problems = new Problems();
      await checkDays(tx, { ...round, closesOn }, problems);
      problems.refuseIfAny();
      await tx.manager.update(RegistrationRoundEntity, { id }, { closesOn, version: round.version + 1 });
      const entry = { before: { closesOn: round.closesOn }, after: { closesOn } };
      const object = { type: 'RegistrationRound', id };
      const { unitId } = round;
      await tx.audit({ action: 'registrationRound.deadlineMoved', object, unitId, ...entry, reason: cleanText(reason) });
      return id;
    });
  }
}

const contentOf = ({ name, opensOn, closesOn, appraisedAt }: RoundContent): RoundContent => ({
  name: cleanText(name),
  opensOn,
  closesOn,
  appraisedAt: inOrder(appraisedAt),
});

const inOrder = (levels: readonly RecognitionLevel[]): RecognitionLevel[] =>
  (Object.keys(RecognitionLevel) as RecognitionLevel[]).filter(level => levels.includes(level));

type RoundDays = Pick<RoundRow, 'unitId' | 'opensOn' | 'closesOn' | 'movementStarts' | 'movementEnds'>;

async function checkDays(tx: Tx, days: RoundDays, problems: Problems): Promise<void> {
  const { unitId, opensOn, closesOn, movementStarts, movementEnds } = days;
  const backwards = closesOn < opensOn;
  if (backwards) problems.add(MovementErrors.REGISTRATION_CLOSES_BEFORE_IT_OPENS({ closes: closesOn, opens: opensOn }).at('closesOn'));
  refuseBeforeMovement(problems, opensOn, movementStarts);
  refuseAfterMovement(problems, closesOn, movementEnds);
  const period = { first: opensOn, last: backwards ? opensOn : closesOn };
  const [unit] = await validityDuring(tx, [unitId], period);
  refuseUnlessCovered(problems, unit, unitId, period, 'unitId');
}
