import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_MATRIX, actionsOf, giveAction, type AccessMatrix } from '../../../platform/access/access-rules.js';
import type { Actor, Role } from '../../../platform/access/actor.js';
import { UnitScope } from '../../../platform/access/unit-scope.port.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { UnitLine } from '../../units/unit-kinds.js';

/** What a grant is of. */
export interface Granted {
  readonly role: Role;
  /** `null`: the whole registry. */
  readonly unitId: Id | null;
  /** `null`: units of all lines. */
  readonly line: UnitLine | null;
}

/** Whether somebody may give, and take back: one of their own grants lets them give the role and lies around it in units and line. */
@Injectable()
export class GivingRights {
  constructor(
    private readonly scope: UnitScope,
    @Inject(ACCESS_MATRIX) private readonly matrix: AccessMatrix,
  ) {}

  /** @param until where it matters how long: their own lasts at least until then. `null`: for ever. */
  async mayGive(actor: Actor, { role, unitId, line }: Granted, until?: LocalDate | null): Promise<boolean> {
    if (actor.kind === 'SYSTEM') return true;
    for (const own of actor.grants.filter(grant => actionsOf(this.matrix, grant).includes(giveAction(role)))) {
      if (own.line !== null && own.line !== line) continue;
      if (until !== undefined && own.lastDay !== null && (until === null || until > own.lastDay)) continue;
      if (own.unitId === null) return true;
      if (unitId !== null && (await this.scope.reached([{ unitId: own.unitId, line: null }])).has(unitId)) return true;
    }
    return false;
  }
}
