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

/** Where a grant holds: at a unit and all that it reaches, restricted to the units of one line. `null`: no restriction. */
export interface GrantScope {
  readonly unitId: Id | null;
  readonly line: string | null;
}

/** The account on whose behalf somebody acts: it holds the right itself (người uỷ quyền). */
export interface Principal {
  readonly id: Id;
  /** As the trail shows it. */
  readonly name: string;
}

/** A role in a scope, in force today. */
export interface Grant extends GrantScope {
  readonly role: Role;
  /** `null`: the holder's own grant. */
  readonly onBehalfOf: Principal | null;
  /** `null`: until it is ended. */
  readonly lastDay: LocalDate | null;
}

/** An identified account, token or the registry itself, before its grants are looked up. */
export interface Subject {
  readonly kind: 'ACCOUNT' | 'TOKEN' | 'SYSTEM';
  /** The account's or the token's id; the registry itself has none. */
  readonly id: Id | null;
  /** As the trail shows it. */
  readonly name: string;
  readonly requestId?: string;
}

/** Who acts: the account of a person, the token of a program, or the registry itself (migrations, the example, commands on the server). */
export interface Actor extends Subject {
  /** The grants in force today; the same array object as long as nothing changes. The registry itself has none and may do everything. */
  readonly grants: readonly Grant[];
  /** The person whose account it is today (`Person`). `null`: not known, or no person acts. */
  readonly personId: Id | null;
}

/** The registry acting on its own behalf, for a command given on the server itself. */
export const systemActor = (name: string): Actor => ({ kind: 'SYSTEM', id: null, name, grants: [], personId: null });
