import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { ACCESS_MATRIX, mayDo, reachOf, type AccessMatrix, type Reach } from './access-rules.js';
import type { Actor } from './actor.js';
import { UnitScope } from './unit-scope.port.js';

/** A question about units, answered from what was found out before. */
export type Reaches = (unitId: Id | null) => boolean;

/** What an actor may do, and at which units. Asked by the gate for whole operations and by every command for the unit it is about. */
@Injectable()
export class Rights {
  constructor(
    @Inject(ACCESS_MATRIX) private readonly matrix: AccessMatrix,
    private readonly scope: UnitScope,
  ) {}

  /** Whether the actor may do it somewhere. */
  may(actor: Actor, action: string): boolean {
    return mayDo(this.matrix, actor, action);
  }

  reach(actor: Actor, action: string): Reach {
    return reachOf(this.matrix, actor, action);
  }

  /** Of which units the actor may do it. Of no unit in particular (`null`): only who may do it everywhere. */
  async reaches(actor: Actor, action: string): Promise<Reaches> {
    const reach = this.reach(actor, action);
    if (reach === 'everywhere') return () => true;
    const units = await this.scope.reached(reach);
    return unitId => unitId !== null && units.has(unitId);
  }

  /** @throws OUT_OF_REACH unless the actor may do it at each of these units. A unit that does not exist is reached by whoever may everywhere. */
  async require(actor: Actor, action: string, ...unitIds: readonly (Id | null)[]): Promise<void> {
    const reaches = await this.reaches(actor, action);
    if (!unitIds.every(reaches)) throw PlatformErrors.OUT_OF_REACH({ action });
  }
}
