import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of saved views. */
export const savedViewTerms = {
  SavedView: term(
    'bộ lọc đã lưu',
    'A question by a name: a list or table with its arguments',
    'It holds no answer: who opens it asks with their own rights.',
  ),
  SavedViewProblem: term('chỗ không còn phù hợp', 'A part of the arguments of a saved view that the contract no longer accepts'),
  SavedViewList: enumTerm('danh sách của bộ lọc', 'What a saved view asks', {
    MODELS: term('mô hình', '`models`'),
    REGISTRATIONS: term('lượt đăng ký', '`registrations`'),
    EVALUATIONS: term('kết quả thẩm định', '`evaluations`'),
    COMMENDATIONS: term('khen thưởng', '`commendations`'),
    DECISIONS: term('quyết định', '`decisions`'),
    PROPOSALS: term('tờ trình khen thưởng', '`proposals`'),
    REPLICATIONS: term('lần nhân rộng', '`replications`'),
    FIGURES: term('số liệu', '`figures`'),
    REVIEWS: term('sơ kết, tổng kết', '`reviews`'),
    PEOPLE: term('danh bạ', '`people`'),
    UNITS: term('đơn vị', '`units`'),
    WAITING: term('việc chờ xử lý', '`waitingForMe`'),
    STATISTICS: term('bảng thống kê', '`statistics`'),
    MODEL_FACETS: term('bộ đếm của danh sách mô hình', '`modelFacets`'),
  }),
  SavedViewOrder: enumTerm('thứ tự bộ lọc đã lưu', 'Order of a list of saved views', {
    NAME: term('theo tên', 'By name in Vietnamese order'),
    CHANGED_DESC: term('đổi gần đây trước', 'The latest changed first'),
  }),
} as const satisfies Terms;
