import type { Actor, Place, Role } from './actor.js';

/** The access matrix as the gate needs it; `app/access-matrix.ts` is where it is written. */
export const ACCESS_MATRIX = Symbol('access matrix');

/** What each role may do where it was given, and what everybody may who is there, whatever they hold. */
export type AccessMatrix = Readonly<Record<Role | 'everybody', readonly string[]>>;

/** The right to give a role. */
export const toGive = (role: Role): string => `grant.${role}`;

/** Where an actor may do something: everywhere, or at these places, perhaps none. */
export type Reach = 'everywhere' | readonly Place[];

export function reachOf(matrix: AccessMatrix, { kind, grants }: Actor, action: string): Reach {
  if (kind === 'SYSTEM' || matrix.everybody.includes(action)) return 'everywhere';
  const allowing = grants.filter(({ role }) => matrix[role].includes(action));
  return allowing.some(({ unitId, line }) => unitId === null && line === null) ? 'everywhere' : allowing;
}

/** Whether the actor may do it somewhere. */
export const mayDo = (matrix: AccessMatrix, { kind, grants }: Actor, action: string): boolean =>
  kind === 'SYSTEM' || matrix.everybody.includes(action) || grants.some(({ role }) => matrix[role].includes(action));
