import { errors } from '../../../platform/errors/catalogue.js';
import { date, period } from '../../../shared/writing.js';

export const GrantErrors = errors({
  GRANT_NOT_FOUND: { category: 'notFound', of: 'RoleGrant', vi: 'Không tìm thấy quyền được cấp “{id}”.', en: 'There is no grant “{id}”.' },
  GRANT_HOLDER_UNKNOWN: {
    category: 'invalid',
    vi: 'Không tìm thấy tài khoản hoặc mã truy cập này.',
    en: 'There is no such account or access token.',
  },
  GRANT_TO_ONESELF: {
    category: 'forbidden',
    vi: 'Không ai tự cấp quyền cho mình. Hãy nhờ quản trị viên khác.',
    en: 'You cannot give rights to yourself. Ask another administrator.',
  },
  GRANT_BEYOND_OWN: {
    category: 'forbidden',
    vi: 'Chỉ cấp được quyền trong phạm vi đơn vị, khối và thời gian mà chính mình được giao.',
    en: 'Rights can only be given within the units, the line and the time of one’s own.',
  },
  GRANT_DATES: {
    category: 'invalid',
    params: { last: date, first: date },
    vi: 'Ngày hết hiệu lực ({last}) không được trước ngày bắt đầu ({first}) hoặc trước hôm nay.',
    en: 'The last day ({last}) is neither before the first ({first}) nor before today.',
  },
  GRANT_HELD: {
    category: 'conflict',
    params: { period },
    vi: 'Người này đã có đúng quyền này ({period}). Nếu cấp hai lần thì thu hồi một lần vẫn còn: hãy thu hồi quyền ấy trước, hoặc cấp cho những ngày sau đó.',
    en: 'The holder has this very right already ({period}). Given twice it would survive being ended once: end that grant first, or give it for days after it.',
  },
  GRANT_ENDED: { category: 'conflict', vi: 'Quyền này đã được thu hồi.', en: 'This grant has been ended already.' },
  GRANT_DELEGATED_ALREADY: {
    category: 'conflict',
    vi: 'Quyền này được uỷ quyền lại từ người khác nên không được uỷ quyền tiếp. Hãy đề nghị người uỷ quyền giao cho người khác.',
    en: 'This right was handed on to its holder and cannot be handed on again. Ask the one whose right it is.',
  },
  GRANT_OF_PROGRAM: {
    category: 'conflict',
    vi: 'Đây là quyền của một ứng dụng; chỉ quyền của người mới uỷ quyền được.',
    en: 'This is a program’s right; only a person’s can be handed on.',
  },
  GRANT_DELEGATE_IS_HOLDER: {
    category: 'invalid',
    vi: 'Người được uỷ quyền phải là người khác với người đang giữ quyền này.',
    en: 'A right is handed on to somebody else than its holder.',
  },
  GRANT_BEYOND_ORIGINAL: {
    category: 'invalid',
    params: { first: date, last: date, from: date, to: date },
    vi: 'Thời hạn uỷ quyền ({first} đến {last}) phải nằm trong thời hạn của chính quyền này (từ {from} đến {to}).',
    en: 'The days for which it is handed on ({first} to {last}) lie within the days of the grant itself (from {from} to {to}).',
  },
  GRANT_LAST_ADMINISTRATOR: {
    category: 'conflict',
    vi: 'Đây là quản trị viên cuối cùng của toàn hệ thống. Hãy cấp quyền quản trị cho người khác trước.',
    en: 'This is the last administrator of the whole registry. Make somebody else one first.',
  },
});
