import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, count, itsWords } from '../../shared/writing.js';

export const ExportErrors = errors({
  EXPORT_QUESTION_INVALID: {
    category: 'invalid',
    params: { why: itsWords },
    vi: 'Câu hỏi GraphQL để kết xuất chưa đúng: {why}',
    en: 'The GraphQL question of the export is wrong: {why}',
  },
  EXPORT_NOT_A_LIST: {
    category: 'invalid',
    vi: 'Câu hỏi để kết xuất phải hỏi đúng một danh sách và chỉ chọn “nodes” của danh sách đó, không có “first” và “after”.',
    en: 'The question of an export asks for exactly one list and selects only `nodes` of it, without `first` and `after`.',
  },
  EXPORT_FIELD_NOT_EXPORTABLE: {
    category: 'invalid',
    vi: 'Câu hỏi có trường phải tính riêng cho từng dòng (ví dụ “actions”) nên không kết xuất được. Hãy bỏ trường đó.',
    en: 'The question selects a field that is computed for each row by itself, such as `actions`, and cannot be exported. Leave it out.',
  },
  EXPORT_VARIABLES_INVALID: {
    category: 'invalid',
    vi: 'Các biến của câu hỏi không phải là một đối tượng JSON. Hãy gửi dạng {example}.',
    en: 'The variables of the question are no JSON object. Send them like {example}.',
    params: { example: asGiven },
  },
  EXPORTS_TOO_MANY: {
    category: 'limit',
    params: { limit: count },
    vi: 'Bạn đang có {limit} bản kết xuất chưa xong. Hãy đợi chúng xong rồi yêu cầu tiếp.',
    en: 'You have {limit} exports that are not finished. Wait for them and ask again.',
  },
  EXPORTS_DAY_FULL: {
    category: 'limit',
    params: { limit: count },
    vi: 'Bạn đã yêu cầu {limit} bản kết xuất trong 24 giờ qua. Hãy dùng lại bản đã có, hoặc đợi đến mai.',
    en: 'You have requested {limit} exports within 24 hours. Use those that you have, or wait until tomorrow.',
  },
  EXPORT_TOO_LARGE: {
    category: 'limit',
    params: { limit: count },
    vi: 'Bản kết xuất lớn hơn chỗ còn lại cho bạn ({limit} MB): một người giữ nhiều nhất một phần tư chỗ của mọi bản kết xuất, và mỗi bản được xóa sau một ngày. Hãy lọc bớt, chọn ít trường hơn, hoặc đợi bản cũ hết hạn.',
    en: 'The export is larger than the room that is left for you ({limit} MB): one asker keeps at most a quarter of the room of all exports, and each is erased after a day. Filter more, select fewer fields, or wait until earlier ones expire.',
  },
  EXPORT_NOT_FOUND: {
    category: 'notFound',
    vi: 'Không có bản kết xuất này, hoặc liên kết đã hết hạn. Hãy yêu cầu kết xuất lại.',
    en: 'There is no such export, or its link has expired. Request the export again.',
  },
});
