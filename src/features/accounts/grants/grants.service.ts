import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { UnitErrors } from '../../units/unit.errors.js';
import { UnitsReader } from '../../units/units.reader.js';
import { GrantRights } from './grant-rights.js';
import { GrantErrors } from './grant.errors.js';
import {
  administratorsIn,
  grantIn,
  delegationsOf,
  insertGrant,
  isHeldBy,
  lockGrants,
  sameGrantIn,
  holderIn,
  setEnded,
  type GivenGrant,
  type GrantRecord,
  type Holder,
} from './grant.store.js';
import { GrantsReader } from './grants.reader.js';

/** Gives and ends grants. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly db: Database,
    private readonly units: UnitsReader,
    private readonly grants: GrantsReader,
    private readonly grantRights: GrantRights,
  ) {}

  /** @throws GRANT_BEYOND_OWN if it exceeds the actor’s own grants; GRANT_TO_ONESELF; Refusal with all problems of the input */
  giveGrant(actor: Actor, given: GivenGrant, idempotencyKey?: string | null): Promise<Id> {
    const { holder } = given;
    if (actor.kind === holder.kind && actor.id === holder.id) throw GrantErrors.GRANT_TO_ONESELF().at('holderId');
    return this.db.once(actor, { key: idempotencyKey, command: 'giveGrant', input: given }, async tx => {
      await lockGrants(tx);
      if (!(await this.grantRights.mayGive(actor, given, given.validTo))) throw GrantErrors.GRANT_BEYOND_OWN();
      const problems = new Problems();
      const recipient = await holderIn(tx, holder);
      if (!recipient) problems.add(GrantErrors.GRANT_HOLDER_UNKNOWN().at('holderId'));
      // A token created by the actor counts as the actor.
      else if (actor.kind === 'ACCOUNT' && recipient.madeBy === actor.id) throw GrantErrors.GRANT_TO_ONESELF().at('holderId');
      await this.problemsOf(tx, given, {}, problems);
      const first = given.validFrom ?? tx.today;
      const isDated = given.validTo === null || given.validTo >= first;
      const same = isDated ? await sameGrantIn(tx, { ...given, validFrom: first }) : undefined;
      if (same) problems.add(GrantErrors.GRANT_HELD({ period: same }).at('holderId'));
      problems.refuseIfAny();
      return this.giveIn(tx, { ...given, validFrom: first });
    });
  }

  /** What is wrong with the days and the unit of a grant. @param names of its fields in the input, where they differ */
  async problemsOf(
    tx: Tx,
    { validFrom, validTo: last, unitId }: Pick<GivenGrant, 'validFrom' | 'validTo' | 'unitId'>,
    { validTo = 'validTo' }: { readonly validTo?: string } = {},
    problems = new Problems(),
  ): Promise<Problems> {
    const first = validFrom ?? tx.today;
    if (last !== null && (last < first || last < tx.today)) problems.add(GrantErrors.GRANT_DATES({ first, last }).at(validTo));
    if (unitId !== null) {
      const [unit] = await this.units.onDay(tx, [unitId], tx.today);
      if (!unit) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: unitId }).at('unitId'));
      else if (!unit.inForce) problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: unit.fullName, date: tx.today }).at('unitId'));
    }
    return problems;
  }

  /** Gives a grant within the caller’s transaction without checks, for grants by the registry itself such as that of the first administrator. */
  async giveIn(tx: Tx, given: GivenGrant): Promise<Id> {
    tx.afterCommit(() => this.grants.forget(given.holder));
    return insertGrant(tx, given);
  }

  /**
   * Ends the grant and its delegations at once. Also permitted to the person who delegated it.
   * @throws GRANT_NOT_FOUND also for a grant that the actor may not end
   */
  endGrant(actor: Actor, given: { id: Id; expectedVersion: number; reason: string }): Promise<Id> {
    const { id, expectedVersion } = given;
    return this.db.tx(actor, async tx => {
      await lockGrants(tx);
      const grant = await grantIn(tx, id);
      if (!grant || !(isHeldBy(actor, grant.principalId) || (await this.grantRights.mayGive(actor, grant))))
        throw GrantErrors.GRANT_NOT_FOUND({ id });
      requireVersion(expectedVersion, grant.version);
      if (grant.ended) throw GrantErrors.GRANT_ENDED();
      const isRegistryWide = grant.holder.kind === 'ACCOUNT' && grant.unitId === null && grant.principalId === null;
      if (grant.role === 'administrator' && isRegistryWide && (await administratorsIn(tx)).every(other => other.grantId === id))
        throw GrantErrors.GRANT_LAST_ADMINISTRATOR();
      const reason = cleanText(given.reason);
      for (const delegation of await delegationsOf(tx, id)) await this.endIn(tx, delegation, reason);
      await this.endIn(tx, grant, reason);
      return id;
    });
  }

  private async endIn(tx: Tx, { id, unitId, holder }: GrantRecord, reason: string): Promise<void> {
    await setEnded(tx, id, reason);
    const entry = { before: { ended: false }, after: { ended: true }, unitId, reason };
    await tx.audit({ action: 'grant.ended', object: { type: 'RoleGrant', id }, ...entry });
    tx.afterCommit(() => this.grants.forget(holder));
  }
}

/** A grant for the whole registry, without first and last day. */
export const registryWideGrant = (holder: Holder, role: Role, reason: string): GivenGrant => ({
  holder,
  role,
  unitId: null,
  line: null,
  validFrom: null,
  validTo: null,
  reason,
});
