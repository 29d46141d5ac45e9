import { errors } from '../../platform/errors/catalogue.js';

export const AuditErrors = errors({
  AUDIT_VERIFICATION_UNDER_WAY: {
    category: 'unavailable',
    vi: 'Nhật ký đang được kiểm tra theo một yêu cầu khác; mỗi lần chỉ kiểm tra một lượt. Hãy gửi lại sau.',
    en: 'The trail is being verified for somebody else; one verification runs at a time. Send it again later.',
  },
});
