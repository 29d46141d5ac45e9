import type { Id } from '../../shared/ids.js';

/** Who acts: a person's account, a program's token, or the registry itself (migrations, the example, commands on the server). */
export interface Actor {
  readonly kind: 'ACCOUNT' | 'TOKEN' | 'SYSTEM';
  /** The account's or the token's id; the registry itself has none. */
  readonly id: Id | null;
  /** As the trail shows it. */
  readonly name: string;
  readonly role: Role;
  readonly requestId?: string;
}

export type Role = 'administrator' | 'reader';

/** The registry acting on its own behalf, for a command given on the server itself. */
export const systemActor = (name: string): Actor => ({ kind: 'SYSTEM', id: null, name, role: 'administrator' });
