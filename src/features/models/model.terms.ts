import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const modelTerms = {
  EmulationModel: term(
    'mô hình',
    'A registered way of working with results',
    'Its state, running and units are shown as of the day `asOf`.',
  ),
  ModelKind: enumTerm('loại mô hình', 'Whether it is a model or an exemplar; several places count them separately', {
    MODEL: term('mô hình', 'A way of working, usually of a collective'),
    EXEMPLAR: term('điển hình', 'An exemplary subject, often a person'),
  }),
  ModelState: enumTerm('trạng thái hồ sơ', 'Where the file of a model is on its way to a decision', {
    DRAFT: term('bản nháp', 'Being written by the unit, not yet submitted'),
    SUBMITTED: term('đã gửi', 'Submitted; the receiving authority has not yet received it'),
    RETURNED: term('bị trả lại', 'Returned to the unit for supplement'),
    RECEIVED: term('đã tiếp nhận', 'Received by the authority that holds the file'),
    UNDER_APPRAISAL: term('đang thẩm định', 'Being appraised; a decision follows'),
    RECOGNISED: term('được công nhận', 'Recognised by a decision'),
    NOT_RECOGNISED: term('không được công nhận', 'The appraisal ended without recognition'),
    WITHDRAWN: term('đã rút', 'Withdrawn before a decision'),
    REVOKED: term('bị thu hồi công nhận', 'The recognition was revoked by a decision'),
  }),
  RunningState: enumTerm('tình trạng vận hành', 'How a model runs, independent of its file', {
    PLANNED: term('dự kiến', 'Not yet started'),
    ACTIVE: term('đang thực hiện', 'Running as planned'),
    NEEDS_STRENGTHENING: term('cần củng cố', 'Running, but weak'),
    STOPPED: term('đã dừng', 'Stopped; it can be resumed'),
  }),
  ModelAspect: enumTerm('thông tin của mô hình', 'What a model can have or lack on a day', {
    SECTOR: term('lĩnh vực', 'A sector'),
    THEME: term('chuyên đề', 'A theme'),
    ROUND: term('đợt đăng ký', 'A round, of the registration that was the latest on the day'),
    STATE: term('trạng thái hồ sơ', 'A known state of its file'),
    RUNNING: term('tình trạng vận hành', 'A known state of its running'),
    PARENT: term('mô hình cấp trên', 'A model above it'),
    CHILDREN: term('mô hình con', 'Models directly below it'),
  }),
  PeriodPart: enumTerm('kỳ', 'A part of the calendar', {
    YEAR: term('năm', 'A calendar year'),
    QUARTER: term('quý', 'A quarter of a calendar year'),
  }),
  EventCertainty: enumTerm('mức chắc chắn', 'How surely an event is of certain days, where its paper gives less than a day', {
    CERTAIN: term('chắc chắn', 'All that the paper leaves open is of these days'),
    POSSIBLE: term('có thể', 'It may be of these days'),
    YEAR_UNKNOWN: term('không rõ năm', 'It may be of these days, but in which year of them is not known'),
    QUARTER_UNKNOWN: term('không rõ quý', 'It may be of these days, but in which quarter of them is not known'),
  }),
  ModelForm: term(
    'phiếu đăng ký',
    'The items of the registration form other than name, area and time',
    'An item is null where the form or the paper says nothing. Items: 249/MTTQ-BTT of 2026.',
  ),
  ModelLifecycle: enumTerm('vòng đời', 'What a step belongs to', {
    FILE: term('hồ sơ', 'The file of a registration'),
    RUNNING: term('vận hành', 'The running of the model'),
  }),
  ModelStep: term('bước xử lý', 'One transition of the file or of the running of a model'),
  Registration: term(
    'lần đăng ký',
    'One registration of a model: its round, the content as submitted, the authority that holds the file, the steps, and the recognition',
    'A model is registered again in a later round. The state, holder, round and form of a model are those of its latest registration.',
  ),
  RegistrationOrder: enumTerm('thứ tự lần đăng ký', 'Order of a list of registrations', {
    OPENED_ON: term('theo ngày bắt đầu', 'By the day of the first step, the earliest first'),
    OPENED_ON_DESC: term('theo ngày bắt đầu, mới nhất trước', 'By the day of the first step, the latest first'),
  }),
  KeptContent: term(
    'nội dung được lưu',
    'The content of a model as it was submitted, or as a decision approved it',
    'It never changes; what the model says today may differ.',
  ),
  Recognition: term('công nhận', 'A recognition of a model at a level, by decision or known from a paper'),
  ModelFact: term('ghi nhận', 'A dated fact about a model: launched, outstanding, or chosen for replication'),
  ModelFactKind: enumTerm('loại ghi nhận', 'What a dated fact says about a model', {
    OUTSTANDING: term('tiêu biểu', 'Named outstanding, a tier above recognised'),
    REPLICATED: term('được chọn nhân rộng', 'Chosen for replication by an authority', 'Actual copies are `replications`.'),
    LAUNCHED: term('ra mắt', 'Launched in public, at a ceremony'),
  }),
  ModelAttachment: term('tệp đính kèm của mô hình', 'A file attached to a model'),
  ModelAttachmentKind: enumTerm(
    'loại tệp đính kèm',
    'What an attached file is',
    {
      FORM: term('phiếu đăng ký', 'Registration form'),
      REPORT: term('báo cáo', 'Report'),
      EVIDENCE: term('minh chứng', 'Evidence'),
      PHOTO: term('ảnh', 'Photograph'),
      OTHER: term('tệp khác', 'Another file'),
    },
    'A working list, not an official one.',
  ),
  LikelyDuplicate: term('mô hình có thể trùng', 'Another model that may be the same'),
  ModelOrder: enumTerm('thứ tự mô hình', 'Order of a list of models', {
    TITLE: term('theo tên', 'By title in Vietnamese order'),
    TITLE_DESC: term('theo tên, giảm dần', 'By title, descending'),
    CODE: term('theo mã', 'By code'),
    CODE_DESC: term('theo mã, giảm dần', 'By code, descending'),
    ATTESTED_ON: term('theo ngày ghi nhận', 'By the day on which the model is attested, the earliest first'),
    ATTESTED_ON_DESC: term('theo ngày ghi nhận, mới nhất trước', 'By the day on which the model is attested, the latest first'),
    VILLAGE: term('theo thôn, tổ dân phố', 'By the name of the village, 9 before 10; those without one last'),
    RECOGNISED_ON: term('theo ngày công nhận', 'By the latest recognition that is not revoked, the earliest first; those without one last'),
    RECOGNISED_ON_DESC: term(
      'theo ngày công nhận, mới nhất trước',
      'By the latest recognition that is not revoked, the latest first; those without one last',
    ),
    CHANGED_AT: term('theo lần sửa đổi', 'By the last change of the model, the earliest first'),
    CHANGED_AT_DESC: term('theo lần sửa đổi, mới nhất trước', 'By the last change of the model, the latest first'),
  }),
  ModelStepRow: term('kết quả một mô hình', 'The result of a step for one model'),
  MODEL_ATTACHMENT: term('tệp đính kèm của mô hình', 'A file to attach to a model'),
} as const satisfies Terms;
