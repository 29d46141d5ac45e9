import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_MATRIX, toGive, type AccessMatrix } from '../../../platform/access/access-rules.js';
import type { Actor, Role } from '../../../platform/access/actor.js';
import { UnitScope } from '../../../platform/access/unit-scope.port.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../../platform/errors/platform.errors.js';
import type { LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { UnitErrors } from '../../units/unit.errors.js';
import type { UnitLine } from '../../units/unit-kinds.js';
import { UnitsReader } from '../../units/units.reader.js';
import { GrantErrors } from './grant.errors.js';
import { GrantsReader } from './grants.reader.js';
import { RoleGrantEntity } from './role-grant.entity.js';

/** Who gets it: an account or a program's token. */
export interface Holder {
  readonly kind: 'ACCOUNT' | 'TOKEN';
  readonly id: Id;
}

export interface GivenGrant {
  readonly holder: Holder;
  readonly role: Role;
  /** `null`: the whole registry. */
  readonly unitId: Id | null;
  /** `null`: units of all lines. */
  readonly line: UnitLine | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly reason: string;
}

/** Gives roles and takes them back. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly db: Database,
    private readonly units: UnitsReader,
    private readonly scope: UnitScope,
    private readonly grants: GrantsReader,
    @Inject(ACCESS_MATRIX) private readonly matrix: AccessMatrix,
  ) {}

  /** @throws GRANT_BEYOND_OWN where it reaches further than the giver's own, GRANT_TO_ONESELF; Refusal with everything a person can mend. */
  giveGrant(actor: Actor, given: GivenGrant, idempotencyKey?: string | null): Promise<Id> {
    const { holder } = given;
    if (actor.kind === holder.kind && actor.id === holder.id) throw GrantErrors.GRANT_TO_ONESELF().at('holderId');
    return this.db.once(actor, { key: idempotencyKey, command: 'giveGrant', input: given }, async tx => {
      await this.requireOwn(tx.actor, given.role, given.unitId, given.line, given.validTo);
      const problems = new Problems();
      const known = await holderIn(tx, holder);
      if (!known) problems.add(GrantErrors.GRANT_HOLDER_UNKNOWN().at('holderId'));
      // A program of one's own is oneself under another name.
      else if (actor.kind === 'ACCOUNT' && known.madeBy === actor.id) throw GrantErrors.GRANT_TO_ONESELF().at('holderId');
      const first = given.validFrom ?? tx.today;
      const last = given.validTo;
      if (last !== null && (last < first || last < tx.today)) problems.add(GrantErrors.GRANT_DATES({ first, last }).at('validTo'));
      if (given.unitId !== null) {
        const [unit] = await this.units.onDay(tx, [given.unitId], tx.today);
        if (!unit) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: given.unitId }).at('unitId'));
        else if (!unit.inForce) problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: unit.fullName, date: tx.today }).at('unitId'));
      }
      problems.refuseIfAny();
      return this.giveIn(tx, { ...given, validFrom: first });
    });
  }

  /** The same within the caller's transaction, unchecked: for what the registry itself gives, the first administrator above all. */
  async giveIn(tx: Tx, given: GivenGrant): Promise<Id> {
    const { holder, role, unitId, line, validFrom, validTo } = given;
    const id = newId();
    const reason = cleanText(given.reason);
    await tx.query(
      `insert into role_grant (id, account_id, api_token_id, role, unit_id, line, validity, reason, given_by, given_at)
       values ($1, $2, $3, $4, $5, $6, daterange($7, $8, '[]'), $9, $10, $11)`,
      [
        id,
        holder.kind === 'ACCOUNT' ? holder.id : null,
        holder.kind === 'TOKEN' ? holder.id : null,
        role,
        unitId,
        line,
        validFrom,
        validTo,
        reason,
        tx.actor.name,
        tx.now,
      ],
    );
    const after = { holder, role, unitId, line, validFrom, validTo };
    await tx.audit({ action: 'grant.given', object: { type: 'RoleGrant', id }, unitId, after, reason });
    tx.afterCommit(() => this.grants.forget(holder));
    return id;
  }

  /** Takes it back at once. @throws GRANT_NOT_FOUND also for one beyond the actor's own reach. */
  endGrant(actor: Actor, given: { id: Id; expectedVersion: number; reason: string }): Promise<Id> {
    const { id, expectedVersion } = given;
    return this.db.tx(actor, async tx => {
      // One at a time: of two last administrators who end each other at the same moment, one stays.
      await tx.query(`lock table role_grant in share row exclusive mode`);
      const grant = await tx.manager.findOneBy(RoleGrantEntity, { id });
      if (!grant || !(await this.covers(actor, grant.role, grant.unitId, grant.line, null, false))) {
        throw GrantErrors.GRANT_NOT_FOUND({ id });
      }
      if (grant.version !== expectedVersion) {
        throw PlatformErrors.STALE_VERSION({ expected: expectedVersion, current: grant.version }).at('expectedVersion');
      }
      if (grant.endedAt !== null) throw GrantErrors.GRANT_ENDED();
      if (grant.role === 'administrator' && grant.accountId !== null && grant.unitId === null) await refuseLastAdministrator(tx, id);
      const reason = cleanText(given.reason);
      await tx.query(`update role_grant set ended_at = $2, ended_by = $3, end_reason = $4, version = version + 1 where id = $1`, [
        id,
        tx.now,
        tx.actor.name,
        reason,
      ]);
      await tx.audit({
        action: 'grant.ended',
        object: { type: 'RoleGrant', id },
        unitId: grant.unitId,
        before: { ended: false },
        after: { ended: true },
        reason,
      });
      const holder: Holder = grant.accountId === null ? { kind: 'TOKEN', id: grant.apiTokenId! } : { kind: 'ACCOUNT', id: grant.accountId };
      tx.afterCommit(() => this.grants.forget(holder));
      return id;
    });
  }

  private async requireOwn(actor: Actor, role: Role, unitId: Id | null, line: UnitLine | null, lastDay: LocalDate | null): Promise<void> {
    if (!(await this.covers(actor, role, unitId, line, lastDay, true))) throw GrantErrors.GRANT_BEYOND_OWN();
  }

  /** Whether one of the actor's own grants lets them give the role, and lies around it in units, line and time. */
  private async covers(
    actor: Actor,
    role: Role,
    unitId: Id | null,
    line: UnitLine | null,
    lastDay: LocalDate | null,
    inTime: boolean,
  ): Promise<boolean> {
    if (actor.kind === 'SYSTEM') return true;
    for (const own of actor.grants.filter(grant => this.matrix[grant.role].includes(toGive(role)))) {
      if (own.line !== null && own.line !== line) continue;
      if (inTime && own.lastDay !== null && (lastDay === null || lastDay > own.lastDay)) continue;
      if (own.unitId === null) return true;
      if (unitId !== null && (await this.scope.reached([{ unitId: own.unitId, line: null }])).has(unitId)) return true;
    }
    return false;
  }
}

async function holderIn(tx: Tx, { kind, id }: Holder): Promise<{ madeBy: Id | null } | undefined> {
  const [holder] = await tx.query<{ madeBy: Id | null }>(
    kind === 'ACCOUNT'
      ? `select null as "madeBy" from account where id = $1 for share`
      : `select created_by_id as "madeBy" from api_token where id = $1 for share`,
    [id],
  );
  return holder;
}

/** A role over the whole registry, from ever and for ever. */
export const overAll = (holder: Holder, role: Role, reason: string): GivenGrant => ({
  holder,
  role,
  unitId: null,
  line: null,
  validFrom: null,
  validTo: null,
  reason,
});

async function refuseLastAdministrator(tx: Tx, id: Id): Promise<void> {
  const [other] = await tx.query(
    `select from role_grant g join account a on a.id = g.account_id
      where g.role = 'administrator' and g.unit_id is null and g.line is null and g.ended_at is null and g.validity @> $2::date and g.id <> $1
        and a.blocked_at is null limit 1`,
    [id, tx.today],
  );
  if (!other) throw GrantErrors.GRANT_LAST_ADMINISTRATOR();
}
