import type { Actor, Grant, GrantScope, Role } from './actor.js';

/** Injection token of the access matrix, which is written in `app/access-matrix.ts`. */
export const ACCESS_MATRIX = Symbol('access matrix');

/**
 * The actions of each role where it is granted; `everybody`: the actions of every signed-in account or token; `neverForAnother`: the actions that a
 * delegated grant does not give; `peopleOnly`: those that no program's token does, whatever it was granted.
 */
export type AccessMatrix = Readonly<Record<Role | 'everybody' | 'neverForAnother' | 'peopleOnly', readonly string[]>>;

/** The action of granting a role: `grant.unitOfficer`. */
export const giveAction = (role: Role): string => `grant.${role}`;

/** Whether only people do it, each with an account of their own. */
export const isForPeople = (matrix: AccessMatrix, action: string): boolean => matrix.peopleOnly.includes(action);

const isKeptFrom = (matrix: AccessMatrix, kind: Actor['kind'], action: string): boolean => kind === 'TOKEN' && isForPeople(matrix, action);

/** The actions that a grant gives a person. */
export const actionsOf = (matrix: AccessMatrix, { role, onBehalfOf }: Pick<Grant, 'role' | 'onBehalfOf'>): readonly string[] =>
  onBehalfOf === null ? matrix[role] : matrix[role].filter(action => !matrix.neverForAnother.includes(action));

const allows = (matrix: AccessMatrix, kind: Actor['kind'], { role, onBehalfOf }: Grant, action: string): boolean =>
  matrix[role].includes(action) && !isKeptFrom(matrix, kind, action) && (onBehalfOf === null || !matrix.neverForAnother.includes(action));

const isEverybodys = (matrix: AccessMatrix, kind: Actor['kind'], action: string): boolean =>
  matrix.everybody.includes(action) && !isKeptFrom(matrix, kind, action);

/** Whether only its being a program keeps the actor from it. */
export const isOnlyForPeople = (matrix: AccessMatrix, actor: Actor, action: string): boolean =>
  isKeptFrom(matrix, actor.kind, action) && mayDo(matrix, { ...actor, kind: 'ACCOUNT' }, action);

/** Where an actor may do something: in the whole registry, or in these scopes, perhaps none. */
export type Reach = 'everywhere' | readonly GrantScope[];

/** The scopes of all grants that allow the action; empty: the actor may do it nowhere. */
export function reachOf(matrix: AccessMatrix, { kind, grants }: Actor, action: string): Reach {
  if (kind === 'SYSTEM' || isEverybodys(matrix, kind, action)) return 'everywhere';
  const allowing = grants.filter(grant => allows(matrix, kind, grant, action));
  return allowing.some(({ unitId, line }) => unitId === null && line === null) ? 'everywhere' : allowing;
}

/** Whether the actor may do it in at least one scope. */
export const mayDo = (matrix: AccessMatrix, { kind, grants }: Actor, action: string): boolean =>
  kind === 'SYSTEM' || isEverybodys(matrix, kind, action) || grants.some(grant => allows(matrix, kind, grant, action));
