import { Inject, Injectable } from '@nestjs/common';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { inEach, joined, type NamedValue } from '../../shared/language.js';
import { blockReason, type BlockReason } from '../../shared/lifecycle.js';
import type { Tx } from '../database/tx.js';
import type { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { ACCESS_MATRIX, isOnlyForPeople, mayDo, reachOf, type AccessMatrix, type Reach } from './access-rules.js';
import { ACTION_NAMES, type ActionNames } from './action-names.js';
import { ROLES, type Actor, type Grant, type Principal, type Role } from './actor.js';
import type { Sight } from './sight.js';
import { UnitScope, type ReachedUnits } from './unit-scope.port.js';

/** Whether the actor's right reaches a unit; synchronous, because the units were looked up before. */
export type ReachTest = (unitId: Id | null) => boolean;

const SOME_UNIT: NamedValue = { value: 'SOME_UNIT', vi: 'một đơn vị', en: 'some unit' };
const WHOLE_REGISTRY: NamedValue = { value: 'WHOLE_REGISTRY', vi: 'toàn bộ sổ đăng ký', en: 'the whole registry' };

/** What an actor may do, and at which units. The gate checks whole operations; every command checks the units it is about. */
@Injectable()
export class Rights {
  private readonly sights = new WeakMap<readonly Grant[], Map<Id | null, Sight>>();

  constructor(
    @Inject(ACCESS_MATRIX) private readonly matrix: AccessMatrix,
    @Inject(ACTION_NAMES) private readonly names: ActionNames,
    private readonly scope: UnitScope,
  ) {}

  /** Whether the actor may do it in at least one scope. */
  may(actor: Actor, action: string): boolean {
    return mayDo(this.matrix, actor, action);
  }

  /** Where the actor may do it: everywhere, or in these scopes, perhaps none. */
  reach(actor: Actor, action: string): Reach {
    return reachOf(this.matrix, actor, action);
  }

  /** The same object as long as the actor's grants and person do not change. */
  sightOf(actor: Actor): Sight {
    let sights = this.sights.get(actor.grants);
    if (!sights) this.sights.set(actor.grants, (sights = new Map()));
    let sight = sights.get(actor.personId);
    if (!sight) {
      const reached = (action: string): Promise<ReachedUnits> => {
        const reach = this.reach(actor, action);
        return this.scope.reached(reach === 'everywhere' ? [] : reach);
      };
      sight = {
        own: [actor.id, actor.personId].filter(id => id !== null),
        isPerson: actor.personId !== null,
        isWhole: action => this.reach(actor, action) === 'everywhere',
        unitsOf: async action => (await reached(action)).literal,
        countOf: async action => (await reached(action)).size,
      };
      sights.set(actor.personId, sight);
    }
    return sight;
  }

  /** A test of the units at which the actor may do it. `null` (no unit) is reached only by a right for the whole registry. */
  async reaches(actor: Actor, action: string): Promise<ReachTest> {
    const reach = this.reach(actor, action);
    if (reach === 'everywhere') return () => true;
    const units = await this.scope.reached(reach);
    return unitId => unitId !== null && units.has(unitId);
  }

  /** The reason that blocks an action for an actor without the right. It names the roles that have it, and what their scope must contain. */
  denialReason(action: string, place: NamedValue): BlockReason {
    return blockReason('ACTION_OF_OTHERS', { action: this.named(action), roles: this.rolesWith(action), place });
  }

  /** The refusal of an operation to this actor. A program whose grants would suffice gets the answer that only people do it. */
  refusal(actor: Actor, action: string, everywhere = false): DomainError {
    return isOnlyForPeople(this.matrix, actor, action) ? PlatformErrors.ACCOUNT_NEEDED() : this.forbidden(action, everywhere);
  }

  /** @param everywhere whether it takes a right over the whole registry. */
  forbidden(action: string, everywhere = false): DomainError {
    const place = everywhere ? WHOLE_REGISTRY : SOME_UNIT;
    return PlatformErrors.FORBIDDEN({ action: this.named(action), roles: this.rolesWith(action), place });
  }

  /** @param unitIds of which the right reaches none; `null`: the whole registry. */
  private async outOfReach(action: string, unitIds: readonly (Id | null)[]): Promise<DomainError> {
    const names = await Promise.all([...new Set(unitIds)].map(id => this.namedUnit(id)));
    const unit = { vi: joined(names, ' hoặc ').vi, en: joined(names, ' or ').en, value: names.map(({ value }) => value).join(' ') };
    return PlatformErrors.OUT_OF_REACH({ action: this.named(action), roles: this.rolesWith(action), unit });
  }

  private async namedUnit(id: Id | null): Promise<NamedValue> {
    if (id === null) return WHOLE_REGISTRY;
    const value = toGlobalId('Unit', id);
    return { ...inEach(`“${(await this.scope.nameOf(id)) ?? value}”`), value };
  }

  private named(action: string): NamedValue {
    return { ...this.names[action]!, value: action };
  }

  private rolesWith(action: string): readonly Role[] {
    return ROLES.filter(role => this.matrix[role].includes(action));
  }

  /**
   * Requires that the actor of a command may do it at each of these units. A right for the whole registry also reaches units that do not exist.
   * Where only a delegated right suffices, the command and its entries in the trail are on behalf of the person who delegated it.
   * @throws OUT_OF_REACH.
   */
  require(tx: Tx, action: string, ...unitIds: readonly (Id | null)[]): Promise<void> {
    const missed = async (): Promise<readonly (Id | null)[]> => {
      const reaches = await this.reaches(tx.actor, action);
      return unitIds.filter(id => !reaches(id)).slice(0, 1);
    };
    const refusal = async (): Promise<DomainError> => this.outOfReach(action, await missed());
    return this.requireRight(tx, refusal, async actor => unitIds.every(await this.reaches(actor, action)));
  }

  /** The same for reading, which leaves no entry in the trail. @throws OUT_OF_REACH. */
  async requireToRead(actor: Actor, action: string, ...unitIds: readonly (Id | null)[]): Promise<void> {
    const reaches = await this.reaches(actor, action);
    const missed = unitIds.filter(id => !reaches(id)).slice(0, 1);
    if (missed.length > 0) throw await this.outOfReach(action, missed);
  }

  /** The same where one of the units is enough. @throws OUT_OF_REACH. */
  requireOneOf(tx: Tx, action: string, unitIds: readonly Id[]): Promise<void> {
    return this.requireRight(
      tx,
      () => this.outOfReach(action, unitIds),
      async actor => unitIds.some(await this.reaches(actor, action)),
    );
  }

  /** The same for what belongs to no unit: a right in any scope is enough. @throws FORBIDDEN. */
  requireSomewhere(tx: Tx, action: string): Promise<void> {
    return this.requireRight(
      tx,
      () => Promise.resolve(this.forbidden(action)),
      actor => Promise.resolve(this.may(actor, action)),
    );
  }

  /** Tries the actor's own rights first, then those delegated by one other person. That person is the same throughout the command. */
  private async requireRight(tx: Tx, refusal: () => Promise<DomainError>, suffices: (actor: Actor) => Promise<boolean>): Promise<void> {
    const { actor } = tx;
    if (await suffices(withRightsOf(actor, null))) return;
    const principals: Principal[] = [];
    for (const principal of tx.mayActFor ?? principalsOf(actor)) {
      if (await suffices(withRightsOf(actor, principal))) principals.push(principal);
    }
    if (principals.length === 0) throw await refusal();
    tx.actFor(principals);
  }
}

const principalsOf = ({ grants }: Actor): Principal[] => {
  const principals = new Map(grants.flatMap(({ onBehalfOf }) => (onBehalfOf ? [[onBehalfOf.id, onBehalfOf] as const] : [])));
  return [...principals.values()];
};

/** The actor with only their own grants and, where a principal is given, those which that principal has delegated to them. */
function withRightsOf(actor: Actor, principal: Principal | null): Actor {
  if (actor.grants.every(({ onBehalfOf }) => onBehalfOf === null)) return actor;
  return { ...actor, grants: actor.grants.filter(({ onBehalfOf }) => onBehalfOf === null || onBehalfOf.id === principal?.id) };
}
