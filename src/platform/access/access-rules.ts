import type { Actor, Grant, GrantScope, Role } from './actor.js';

/** Injection token of the access matrix, which is written in `app/access-matrix.ts`. */
export const ACCESS_MATRIX = Symbol('access matrix');

/**
 * The actions of each role where it is granted; `everybody`: the actions of every signed-in account or token; `neverForAnother`: the actions that a
 * delegated grant does not give.
 */
export type AccessMatrix = Readonly<Record<Role | 'everybody' | 'neverForAnother', readonly string[]>>;

/** The action of granting a role: `grant.unitOfficer`. */
export const giveAction = (role: Role): string => `grant.${role}`;

/** The actions that a grant gives. */
export const actionsOf = (matrix: AccessMatrix, { role, onBehalfOf }: Pick<Grant, 'role' | 'onBehalfOf'>): readonly string[] =>
  onBehalfOf === null ? matrix[role] : matrix[role].filter(action => !matrix.neverForAnother.includes(action));

const allows = (matrix: AccessMatrix, { role, onBehalfOf }: Grant, action: string): boolean =>
  matrix[role].includes(action) && (onBehalfOf === null || !matrix.neverForAnother.includes(action));

/** Where an actor may do something: in the whole registry, or in these scopes, perhaps none. */
export type Reach = 'everywhere' | readonly GrantScope[];

export function reachOf(matrix: AccessMatrix, { kind, grants }: Actor, action: string): Reach {
  if (kind === 'SYSTEM' || matrix.everybody.includes(action)) return 'everywhere';
  const allowing = grants.filter(grant => allows(matrix, grant, action));
  return allowing.some(({ unitId, line }) => unitId === null && line === null) ? 'everywhere' : allowing;
}

/** Whether the actor may do it in at least one scope. */
export const mayDo = (matrix: AccessMatrix, { kind, grants }: Actor, action: string): boolean =>
  kind === 'SYSTEM' || matrix.everybody.includes(action) || grants.some(grant => allows(matrix, grant, action));
