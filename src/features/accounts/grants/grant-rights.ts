import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_MATRIX, actionsOf, giveAction, isForPeople, type AccessMatrix } from '../../../platform/access/access-rules.js';
import type { Actor, Grant, Role } from '../../../platform/access/actor.js';
import { UnitScope } from '../../../platform/access/unit-scope.port.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { UnitLine } from '../../units/unit-kinds.js';

/** The role of a grant and where it holds. */
export interface GrantedRole {
  readonly role: Role;
  /** `null`: the whole registry. */
  readonly unitId: Id | null;
  /** `null`: units of all lines. */
  readonly line: UnitLine | null;
}

/**
 * Decides whether an actor may give and end a grant: one of the actor’s own grants permits giving the role and contains the grant’s units and line.
 * To give one, it also contains the territories that the unit works for, today or later, because the grant will reach them; a grant at the same unit
 * will reach them as well.
 */
@Injectable()
export class GrantRights {
  constructor(
    private readonly scope: UnitScope,
    @Inject(ACCESS_MATRIX) private readonly matrix: AccessMatrix,
  ) {}

  /** @param until the last day of the grant (`null`: without end), which the actor’s own grant has to reach; absent: not checked. */
  async mayGive(actor: Actor, given: GrantedRole, until?: LocalDate | null): Promise<boolean> {
    if (actor.kind === 'SYSTEM') return true;
    if (actor.kind === 'TOKEN') return false;
    return this.covers(actor, given, until, grant => actionsOf(this.matrix, grant).includes(giveAction(given.role)));
  }

  /** Whether one of the actor’s own grants permits all that a program with this grant could do. */
  async mayHandToProgram(actor: Actor, given: GrantedRole, until: LocalDate | null): Promise<boolean> {
    if (actor.kind === 'SYSTEM') return true;
    const needed = this.matrix[given.role].filter(action => !isForPeople(this.matrix, action));
    return this.covers(actor, given, until, grant => {
      const held = new Set(actionsOf(this.matrix, grant));
      return needed.every(action => held.has(action));
    });
  }

  /** Whether one of the actor’s grants of this kind contains the units, the line and the days of the grant. */
  private async covers(
    { grants }: Actor,
    { unitId, line }: GrantedRole,
    until: LocalDate | null | undefined,
    isMeant: (grant: Grant) => boolean,
  ): Promise<boolean> {
    const isGiven = until !== undefined;
    const places = unitId === null ? [] : [unitId, ...(isGiven ? await this.scope.willHoldAt(unitId) : [])];
    for (const own of grants.filter(isMeant)) {
      if (own.line !== null && own.line !== line) continue;
      if (isGiven && own.lastDay !== null && (until === null || until > own.lastDay)) continue;
      if (own.unitId === null || own.unitId === unitId) return true;
      const reached = await this.scope.reached([{ unitId: own.unitId, line: null }]);
      if (unitId !== null && places.every(id => reached.has(id))) return true;
    }
    return false;
  }
}
