import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import type { Term } from '../../shared/language.js';
import { because, type Because } from '../../shared/lifecycle.js';
import type { Tx } from '../database/tx.js';
import type { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { ACCESS_MATRIX, mayDo, reachOf, type AccessMatrix, type Reach } from './access-rules.js';
import { ACTION_WORDS, type ActionWords } from './action-words.js';
import { ROLES, type Actor, type Grant, type Principal, type Role } from './actor.js';
import type { Sight } from './sight.js';
import { UnitScope, type ReachedUnits } from './unit-scope.port.js';

/** A question about units, answered from what was found out before. */
export type Reaches = (unitId: Id | null) => boolean;

const SOME_UNIT: Term = { value: 'SOME_UNIT', vi: 'một đơn vị', en: 'some unit' };
const WHOLE_REGISTRY: Term = { value: 'WHOLE_REGISTRY', vi: 'toàn bộ sổ đăng ký', en: 'the whole registry' };

/** What an actor may do, and at which units. Asked by the gate for whole operations and by every command for the unit it is about. */
@Injectable()
export class Rights {
  private readonly sights = new WeakMap<readonly Grant[], Sight>();

  constructor(
    @Inject(ACCESS_MATRIX) private readonly matrix: AccessMatrix,
    @Inject(ACTION_WORDS) private readonly words: ActionWords,
    private readonly scope: UnitScope,
  ) {}

  /** Whether the actor may do it somewhere. */
  may(actor: Actor, action: string): boolean {
    return mayDo(this.matrix, actor, action);
  }

  reach(actor: Actor, action: string): Reach {
    return reachOf(this.matrix, actor, action);
  }

  /** One and the same object for as long as what the actor holds stays as it is. */
  sightOf(actor: Actor): Sight {
    let sight = this.sights.get(actor.grants);
    if (!sight) {
      const reached = (action: string): Promise<ReachedUnits> => {
        const reach = this.reach(actor, action);
        return this.scope.reached(reach === 'everywhere' ? [] : reach);
      };
      sight = {
        id: actor.id,
        isWhole: action => this.reach(actor, action) === 'everywhere',
        unitsOf: async action => (await reached(action)).literal,
        countOf: async action => (await reached(action)).size,
      };
      this.sights.set(actor.grants, sight);
    }
    return sight;
  }

  /** Of which units the actor may do it. Of no unit in particular (`null`): only who may do it everywhere. */
  async reaches(actor: Actor, action: string): Promise<Reaches> {
    const reach = this.reach(actor, action);
    if (reach === 'everywhere') return () => true;
    const units = await this.scope.reached(reach);
    return unitId => unitId !== null && units.has(unitId);
  }

  /** The reason against an action for a person without the right: it names the roles that have it, and what their reach has to hold. */
  whyNot(action: string, place: Term): Because {
    return because('ACTION_OF_OTHERS', { action: this.termOf(action), roles: this.rolesWith(action), place });
  }

  /** The refusal of an operation. @param everywhere whether it takes a right over the whole registry. */
  forbidden(action: string, everywhere = false): DomainError {
    const place = everywhere ? WHOLE_REGISTRY : SOME_UNIT;
    return PlatformErrors.FORBIDDEN({ action: this.termOf(action), roles: this.rolesWith(action), place });
  }

  private outOfReach(action: string): DomainError {
    return PlatformErrors.OUT_OF_REACH({ action: this.termOf(action), roles: this.rolesWith(action) });
  }

  private termOf(action: string): Term {
    return { ...this.words[action]!, value: action };
  }

  private rolesWith(action: string): readonly Role[] {
    return ROLES.filter(role => this.matrix[role].includes(action));
  }

  /**
   * A command's question: may its actor do it at each of these units? A unit that does not exist is reached by whoever may everywhere.
   * Where it takes a right that was handed on, the command and its lines of the trail are done for whom that is.
   * @throws OUT_OF_REACH.
   */
  require(tx: Tx, action: string, ...unitIds: readonly (Id | null)[]): Promise<void> {
    return this.settle(tx, this.outOfReach(action), async actor => unitIds.every(await this.reaches(actor, action)));
  }

  /** The same for a question, which leaves no line. @throws OUT_OF_REACH. */
  async requireToAsk(actor: Actor, action: string, ...unitIds: readonly (Id | null)[]): Promise<void> {
    if (!unitIds.every(await this.reaches(actor, action))) throw this.outOfReach(action);
  }

  /** The same where one of the units is enough. */
  requireOneOf(tx: Tx, action: string, unitIds: readonly Id[]): Promise<void> {
    return this.settle(tx, this.outOfReach(action), async actor => unitIds.some(await this.reaches(actor, action)));
  }

  /** The same for what is about no unit and may be done by whoever has the right anywhere. @throws FORBIDDEN. */
  requireSomewhere(tx: Tx, action: string): Promise<void> {
    return this.settle(tx, this.forbidden(action), actor => Promise.resolve(this.may(actor, action)));
  }

  /** One's own rights come first. What they do not suffice for is done for one other person, the same throughout the command. */
  private async settle(tx: Tx, refusal: DomainError, suffices: (actor: Actor) => Promise<boolean>): Promise<void> {
    const { actor } = tx;
    if (await suffices(withRightsOf(actor, null))) return;
    const principals: Principal[] = [];
    for (const principal of tx.mayActFor ?? principalsOf(actor)) {
      if (await suffices(withRightsOf(actor, principal))) principals.push(principal);
    }
    if (principals.length === 0) throw refusal;
    tx.actFor(principals);
  }
}

const principalsOf = ({ grants }: Actor): Principal[] => {
  const known = new Map(grants.flatMap(({ onBehalfOf }) => (onBehalfOf ? [[onBehalfOf.id, onBehalfOf] as const] : [])));
  return [...known.values()];
};

/** The actor with their own rights and, where somebody is named, those that this one has handed on to them. */
function withRightsOf(actor: Actor, principal: Principal | null): Actor {
  if (actor.grants.every(({ onBehalfOf }) => onBehalfOf === null)) return actor;
  return { ...actor, grants: actor.grants.filter(({ onBehalfOf }) => onBehalfOf === null || onBehalfOf.id === principal?.id) };
}
