import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { MovementErrors } from './movement.errors.js';
import { AssignedTargetEntity } from './registration-round.entity.js';
import { lockRound, unitOfRound } from './registration-round.store.js';
import { mustKnow } from './versions.js';

export interface GivenTarget {
  readonly roundId: Id;
  readonly unitId: Id;
  readonly count: number;
  readonly basis: string;
  /** Of the target the unit has; `null`: it has none. */
  readonly expectedVersion: number | null;
}

/** Assigns units the number of models they have to build in a round. */
@Injectable()
export class AssignedTargetsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** @returns the round. @throws Refusal with everything that is wrong at once; then nothing is written. */
  assignTarget(actor: Actor, given: GivenTarget, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'assignTarget', input: given }, async tx => {
      const { roundId, unitId, count, expectedVersion } = given;
      await this.rights.require(tx, 'target.assign', unitId);
      const basis = cleanText(given.basis);
      const round = await lockRound(tx, roundId);
      const problems = new Problems();
      const unit = await unitOfRound(tx, round, unitId, { first: round.opensOn, last: round.closesOn }, problems);
      problems.refuseIfAny();
      const [present] = await tx.query<{ id: Id; count: number; basis: string; version: number }>(
        `select id, count, basis, version from assigned_target where round_id = $1 and unit_id = $2`,
        [roundId, unitId],
      );
      mustKnow(expectedVersion, present, () => MovementErrors.TARGET_ALREADY_ASSIGNED({ unit, count: present!.count }));
      const id = present?.id ?? newId();
      const row = { id, roundId, unitId, count, basis, version: (present?.version ?? 0) + 1 };
      if (present) await tx.manager.update(AssignedTargetEntity, { id }, row);
      else await tx.manager.insert(AssignedTargetEntity, row);
      await tx.audit({ action: 'target.assigned', object: { type: 'AssignedTarget', id }, unitId, before: present, after: row });
      return roundId;
    });
  }
}
