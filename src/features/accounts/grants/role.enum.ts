import { registerEnumType } from '@nestjs/graphql';
import { ROLES, type Role } from '../../../platform/access/actor.js';

/** `unitOfficer` is UNIT_OFFICER to clients. */
const enumName = (role: Role): string => role.replaceAll(/[A-Z]/g, letter => `_${letter}`).toUpperCase();

export const RoleEnum = Object.fromEntries(ROLES.map(role => [enumName(role), role]));
registerEnumType(RoleEnum, {
  name: 'Role',
  description:
    'Vai trò: cán bộ đơn vị, thủ trưởng đơn vị, cán bộ ban, thành viên hội đồng, lãnh đạo, kiểm tra, quản trị, ứng dụng khai thác. docs/access-matrix.md says what each may do.',
});
