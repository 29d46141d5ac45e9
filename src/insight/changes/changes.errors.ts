import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, namesOf } from '../../shared/writing.js';

export const ChangesErrors = errors({
  CHANGES_TYPE_UNKNOWN: {
    category: 'invalid',
    params: { type: asGiven, known: namesOf },
    vi: 'Không theo dõi được thay đổi của “{type}”. Hãy chọn trong số: {known}.',
    en: 'Changes of “{type}” cannot be followed. Choose among {known}.',
  },
  CHANGES_CURSOR_INVALID: {
    category: 'invalid',
    vi: 'Con trỏ “after” không do dòng thay đổi này cấp, hoặc được cấp cho các loại đối tượng khác. Hãy bỏ “after” để bắt đầu lại.',
    en: 'The cursor “after” was not issued by this feed, or for other types. Omit `after` to start again.',
  },
});
