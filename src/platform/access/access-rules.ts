import type { Role } from './actor.js';

/** The access matrix as the gate needs it; `app/access-matrix.ts` is where it is written. */
export const ACCESS_MATRIX = Symbol('access matrix');

export type AccessMatrix = Readonly<Record<Role, readonly string[]>>;

export const mayDo = (matrix: AccessMatrix, role: Role, action: string): boolean => matrix[role].includes(action);
