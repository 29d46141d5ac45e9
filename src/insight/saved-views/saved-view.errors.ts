import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, count, itsWords } from '../../shared/writing.js';

export const SavedViewErrors = errors({
  SAVED_VIEW_NOT_FOUND: {
    category: 'notFound',
    of: 'SavedView',
    vi: 'Không tìm thấy bộ lọc đã lưu “{id}”.',
    en: 'There is no saved view “{id}”.',
  },
  SAVED_VIEW_OF_OTHERS: {
    category: 'forbidden',
    params: { owner: asGiven },
    vi: 'Bộ lọc này của {owner}: chỉ người ấy sửa hoặc xóa được. Bạn có thể lưu một bộ lọc của riêng mình (saveView).',
    en: 'This view is that of {owner}: only they change or remove it. You can save one of your own (saveView).',
  },
  SAVED_VIEW_NAME_TAKEN: {
    category: 'conflict',
    vi: 'Bạn đã có một bộ lọc tên này. Hãy đặt tên khác, hoặc sửa bộ lọc ấy.',
    en: 'You already have a view of this name. Choose another name, or change that view.',
  },
  SAVED_VIEWS_TOO_MANY: {
    category: 'conflict',
    params: { limit: count },
    vi: 'Bạn đã lưu {limit} bộ lọc, là nhiều nhất có thể. Hãy xóa bớt rồi lưu tiếp.',
    en: 'You have saved {limit} views, which is the most there can be. Remove some and save again.',
  },
  SAVED_VIEW_ARGUMENTS_INVALID: {
    category: 'invalid',
    params: { path: asGiven, why: itsWords },
    vi: 'Tham số của bộ lọc chưa đúng ở “{path}”: {why}',
    en: 'The arguments of the view are wrong at “{path}”: {why}',
  },
  SAVED_VIEW_ARGUMENTS_NOT_JSON: {
    category: 'invalid',
    params: { example: asGiven },
    vi: 'Tham số của bộ lọc không phải là một đối tượng JSON. Hãy gửi dạng {example}.',
    en: 'The arguments of the view are no JSON object. Send them like {example}.',
  },
});

constraintError('saved_view_name_taken', 'SAVED_VIEW_NAME_TAKEN');
