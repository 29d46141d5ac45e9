import { ROLES, type Role } from '../../../platform/access/actor.js';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { accountTerms } from '../account.terms.js';

/** `unitOfficer` is UNIT_OFFICER to clients. */
const enumName = (role: Role): string => role.replaceAll(/[A-Z]/g, letter => `_${letter}`).toUpperCase();

export const RoleEnum = Object.fromEntries(ROLES.map(role => [enumName(role), role]));
registerEnum(RoleEnum, 'Role', accountTerms.Role);
