import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { MovementErrors } from './movement.errors.js';
import { AssignedTargetEntity } from './registration-round.entity.js';
import { lockRound, targetOf, unitOfRound } from './registration-round.store.js';
import { requireVersionOrNone } from './versions.js';

export interface GivenTarget {
  readonly roundId: Id;
  readonly unitId: Id;
  readonly count: number;
  readonly basis: string;
  /** The version of the unit’s present target; `null`: it has none. */
  readonly expectedVersion: number | null;
}

@Injectable()
export class AssignedTargetsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** @returns the round. @throws Refusal with all problems; then nothing is written. */
  assignTarget(actor: Actor, given: GivenTarget, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'assignTarget', input: given }, async tx => {
      const { roundId, unitId, count, expectedVersion } = given;
      await this.rights.require(tx, 'target.assign', unitId);
      const basis = cleanText(given.basis);
      const round = await lockRound(tx, roundId);
      const problems = new Problems();
      const unit = await unitOfRound(tx, round, unitId, { first: round.opensOn, last: round.closesOn }, problems);
      problems.refuseIfAny();
      const existing = await targetOf(tx, roundId, unitId);
      requireVersionOrNone(expectedVersion, existing, () => MovementErrors.TARGET_ALREADY_ASSIGNED({ unit, count: existing!.count }));
      if (existing && existing.count === count && existing.basis === basis) return tx.unchanged(roundId);
      const id = existing?.id ?? newId();
      const row = { id, roundId, unitId, count, basis, version: (existing?.version ?? 0) + 1 };
      if (existing) await tx.manager.update(AssignedTargetEntity, { id }, row);
      else await tx.manager.insert(AssignedTargetEntity, row);
      await tx.audit({ action: 'target.assigned', object: { type: 'AssignedTarget', id }, unitId, before: existing, after: row });
      return roundId;
    });
  }
}
