import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, count, date } from '../../shared/writing.js';

export const SectorErrors = errors({
  SECTOR_NOT_FOUND: { category: 'notFound', of: 'Sector', vi: 'Không tìm thấy lĩnh vực “{id}”.', en: 'There is no sector “{id}”.' },
  SECTOR_CODE_TAKEN: {
    category: 'conflict',
    params: { code: asGiven },
    vi: 'Mã lĩnh vực “{code}” đang được dùng trong thời gian đó. Hãy kết thúc lĩnh vực cũ trước, hoặc chọn mã khác.',
    en: 'The sector code “{code}” is in use at that time. End the former sector first, or choose another code.',
  },
  SECTOR_CODE_INVALID: {
    category: 'invalid',
    vi: 'Mã lĩnh vực gồm 2 đến 40 chữ in hoa không dấu, chữ số hoặc dấu gạch dưới, bắt đầu bằng chữ.',
    en: 'A sector’s code has 2 to 40 capital letters, digits or underscores, and begins with a letter.',
  },
  SECTOR_ENDS_BEFORE_IT_STARTS: {
    category: 'invalid',
    vi: 'Ngày kết thúc của lĩnh vực đứng trước ngày bắt đầu.',
    en: 'The end of the sector comes before its start.',
  },
  SECTOR_USED_LATER: {
    category: 'conflict',
    params: { count, date },
    vi: 'Có {count} mô hình ghi nhận sau ngày {date} thuộc lĩnh vực này. Hãy chuyển các mô hình ấy sang lĩnh vực khác, hoặc ghi ngày kết thúc muộn hơn.',
    en: 'There are {count} models of this sector attested after {date}. Give them another sector, or a later last day to this one.',
  },
  THEME_NOT_FOUND: { category: 'notFound', of: 'Theme', vi: 'Không tìm thấy chuyên đề “{id}”.', en: 'There is no theme “{id}”.' },
  THEME_TAKEN: {
    category: 'conflict',
    params: { name: asGiven },
    vi: 'Đã có chuyên đề “{name}” (chỉ khác dấu, chữ hoa hoặc khoảng trắng). Hãy dùng chuyên đề đó.',
    en: 'There is already a theme “{name}” (differing only in marks, case or blanks). Use that one.',
  },
});

constraintError('sector_code_taken', 'SECTOR_CODE_TAKEN');
constraintError('theme_taken', 'THEME_TAKEN');
