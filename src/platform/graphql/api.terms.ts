import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of the API itself, which belong to no chapter. */
export const apiTerms = {
  Query: term('truy vấn', 'Questions to the registry; they change nothing'),
  Mutation: term('lệnh', 'Commands; what they change is recorded in the audit trail'),
  Node: term('đối tượng có mã định danh', 'An object that `node` finds by its identifier'),
  PageInfo: term('thông tin trang', 'Where a page ends and whether rows follow'),
  MutationPayload: term(
    'kết quả lệnh',
    'What every mutation returns: the changed object, or in `userErrors` what must be corrected',
    'With `userErrors` nothing was written.',
  ),
  UserError: term('lỗi cần sửa', 'Something in the input that a person can correct'),
  Warning: term('cảnh báo', 'Something to look at again, such as a likely duplicate; the command was carried out all the same'),
  ErrorCode: term('mã lỗi', 'Code of an error; docs/errors.md lists them all', '`{…}` in a description is replaced by a value.'),
  Action: term('thao tác', 'A transition of a lifecycle, with the reasons that prevent it now'),
  ActionBlock: term('lý do chưa thực hiện được', 'A reason that prevents an action now'),
  Decimal: term(
    'số thập phân',
    'An exact decimal number as text with a point, for example `77.83`',
    'Never a float: scores and shares keep every digit.',
  ),
  LocalDate: term('ngày', 'A calendar day without a time zone, written `2025-07-01`'),
  PartialDate: term(
    'ngày theo nguồn',
    'A date as precise as its source: a day `2025-07-01`, a month `2025-07`, a year `2025`, a day between two `2025-01-01..2025-06-30`, or a day at the latest `..2025-06-30`',
    'A missing part is never guessed.',
  ),
  DateTime: term('thời điểm', 'A moment in UTC, written `2025-07-01T00:00:00.000Z`'),
  FieldChange: term('giá trị trước và sau', 'One field of a change with its value before and after'),
  ObjectChange: term('lịch sử thay đổi', 'One change of an object: who, when, why, and which fields'),
  File: term('tệp đính kèm', 'A file that was uploaded'),
  FileState: enumTerm('trạng thái tệp', 'Whether a file can be read', {
    QUARANTINED: term('chờ quét mã độc', 'Waiting for the malware scan; it cannot be read yet'),
    READY: term('dùng được', 'It can be read'),
    REFUSED: term('bị từ chối', 'The scan refused it; its content is erased, its name and hash remain'),
  }),
  UploadTicket: term(
    'phiếu tải lên',
    'A ticket for uploading one file once',
    'Send the bytes unchanged with `PUT` to `url` before it expires.',
  ),
  UploadPurpose: term('mục đích tải lên', 'What a file is uploaded for', 'It decides which kinds of file are accepted.'),
} as const satisfies Terms;
