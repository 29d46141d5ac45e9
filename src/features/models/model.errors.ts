import { errors } from '../../platform/errors/catalogue.js';

export const ModelErrors = errors({
  MODEL_NOT_FOUND: { category: 'notFound', vi: 'Không tìm thấy mô hình “{id}”.', en: 'There is no model “{id}”.' },
  MODEL_UNIT_NOT_IN_FORCE: {
    category: 'conflict',
    vi: 'Đơn vị “{unit}” không tồn tại vào ngày {date}. Hãy chọn đơn vị của thời điểm đó.',
    en: 'The unit “{unit}” is not in force on {date}. Choose the unit of that time.',
  },
  MODEL_PARENT_UNKNOWN: {
    category: 'invalid',
    vi: 'Không tìm thấy mô hình cấp trên “{id}”.',
    en: 'There is no parent model “{id}”.',
  },
  MODEL_PARENT_HAS_PARENT: {
    category: 'conflict',
    vi: '“{title}” đã thuộc một mô hình khác nên không thể có mô hình con: chỉ có hai cấp.',
    en: '“{title}” stands under another model already and cannot have models of its own: there are two levels.',
  },
  MODEL_ATTESTED_IN_FUTURE: {
    category: 'invalid',
    vi: 'Ngày ghi nhận {date} ở tương lai. Văn bản chỉ chứng minh điều đã có.',
    en: 'The attested day {date} lies in the future. A paper proves only what was.',
  },
  MODEL_OWNER_DOUBLED: {
    category: 'invalid',
    vi: 'Đơn vị “{unit}” được nêu hai lần trong các đơn vị cùng thực hiện.',
    en: 'The unit “{unit}” is named twice among the owners.',
  },
});
