import type { Bilingual } from '../../shared/language.js';

/** What each type with an id is called in a sentence; a test compares with the schema. */
export const TYPE_NAMES: Readonly<Record<string, Bilingual>> = {
  Node: { vi: 'đối tượng', en: 'object' },
  Account: { vi: 'tài khoản', en: 'account' },
  AccountPerson: { vi: 'lần gắn tài khoản với người', en: 'link between an account and a person' },
  ApiToken: { vi: 'mã truy cập', en: 'access token' },
  AssignedTarget: { vi: 'chỉ tiêu giao', en: 'assigned target' },
  AuditEntry: { vi: 'dòng nhật ký', en: 'entry of the trail' },
  Decision: { vi: 'quyết định', en: 'decision' },
  EmulationModel: { vi: 'mô hình', en: 'model' },
  Registration: { vi: 'lần đăng ký', en: 'registration' },
  File: { vi: 'tệp', en: 'file' },
  Movement: { vi: 'phong trào', en: 'movement' },
  Person: { vi: 'người', en: 'person' },
  PersonPost: { vi: 'chức vụ', en: 'post' },
  ReceivingAuthority: { vi: 'quy tắc tiếp nhận', en: 'rule of receiving' },
  RegistrationExtension: { vi: 'gia hạn', en: 'extension' },
  RegistrationRound: { vi: 'đợt đăng ký', en: 'registration round' },
  RoleGrant: { vi: 'quyền được cấp', en: 'grant' },
  Sector: { vi: 'lĩnh vực', en: 'sector' },
  Session: { vi: 'phiên đăng nhập', en: 'session' },
  Theme: { vi: 'chuyên đề', en: 'theme' },
  Unit: { vi: 'đơn vị', en: 'unit' },
  UnitEvent: { vi: 'biến động đơn vị', en: 'unit event' },
};
