import { term, type Terms } from '../../shared/terms.js';

/**
 * Fields, input fields and arguments that mean the same on every type. `described-schema.ts` gives these descriptions to those that the
 * contract classes leave without one; a class describes only what differs.
 */
export const commonFields = {
  id: term('mã định danh', 'Opaque identifier of the object', 'It never changes and is never given to another object.'),
  version: term('phiên bản', 'Number of the present version', 'Goes up with each change; pass it as `expectedVersion`.'),
  userErrors: term(
    'lỗi cần sửa',
    'What must be corrected in the input',
    'Empty when the command was carried out; otherwise nothing was written.',
  ),
  warnings: term(
    'cảnh báo',
    'What to look at again although the command was carried out, such as likely duplicates',
    'Empty in most cases.',
  ),
  edges: term('các dòng kèm con trỏ', 'The rows of the page, each with its cursor'),
  nodes: term('các dòng', 'The rows of the page without their cursors'),
  pageInfo: term('thông tin trang', 'Where the page ends and whether rows follow'),
  totalCount: term('tổng số', 'Number of rows on all pages together', 'Counted only when selected.'),
  cursor: term('con trỏ', 'Position of the row in the list', 'Pass it as `after` to continue behind this row.'),
  node: term('đối tượng của dòng', 'The object of the row'),
  history: term(
    'lịch sử',
    'The changes of the object, field by field, the latest first',
    'Of more than 500 changes the latest 500; `auditEntries` has the others for those who read the trail.',
  ),
  note: term('ghi chú', 'Free remark', 'Null: none.'),
} as const satisfies Terms;

export const commonInputFields = {
  id: term('mã định danh', 'Identifier of the object that the command changes'),
  expectedVersion: term(
    'phiên bản đã xem',
    'The `version` that the client has read',
    'The command is refused with `STALE_VERSION` when the object has changed since.',
  ),
  reason: term('lý do', 'Why the change is made', 'Recorded in the audit trail.'),
  idempotencyKey: term(
    'khóa chống ghi trùng',
    'A key that the client chooses so that a repeated command is carried out once',
    'The same key with the same input returns the first result; with another input it is refused. Omitted: each call is carried out.',
  ),
  note: term('ghi chú', 'Free remark', 'Omitted or null: none.'),
} as const satisfies Terms;

export const commonArguments = {
  id: term('mã định danh', 'Identifier of the object'),
  input: term('dữ liệu đầu vào', 'The data of the command or question'),
  first: term('số dòng một trang', 'Number of rows on the page, 1 to 100'),
  after: term('con trỏ trang trước', 'Cursor of the last row already read', 'Omitted or null: the first page.'),
  filter: term('điều kiện lọc', 'Conditions that each row meets, all of them', 'Omitted or null: every row that you may see.'),
  orderBy: term('thứ tự sắp xếp', 'Order of the rows'),
  asOf: term('ngày xem', 'The day whose state is shown', 'Nested fields use the same day. Omitted or null: today in Việt Nam.'),
} as const satisfies Terms;
