import type { Bilingual } from '../../shared/language.js';
import type { Role } from './actor.js';

/** The name of each role within a sentence. */
export const ROLE_NAMES: Readonly<Record<Role, Bilingual>> = {
  unitOfficer: { vi: 'cán bộ đơn vị', en: 'a unit officer' },
  unitHead: { vi: 'thủ trưởng đơn vị', en: 'the head of a unit' },
  boardStaff: { vi: 'cán bộ ban', en: 'staff of a board' },
  councilMember: { vi: 'thành viên hội đồng', en: 'a member of a council' },
  leader: { vi: 'lãnh đạo', en: 'a leader' },
  auditor: { vi: 'người kiểm tra', en: 'an auditor' },
  administrator: { vi: 'quản trị viên', en: 'an administrator' },
  reportingClient: { vi: 'ứng dụng khai thác', en: 'a reporting client' },
};
