import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

/** Every role of the access matrix. */
export const ROLES = [
  'unitOfficer',
  'unitHead',
  'boardStaff',
  'councilMember',
  'leader',
  'auditor',
  'administrator',
  'reportingClient',
] as const;
export type Role = (typeof ROLES)[number];

/** Where a right holds: a unit with all that it reaches, and of that the units of one line. `null`: all of them. */
export interface GrantScope {
  readonly unitId: Id | null;
  readonly line: string | null;
}

/** For whom somebody acts: the account that has the right itself (người uỷ quyền). */
export interface Principal {
  readonly id: Id;
  /** As the trail shows it. */
  readonly name: string;
}

/** A role somewhere, in force today. */
export interface Grant extends GrantScope {
  readonly role: Role;
  /** `null`: one's own. */
  readonly onBehalfOf: Principal | null;
  /** `null`: until it is ended. */
  readonly lastDay: LocalDate | null;
}

/** Who is there, before it is known what they may do. */
export interface Subject {
  readonly kind: 'ACCOUNT' | 'TOKEN' | 'SYSTEM';
  /** The account's or the token's id; the registry itself has none. */
  readonly id: Id | null;
  /** As the trail shows it. */
  readonly name: string;
  readonly requestId?: string;
}

/** Who acts: a person's account, a program's token, or the registry itself (migrations, the example, commands on the server). */
export interface Actor extends Subject {
  /** What they hold today; one and the same list while nothing changes. The registry itself holds nothing and may do all. */
  readonly grants: readonly Grant[];
}

/** The registry acting on its own behalf, for a command given on the server itself. */
export const systemActor = (name: string): Actor => ({ kind: 'SYSTEM', id: null, name, grants: [] });
