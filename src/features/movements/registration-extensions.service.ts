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
import type { Seen } from './movements.service.js';
import { RegistrationExtensionEntity } from './registration-round.entity.js';
import { lockRound, refuseAfterMovement, unitOfRound } from './registration-round.store.js';
import { mustKnow } from './versions.js';

export interface GivenExtension {
  readonly roundId: Id;
  readonly unitId: Id;
  readonly closesOn: LocalDate;
  readonly reason: string;
  /** Of the extension the unit has; `null`: it has none. */
  readonly expectedVersion: number | null;
}

interface ExtensionRow {
  readonly id: Id;
  readonly closesOn: LocalDate;
  readonly reason: string;
  readonly version: number;
}

/** Grants units more time in a round, and takes it back. Both answer the round. */
@Injectable()
export class RegistrationExtensionsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** @throws Refusal with everything that is wrong at once; then nothing is written. */
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
      const [present] = await tx.query<ExtensionRow>(
        `select id, closes_on as "closesOn", reason, version from registration_extension where round_id = $1 and unit_id = $2`,
        [roundId, unitId],
      );
      mustKnow(expectedVersion, present, () => MovementErrors.REGISTRATION_ALREADY_EXTENDED({ unit, date: present!.closesOn }));
      const id = present?.id ?? newId();
      const row = { id, roundId, unitId, closesOn, reason, version: (present?.version ?? 0) + 1 };
      if (present) await tx.manager.update(RegistrationExtensionEntity, { id }, row);
      else await tx.manager.insert(RegistrationExtensionEntity, row);
      const object = { type: 'RegistrationExtension', id };
      await tx.audit({ action: 'registration.extended', object, unitId, before: present, after: row, reason });
      return roundId;
    });
  }

  withdrawExtension(actor: Actor, { id, expectedVersion, reason }: Seen): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const [present] = await tx.query<ExtensionRow & { roundId: Id; unitId: Id }>(
        `select id, round_id as "roundId", unit_id as "unitId", closes_on as "closesOn", reason, version
           from registration_extension where id = $1 for update`,
        [id],
      );
      const isSeen = await this.rights.reaches(actor, 'registry.read');
      if (!present || !isSeen(present.unitId)) throw MovementErrors.REGISTRATION_EXTENSION_NOT_FOUND({ id });
      await this.rights.require(tx, 'registrationRound.edit', present.unitId);
      requireVersion(expectedVersion, present.version);
      await tx.manager.delete(RegistrationExtensionEntity, { id });
      const object = { type: 'RegistrationExtension', id };
      const { unitId } = present;
      await tx.audit({ action: 'registrationExtension.withdrawn', object, unitId, before: present, reason: cleanText(reason) });
      return present.roundId;
    });
  }
}
