import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, count, date, period } from '../../shared/writing.js';

export const AccountErrors = errors({
  ACCOUNT_NOT_FOUND: { category: 'notFound', of: 'Account', vi: 'Không tìm thấy tài khoản “{id}”.', en: 'There is no account “{id}”.' },
  ACCOUNT_NAME_INVALID: {
    category: 'invalid',
    vi: 'Tên đăng nhập gồm 2 đến 64 chữ thường không dấu, chữ số hoặc . _ - @, bắt đầu bằng chữ hoặc số.',
    en: 'A sign-in name has 2 to 64 small letters without marks, digits or . _ - @, and begins with a letter or digit.',
  },
  ACCOUNT_NAME_TAKEN: {
    category: 'conflict',
    vi: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
    en: 'Somebody has this sign-in name already. Choose another.',
  },
  ACCOUNT_EMAIL_INVALID: {
    category: 'invalid',
    vi: 'Địa chỉ thư điện tử viết chưa đúng (ví dụ ten@coquan.gov.vn).',
    en: 'The e-mail address is not well written (for example name@office.gov.vn).',
  },
  ACCOUNT_BLOCKS_ITSELF: {
    category: 'conflict',
    vi: 'Không thể tự khóa tài khoản của mình. Hãy nhờ quản trị viên khác.',
    en: 'Nobody can block their own account. Ask another administrator.',
  },
  ACCOUNT_BLOCKED: {
    category: 'conflict',
    vi: 'Tài khoản đang bị khóa. Hãy mở khóa trước.',
    en: 'The account is blocked. Unblock it first.',
  },
  ACCOUNT_LINK_NOT_FOUND: {
    category: 'notFound',
    of: 'AccountPerson',
    vi: 'Không tìm thấy lần gắn “{id}” giữa tài khoản và người.',
    en: 'There is no link “{id}” between an account and a person.',
  },
  ACCOUNT_HAS_PERSON: {
    category: 'conflict',
    params: { person: asGiven, period },
    vi: 'Tài khoản này đã gắn với “{person}” ({period}). Hãy kết thúc lần gắn ấy (endAccountPersonLink) hoặc gỡ nếu gắn nhầm (removeAccountPersonLink) trước.',
    en: 'This account is that of “{person}” ({period}). End that link (endAccountPersonLink), or remove it if it was a mistake (removeAccountPersonLink), first.',
  },
  PERSON_HAS_ACCOUNT: {
    category: 'conflict',
    params: { account: asGiven, period },
    vi: 'Người này đã gắn với tài khoản “{account}” ({period}). Mỗi người chỉ có một tài khoản vào một ngày: hãy kết thúc lần gắn ấy trước.',
    en: 'This person has the account “{account}” ({period}). A person has one account on a day: end that link first.',
  },
  ACCOUNT_LINK_BACKWARDS: {
    category: 'invalid',
    params: { last: date, first: date },
    vi: 'Ngày cuối {last} đứng trước ngày đầu {first} của lần gắn. Nếu gắn nhầm từ đầu, hãy gỡ (removeAccountPersonLink).',
    en: 'The last day, {last}, comes before the first day of the link, {first}. If it was a mistake from the start, remove it (removeAccountPersonLink).',
  },
  PASSWORD_LENGTH: {
    category: 'invalid',
    params: { least: count, most: count },
    vi: 'Mật khẩu cần từ {least} đến {most} ký tự. Một câu ngắn dễ nhớ là tốt nhất.',
    en: 'A password has {least} to {most} characters. A short sentence is best.',
  },
  PASSWORD_EASY: {
    category: 'invalid',
    vi: 'Mật khẩu quá dễ đoán (chỉ có chữ số, lặp lại ít ký tự, hoặc chứa tên đăng nhập). Hãy chọn mật khẩu khác.',
    en: 'The password is too easy to guess (digits only, few characters repeated, or the sign-in name in it). Choose another.',
  },
  PASSWORD_SAME: {
    category: 'invalid',
    vi: 'Mật khẩu mới phải khác mật khẩu hiện tại.',
    en: 'The new password has to differ from the present one.',
  },
  PASSWORD_WRONG: {
    category: 'invalid',
    vi: 'Mật khẩu hiện tại không đúng.',
    en: 'The present password is wrong.',
  },
  PASSWORD_RESET_INVALID: {
    category: 'invalid',
    vi: 'Mã đặt lại mật khẩu không đúng, đã dùng hoặc đã hết hạn. Hãy xin quản trị viên mã mới.',
    en: 'The secret for a new password is wrong, used or expired. Ask the administrator for another.',
  },
  SIGN_IN_FAILED: {
    category: 'unauthenticated',
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng. Nếu quên mật khẩu, hãy xin quản trị viên mã đặt lại.',
    en: 'The sign-in name or the password is wrong. If you have forgotten the password, ask the administrator for a new one.',
  },
  SECOND_FACTOR_NEEDED: {
    category: 'unauthenticated',
    vi: 'Tài khoản này dùng xác thực hai lớp. Hãy đăng nhập lại kèm mã trong ứng dụng xác thực (code), hoặc một mã dự phòng.',
    en: 'This account asks for a second factor. Sign in again with the code of the authenticator app (code), or a recovery code.',
  },
  SECOND_FACTOR_WRONG: {
    category: 'unauthenticated',
    vi: 'Mã xác thực không đúng hoặc đã được dùng. Hãy chờ mã mới rồi thử lại.',
    en: 'The code is wrong or has been used. Wait for the next one and try again.',
  },
  SECOND_FACTOR_CODE_WRONG: {
    category: 'invalid',
    vi: 'Mã xác thực không đúng. Hãy kiểm tra giờ của điện thoại và nhập mã đang hiện.',
    en: 'The code is wrong. Check the clock of the phone and type the code that it shows now.',
  },
  SECOND_FACTOR_ON: {
    category: 'conflict',
    vi: 'Xác thực hai lớp đang bật. Hãy tắt trước khi đăng ký thiết bị khác.',
    en: 'A second factor is in force. Switch it off before you enrol another.',
  },
  SECOND_FACTOR_OFF: {
    category: 'conflict',
    vi: 'Chưa đăng ký xác thực hai lớp. Hãy gọi enrolSecondFactor trước.',
    en: 'No second factor is enrolled. Call enrolSecondFactor first.',
  },
  SIGN_IN_SLOWED: {
    category: 'limit',
    params: { seconds: count },
    vi: 'Đăng nhập sai quá nhiều lần. Hãy thử lại sau {seconds} giây.',
    en: 'Too many sign-ins have failed. Try again in {seconds} seconds.',
  },
  SIGN_IN_NEEDS_HTTPS: {
    category: 'forbidden',
    vi: 'Không đăng nhập qua kết nối không mã hóa. Hãy dùng https (TLS); nếu https kết thúc ở máy chủ trung gian, hãy khai báo máy đó trong thiết lập TRUSTED_PROXIES.',
    en: 'Nobody signs in over an open connection. Use https (TLS); if that ends at a proxy, name the proxy in the setting TRUSTED_PROXIES.',
  },
  OIDC_REFUSED: {
    category: 'unauthenticated',
    vi: 'Trả lời của hệ thống đăng nhập một lần không khớp với lần đăng nhập này, hoặc đã quá hạn. Hãy đăng nhập lại từ đầu.',
    en: 'The answer of the single sign-on does not belong to this sign-in, or comes too late. Sign in again from the start.',
  },
  OIDC_NOT_LINKED: {
    category: 'forbidden',
    params: { subject: asGiven },
    vi: 'Danh tính “{subject}” chưa được gắn với tài khoản nào được phép đăng nhập. Hãy gửi mã này cho quản trị viên.',
    en: 'The identity “{subject}” belongs to no account that may sign in. Send it to the administrator.',
  },
  OIDC_SUBJECT_TAKEN: {
    category: 'conflict',
    vi: 'Danh tính này đã gắn với một tài khoản. Hãy gỡ ở đó trước.',
    en: 'This identity belongs to an account already. Unlink it there first.',
  },
  OIDC_UNREACHABLE: {
    category: 'unavailable',
    vi: 'Không liên lạc được với hệ thống đăng nhập một lần. Hãy thử lại sau, hoặc đăng nhập bằng mật khẩu.',
    en: 'The single sign-on cannot be reached. Try again later, or sign in with a password.',
  },
  SESSION_NOT_FOUND: {
    category: 'notFound',
    of: 'Session',
    vi: 'Không tìm thấy phiên đăng nhập “{id}”.',
    en: 'There is no session “{id}”.',
  },
  TOKEN_NOT_FOUND: { category: 'notFound', of: 'ApiToken', vi: 'Không tìm thấy mã truy cập “{id}”.', en: 'There is no token “{id}”.' },
  TOKEN_LAST_DAY_WRONG: {
    category: 'invalid',
    params: { days: count },
    vi: 'Ngày cuối của mã truy cập từ hôm nay đến {days} ngày sau.',
    en: 'The last day of a token is from today to {days} days ahead.',
  },
  TOKEN_NAME_INVALID: {
    category: 'invalid',
    vi: 'Tên mã truy cập cần có chữ hoặc số, nhiều nhất 100 ký tự.',
    en: 'The token’s name needs letters or digits, at most 100 characters.',
  },
});

constraintError('account_name_unique', 'ACCOUNT_NAME_TAKEN');
constraintError('account_person_account_taken', 'ACCOUNT_HAS_PERSON');
constraintError('account_person_person_taken', 'PERSON_HAS_ACCOUNT');
constraintError('outside_identity_pk', 'OIDC_SUBJECT_TAKEN');
