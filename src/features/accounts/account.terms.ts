import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const accountTerms = {
  Account: term('tài khoản', 'A person’s access to the registry under a sign-in name'),
  Colleague: term('đồng nghiệp', 'An account as colleagues find it, to give or delegate a right'),
  ColleagueOrder: enumTerm('thứ tự đồng nghiệp', 'Order of colleagues', {
    DISPLAY_NAME: term('theo tên hiển thị', 'By display name, the given name first'),
  }),
  AccountOrder: enumTerm('thứ tự tài khoản', 'Order of a list of accounts', {
    DISPLAY_NAME: term(
      'theo tên gọi trong tên hiển thị',
      'By the given name in the display name, its last word, then by the whole name, in Vietnamese order',
    ),
    NAME: term('theo tên đăng nhập', 'By sign-in name'),
  }),
  AccountPerson: term(
    'gắn tài khoản với người',
    'Whose account it is, from a day to a day',
    'On a day an account has one person and a person one account.',
  ),
  Session: term('phiên đăng nhập', 'A browser that is signed in', 'Only its owner sees it.'),
  Viewer: term('người đang truy cập', 'The person or program that sends the request'),
  ActorKind: enumTerm('loại người thực hiện', 'Who carries out a request or a command', {
    ACCOUNT: term('tài khoản', 'A person with an account'),
    TOKEN: term('mã truy cập', 'A program with a token'),
    SYSTEM: term('hệ thống', 'The registry itself: migrations, jobs, commands on the server'),
  }),
  ApiToken: term('mã truy cập', 'A token with which a program reads and writes the API', 'Its secret is shown once, when it is created.'),
  ApiTokenOrder: enumTerm('thứ tự mã truy cập', 'Order of a list of tokens', {
    CREATED_DESC: term('mới nhất trước', 'By creation, the latest first'),
    NAME: term('theo tên', 'By name in Vietnamese order'),
  }),
  Role: enumTerm(
    'vai trò',
    'A set of permissions; docs/access-matrix.md lists them',
    {
      UNIT_OFFICER: term('cán bộ đơn vị', 'Drafts, submits and supplements the models of its units'),
      UNIT_HEAD: term('thủ trưởng đơn vị', 'Does what an officer of the unit does, withdraws models and appoints those officers'),
      BOARD_STAFF: term('cán bộ ban', 'Runs movements, receives, returns and appraises models, enters documents; does not decide'),
      COUNCIL_MEMBER: term('thành viên hội đồng', 'Member of a council; reads'),
      LEADER: term('lãnh đạo', 'Reads and decides: recognises, declines, revokes'),
      AUDITOR: term('kiểm tra', 'Reads the audit trail and the grants'),
      ADMINISTRATOR: term('quản trị', 'Manages accounts, grants, units and dictionaries; does not decide on models'),
      REPORTING_CLIENT: term('ứng dụng khai thác', 'Reads and changes nothing; meant for programs'),
    },
    'A role holds where it was granted.',
  ),
  RoleGrant: term('quyền được cấp', 'A role given to an account or a token, for units and for a time'),
  RoleGrantOrder: enumTerm('thứ tự quyền được cấp', 'Order of a list of grants', {
    GIVEN_AT: term('theo lúc cấp', 'By the moment at which the grant was given, the earliest first'),
    GIVEN_AT_DESC: term('theo lúc cấp, mới nhất trước', 'By the moment at which the grant was given, the latest first'),
  }),
} as const satisfies Terms;
