import type { Actor, Grant, GrantScope, Role } from './actor.js';

/** The access matrix as the gate needs it; `app/access-matrix.ts` is where it is written. */
export const ACCESS_MATRIX = Symbol('access matrix');

/** What each role may do where it was given, what everybody may who is there, whatever they hold, and what nobody does for another. */
export type AccessMatrix = Readonly<Record<Role | 'everybody' | 'neverForAnother', readonly string[]>>;

/** The right to give a role. */
export const giveAction = (role: Role): string => `grant.${role}`;

/** What a grant lets its holder do. */
export const actionsOf = (matrix: AccessMatrix, { role, onBehalfOf }: Pick<Grant, 'role' | 'onBehalfOf'>): readonly string[] =>
  onBehalfOf === null ? matrix[role] : matrix[role].filter(action => !matrix.neverForAnother.includes(action));

const allows = (matrix: AccessMatrix, { role, onBehalfOf }: Grant, action: string): boolean =>
  matrix[role].includes(action) && (onBehalfOf === null || !matrix.neverForAnother.includes(action));

/** Where an actor may do something: everywhere, or at these places, perhaps none. */
export type Reach = 'everywhere' | readonly GrantScope[];

export function reachOf(matrix: AccessMatrix, { kind, grants }: Actor, action: string): Reach {
  if (kind === 'SYSTEM' || matrix.everybody.includes(action)) return 'everywhere';
  const allowing = grants.filter(grant => allows(matrix, grant, action));
  return allowing.some(({ unitId, line }) => unitId === null && line === null) ? 'everywhere' : allowing;
}

/** Whether the actor may do it somewhere. */
export const mayDo = (matrix: AccessMatrix, { kind, grants }: Actor, action: string): boolean =>
  kind === 'SYSTEM' || matrix.everybody.includes(action) || grants.some(grant => allows(matrix, grant, action));
