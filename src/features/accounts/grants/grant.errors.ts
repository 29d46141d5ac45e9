import { errors } from '../../../platform/errors/catalogue.js';

export const GrantErrors = errors({
  GRANT_NOT_FOUND: { category: 'notFound', vi: 'Không tìm thấy quyền được cấp “{id}”.', en: 'There is no grant “{id}”.' },
  GRANT_HOLDER_UNKNOWN: {
    category: 'invalid',
    vi: 'Không tìm thấy tài khoản hoặc mã truy cập này.',
    en: 'There is no such account or access token.',
  },
  GRANT_TO_ONESELF: {
    category: 'forbidden',
    vi: 'Không ai tự cấp quyền cho mình. Hãy nhờ quản trị viên khác.',
    en: 'Nobody gives rights to themself. Ask another administrator.',
  },
  GRANT_BEYOND_OWN: {
    category: 'forbidden',
    vi: 'Chỉ cấp được quyền trong phạm vi đơn vị, khối và thời gian mà chính mình được giao.',
    en: 'Rights can only be given within the units, the line and the time of one’s own.',
  },
  GRANT_DATES: {
    category: 'invalid',
    vi: 'Ngày hết hiệu lực ({last}) không được trước ngày bắt đầu ({first}) hoặc trước hôm nay.',
    en: 'The last day ({last}) is neither before the first ({first}) nor before today.',
  },
  GRANT_ENDED: { category: 'conflict', vi: 'Quyền này đã được thu hồi.', en: 'This grant has been ended already.' },
  GRANT_LAST_ADMINISTRATOR: {
    category: 'conflict',
    vi: 'Đây là quản trị viên cuối cùng của toàn hệ thống. Hãy cấp quyền quản trị cho người khác trước.',
    en: 'This is the last administrator of the whole registry. Make somebody else one first.',
  },
});
