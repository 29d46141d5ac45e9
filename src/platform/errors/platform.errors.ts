import { ROLE_NAMES } from '../access/role-names.js';
import { errors } from './catalogue.js';
import { TYPE_NAMES } from './type-names.js';
import { anyOf, asGiven, count, itsWords, namesOf, wordFor } from '../../shared/writing.js';

/** What is counted of a document. */
const QUERY_MEASURES = {
  depth: { vi: 'tầng lồng nhau', en: 'levels of nesting' },
  aliases: { vi: 'tên gọi khác', en: 'aliases' },
  directives: { vi: 'chỉ thị', en: 'directives' },
  objects: { vi: 'trường có trường con', en: 'fields with fields of their own' },
  pages: { vi: 'trang của danh sách', en: 'pages of lists' },
  roots: { vi: 'trường gốc', en: 'root fields' },
  repeats: { vi: 'lần lặp lại một trường', en: 'repetitions of one field' },
  name: { vi: 'chữ trong một tên', en: 'letters in one name' },
  names: { vi: 'tên trong một đối tượng', en: 'names in one object' },
} as const;
export type QueryMeasure = keyof typeof QUERY_MEASURES;

/** Troubles that belong to no chapter of the registry. */
export const PlatformErrors = errors({
  INTERNAL: {
    category: 'internal',
    vi: 'Hệ thống gặp lỗi. Hãy báo cho quản trị viên mã yêu cầu kèm theo.',
    en: 'The registry failed. Tell the administrator the request id that comes with this message.',
  },
  DATABASE_UNAVAILABLE: {
    category: 'unavailable',
    vi: 'Mất kết nối với cơ sở dữ liệu. Thay đổi chỉ được giữ nếu đã có trả lời thành công; hãy gửi lại (với cùng idempotencyKey thì không bị ghi hai lần).',
    en: 'The connection to the database was lost. A change counts only if it was answered; send it again (with the same idempotencyKey it is never written twice).',
  },
  DATABASE_READ_ONLY: {
    category: 'unavailable',
    vi: 'Cơ sở dữ liệu lúc này chỉ cho đọc, chưa có gì được ghi. Hãy báo quản trị viên, rồi gửi lại sau.',
    en: 'The database takes no changes at present; nothing was written. Tell the administrator, and send it again later.',
  },
  TOO_SLOW: {
    category: 'unavailable',
    vi: 'Việc này mất quá nhiều thời gian nên đã dừng, chưa có gì được ghi. Hãy hỏi ít hơn, hoặc gửi lại sau.',
    en: 'This took too long and was stopped; nothing was written. Ask for less, or send it again later.',
  },
  OVERLOADED: {
    category: 'unavailable',
    vi: 'Máy chủ đang quá tải, chưa có gì được đọc hay ghi. Hãy gửi lại sau ít giây.',
    en: 'The server is overloaded; nothing was read or written. Send it again in a few seconds.',
  },
  RATE_LIMITED: {
    category: 'limit',
    params: { limit: count, seconds: count },
    vi: 'Bạn đã dùng hết {limit} điểm của phút này (mỗi câu hỏi tốn điểm theo số dòng có thể trả về). Hãy gửi lại sau {seconds} giây.',
    en: 'You have used all {limit} points of this minute (a query costs points by the rows it can answer with). Send it again in {seconds} seconds.',
  },
  DISK_FULL: {
    category: 'unavailable',
    vi: 'Ổ đĩa của máy chủ đã đầy, chưa có gì được ghi. Hãy báo quản trị viên giải phóng dung lượng rồi gửi lại.',
    en: 'The server’s disk is full; nothing was written. Ask the administrator to free space, then send it again.',
  },
  BUSY: {
    category: 'unavailable',
    vi: 'Có người khác đang thay đổi cùng dữ liệu, chưa có gì được ghi. Hãy gửi lại sau ít giây.',
    en: 'Somebody else is changing the same data; nothing was written. Send it again in a few seconds.',
  },
  UNAUTHENTICATED: {
    category: 'unauthenticated',
    vi: 'Cần đăng nhập (signIn), hoặc gửi mã truy cập trong đầu mục “Authorization: Bearer …”.',
    en: 'Sign in first (signIn), or send an access token in the header “Authorization: Bearer …”.',
  },
  SESSION_ENDED: {
    category: 'unauthenticated',
    vi: 'Phiên đăng nhập không còn hiệu lực. Hãy đăng nhập lại.',
    en: 'The session is no longer valid. Sign in again.',
  },
  PASSWORD_PRINTED: {
    category: 'forbidden',
    vi: 'Mật khẩu này do hệ thống in ra khi khởi động lần đầu. Hãy đổi mật khẩu (changePassword) trước khi làm việc khác.',
    en: 'The registry printed this password at its first start. Change it (changePassword) before anything else.',
  },
  ORIGIN_FOREIGN: {
    category: 'forbidden',
    vi: 'Yêu cầu đến từ trang của địa chỉ khác (Origin) nên bị từ chối. Nếu hệ thống đứng sau máy chủ trung gian, hãy khai báo máy đó trong TRUSTED_PROXIES và giữ nguyên tên máy (Host).',
    en: 'The request comes from a page of another address (Origin) and is refused. If the registry runs behind a proxy, name that in TRUSTED_PROXIES and let it keep the host name (Host).',
  },
  TOKEN_INVALID: {
    category: 'unauthenticated',
    vi: 'Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi. Hãy xin mã mới.',
    en: 'The access token is wrong, expired or revoked. Ask for a new one.',
  },
  FORBIDDEN: {
    category: 'forbidden',
    params: { action: itsWords, roles: anyOf(ROLE_NAMES), place: itsWords },
    vi: 'Bạn không có quyền {action}. Việc này do {roles} được giao {place} thực hiện. Hãy nhờ họ, hoặc xin quản trị viên cấp vai trò đó.',
    en: 'You do not have the right to {action}. This is done by {roles}, with a grant at {place}. Ask one of them, or ask an administrator for that role.',
  },
  ACCOUNT_NEEDED: {
    category: 'forbidden',
    vi: 'Việc này chỉ người đã đăng nhập bằng tài khoản của mình làm được, không dùng mã truy cập.',
    en: 'Only a person signed in with an account of their own can do this, not an access token.',
  },
  OUT_OF_REACH: {
    category: 'forbidden',
    params: { action: itsWords, roles: anyOf(ROLE_NAMES), unit: itsWords },
    vi: 'Quyền {action} của bạn không bao gồm {unit}. Việc này do {roles} được giao đơn vị đó thực hiện. Hãy nhờ họ, hoặc xin quản trị viên cấp thêm quyền.',
    en: 'Your right to {action} does not reach {unit}. This is done by {roles}, with a grant that reaches it. Ask one of them, or ask an administrator for a wider grant.',
  },
  ACTION_OF_OTHERS: {
    category: 'forbidden',
    params: { roles: anyOf(ROLE_NAMES), place: itsWords },
    vi: 'Việc này do {roles} có phạm vi bao gồm {place} thực hiện.',
    en: 'This is done by {roles}, with a grant that reaches {place}.',
  },
  BODY_MALFORMED: {
    category: 'invalid',
    vi: 'Nội dung yêu cầu không phải JSON đúng cú pháp. Hãy kiểm tra dấu ngoặc, dấu nháy và gửi lại.',
    en: 'The request body is not well-formed JSON. Check its brackets and quotes and send it again.',
  },
  BODY_NOT_JSON: {
    category: 'invalid',
    vi: 'Yêu cầu phải có đầu mục “Content-Type: application/json”.',
    en: 'The request needs the header “Content-Type: application/json”.',
  },
  BODY_TOO_LARGE: {
    category: 'limit',
    vi: 'Nội dung yêu cầu lớn hơn 100 KB. Hãy chia nhỏ, hoặc nhập danh sách bằng tệp.',
    en: 'The request body is larger than 100 KB. Divide it, or import lists from a file.',
  },
  PATH_UNKNOWN: {
    category: 'notFound',
    vi: 'Không có địa chỉ này. API ở /graphql (phương thức POST).',
    en: 'There is nothing at this address. The API is at /graphql (method POST).',
  },
  INPUT_INVALID: {
    category: 'invalid',
    params: { field: asGiven, rule: itsWords },
    vi: 'Dữ liệu ở “{field}” không hợp lệ: {rule}.',
    en: 'The value of “{field}” is not valid: {rule}.',
  },
  QUERY_TOO_LARGE: {
    category: 'limit',
    params: { what: wordFor(QUERY_MEASURES), count, limit: count },
    vi: 'Câu hỏi quá lớn: {count} {what}, nhiều nhất là {limit}. Hãy chia nhỏ.',
    en: 'The query is too large: {count} {what}; {limit} is the most. Divide it.',
  },
  QUERY_TOO_COSTLY: {
    category: 'limit',
    params: { rows: count, limit: count },
    vi: 'Câu hỏi có thể trả về {rows} dòng, nhiều nhất là {limit}. Hãy giảm “first” hoặc bớt danh sách lồng nhau.',
    en: 'The query can answer with {rows} rows; {limit} is the most. Lower “first” or nest fewer lists.',
  },
  DOCUMENT_UNKNOWN: {
    category: 'forbidden',
    vi: 'Không có câu hỏi tin cậy nào mang mã này. Hãy hỏi quản trị viên xem bản kê trên máy chủ đã mới chưa.',
    en: 'No trusted document has this id. Ask the administrator whether the server’s manifest is up to date.',
  },
  DOCUMENT_NOT_TRUSTED: {
    category: 'forbidden',
    vi: 'Máy chủ này chỉ trả lời những câu hỏi đã đăng ký. Hãy nhờ quản trị viên thêm câu hỏi này vào TRUSTED_DOCUMENTS.',
    en: 'This server answers registered documents only. Ask the administrator to add this one to TRUSTED_DOCUMENTS.',
  },
  CURSOR_INVALID: {
    category: 'invalid',
    vi: 'Con trỏ trang “after” không do hệ thống này cấp, hoặc thuộc một thứ tự sắp xếp khác. Hãy bắt đầu lại từ trang đầu.',
    en: 'The cursor “after” was not issued by this registry, or belongs to another order. Start again from the first page.',
  },
  ID_INVALID: {
    category: 'invalid',
    params: { field: asGiven, type: wordFor(TYPE_NAMES) },
    vi: 'Mã định danh ở “{field}” không đúng hoặc không phải của loại “{type}”. Hãy dùng mã mà hệ thống đã trả về.',
    en: 'The id in “{field}” is wrong or is not of the type “{type}”. Use an id that the registry has answered with.',
  },
  STALE_VERSION: {
    category: 'conflict',
    params: { expected: count, current: count },
    vi: 'Dữ liệu đã được người khác sửa (bạn có bản {expected}, hiện là bản {current}). Hãy tải lại rồi sửa tiếp.',
    en: 'Somebody has changed this meanwhile (you have version {expected}, it is now {current}). Load it again, then make your change.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    category: 'conflict',
    vi: 'idempotencyKey này đã dùng cho một yêu cầu có nội dung khác. Hãy dùng khóa mới cho yêu cầu mới.',
    en: 'This idempotencyKey was used for a request with another content. Use a new key for a new request.',
  },
  VERSION_UNKNOWN: {
    category: 'invalid',
    vi: 'Thay đổi “changeId” không thuộc đối tượng này. Hãy chọn một dòng trong lịch sử (history) của chính đối tượng.',
    en: 'The change “changeId” is none of this object. Choose one of its own history.',
  },
  LIKELY_DUPLICATE: {
    category: 'warning',
    params: { type: wordFor(TYPE_NAMES), names: namesOf },
    vi: 'Đã ghi, nhưng {type} này có thể trùng với {names}. Hãy xem lại: nếu là một thì gộp hoặc gỡ bản vừa nhập.',
    en: 'This was recorded, but the {type} may be the same as {names}. Compare them: if they are one, merge or remove what was just entered.',
  },
  LIFECYCLE_NOT_APPLICABLE: {
    category: 'conflict',
    params: { action: itsWords },
    vi: 'Ở đây không có gì để “{action}”.',
    en: '“{action}” does not apply here.',
  },
  LIFECYCLE_WRONG_STATE: {
    category: 'conflict',
    params: { action: itsWords, state: itsWords },
    vi: 'Không thể “{action}” khi trạng thái là “{state}”.',
    en: '“{action}” is not possible while the state is “{state}”.',
  },
});
