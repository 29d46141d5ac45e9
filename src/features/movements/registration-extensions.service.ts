import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import { Problems } from '../../platform/errors/domain-error.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { MovementErrors } from './movement.errors.js';
import type { SeenRecord } from './movements.service.js';
import { RegistrationExtensionEntity } from './registration-round.entity.js';
import { extensionOf, lockExtension, lockRound, refuseAfterMovement, unitOfRound } from './registration-round.store.js';
import { requireVersionOrNone } from './versions.js';

export interface GivenExtension {
  readonly roundId: Id;
  readonly unitId: Id;
  readonly closesOn: LocalDate;
  readonly reason: string;
  /** The version of the unit’s present extension; `null`: it has none. */
  readonly expectedVersion: number | null;
}

/** Grants and withdraws extensions. Both commands return the round. */
@Injectable()
export class RegistrationExtensionsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  extendRegistration(actor: Actor, given: GivenExtension, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'extendRegistration', input: given }, async tx => {
      const { roundId, unitId, closesOn, expectedVersion } = given;
      await this.rights.require(tx, 'registrationRound.edit', unitId);
      const reason = cleanText(given.reason);
      const round = await lockRound(tx, roundId);
      const problems = new Problems();
      if (closesOn <= round.closesOn)
        problems.add(MovementErrors.REGISTRATION_EXTENSION_NOT_LATER({ date: round.closesOn }).at('closesOn'));
      refuseAfterMovement(problems, closesOn, round.movementEnds);
      const days = { first: round.opensOn, last: closesOn > round.closesOn ? closesOn : round.closesOn };
      const unit = await unitOfRound(tx, round, unitId, days, problems);
      problems.refuseIfAny();
      const existing = await extensionOf(tx, roundId, unitId);
      requireVersionOrNone(expectedVersion, existing, () =>
        MovementErrors.REGISTRATION_ALREADY_EXTENDED({ unit, date: existing!.closesOn }),
      );
      if (existing && existing.closesOn === closesOn && existing.reason === reason) return tx.unchanged(roundId);
      const id = existing?.id ?? newId();
      const row = { id, roundId, unitId, closesOn, reason, version: (existing?.version ?? 0) + 1 };
      if (existing) await tx.manager.update(RegistrationExtensionEntity, { id }, row);
      else await tx.manager.insert(RegistrationExtensionEntity, row);
      const object = { type: 'RegistrationExtension', id };
      await tx.audit({ action: 'registration.extended', object, unitId, before: existing, after: row, reason });
      return roundId;
    });
  }

  withdrawExtension(actor: Actor, { id, expectedVersion, reason }: SeenRecord): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const existing = await lockExtension(tx, id);
      const isSeen = await this.rights.reaches(actor, 'registry.read');
      if (!existing || !isSeen(existing.unitId)) throw MovementErrors.REGISTRATION_EXTENSION_NOT_FOUND({ id });
      await this.rights.require(tx, 'registrationRound.edit', existing.unitId);
      requireVersion(expectedVersion, existing.version);
      await tx.manager.delete(RegistrationExtensionEntity, { id });
      const object = { type: 'RegistrationExtension', id };
      const { unitId } = existing;
      await tx.audit({ action: 'registrationExtension.withdrawn', object, unitId, before: existing, reason: cleanText(reason) });
      return existing.roundId;
    });
  }
}
