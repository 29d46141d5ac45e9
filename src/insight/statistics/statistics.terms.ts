import { enumTerm, namesOf, term, type Terms } from '../../shared/terms.js';

/** The words of statistics. */
export const statisticsTerms = {
  Statistics: term('bảng thống kê', 'Numbers of models, registrations and commendations, by rows and columns, as of a day'),
  StatisticsHeader: term('dòng hoặc cột', 'A row or a column of a table of statistics: one value of each of its dimensions'),
  StatisticsValue: term('giá trị của chiều', 'One value of a dimension'),
  StatisticsCell: term('ô số liệu', 'A number, and the list that contains exactly what it counts'),
  StatisticsResidual: term(
    'số dư',
    'Models or commendations connected with a unit which its numbers leave out, because their units were divided',
    'They are never divided among its parts.',
  ),
  ModelFacet: term('bộ đếm theo chiều', 'Models of a list, counted by one dimension'),
  ModelFacetValue: term('giá trị đếm được', 'One value of a dimension, and how many models of the list have it'),
  Overview: term('tổng quan', 'A year of a unit'),
  TargetProgress: term('tiến độ chỉ tiêu', 'An assigned target and what was registered towards it'),
  StatisticsBasis: enumTerm('cơ sở đơn vị', 'The units that numbers are shown by', {
    AS_REPORTED: term('theo đơn vị tại thời điểm', 'By the units of the day on which each event happened'),
    RESTATED: term(
      'quy về đơn vị tại ngày xem',
      'By the units of the day `asOf`',
      'A former unit counts in the unit that it wholly passed into; without one, in the nearest unit above it that lives on.',
    ),
  }),
  StatisticsDimension: enumTerm('chiều thống kê', 'What rows or columns of a table are made by', {
    UNIT: term('đơn vị', 'Units of a level, or the units directly below one'),
    YEAR: term('năm', 'Calendar years of the event'),
    QUARTER: term('quý', 'Quarters of the event'),
    MOVEMENT: term('phong trào', 'The movement of the registration'),
    ROUND: term('đợt đăng ký', 'The round of the registration'),
    SECTOR: term('lĩnh vực', 'The sector of the model'),
    THEME: term('chuyên đề', 'The themes of the model', 'A model of several themes counts in each, and once in totals.'),
    SUBJECT_KIND: term('đối tượng', 'Collective, individual or household'),
    MODEL_KIND: term('loại mô hình', 'Model or exemplar'),
    STATE: term('trạng thái hồ sơ', 'The state of the file on the day `asOf`'),
    RUNNING: term('tình trạng vận hành', 'How the model runs on the day `asOf`'),
    LEVEL: term('cấp công nhận', 'The level of the recognition, of the fact or of the commendation'),
    COMMENDATION_FORM: term('hình thức khen thưởng', 'The form of the commendation, or the title'),
    RECIPIENT_KIND: term('loại đối tượng được khen', 'Whether a collective, a person or a household is commended'),
  }),
  StatisticsMeasure: enumTerm('chỉ số', 'What is counted', {
    MODELS: term('mô hình', 'All models that the list `models` shows, each on the day that attests it'),
    REGISTRATIONS: term('lượt đăng ký', 'Registrations that were submitted', 'A model registered again counts again.'),
    MODELS_REGISTERED: term(
      'mô hình đăng ký',
      'Models that were registered, each once, on the day of its first submission',
      'If its paper states no such day, the period is not known.',
    ),
    MODELS_WITH_CHILDREN: term('mô hình có mô hình con', 'Those of the registered models that have models below them'),
    RECOGNISED: term(
      'mô hình được công nhận',
      'Models with a recognition that is not revoked by `asOf`, on the day of the recognition',
      'A model recognised in two periods or at two levels counts in each, and once in totals.',
    ),
    OUTSTANDING: term('mô hình tiêu biểu', 'Models named outstanding'),
    REPLICATED: term(
      'mô hình được chọn nhân rộng',
      'Models that an authority has chosen for replication',
      'Actual copies are counted by `replications`.',
    ),
    SUSTAINED: term(
      'mô hình được duy trì',
      'Models recognised before a period and said to be running (ACTIVE) within it',
      'It needs the dimension YEAR or QUARTER.',
    ),
    STOPPED: term('mô hình đã dừng', 'Models that are stopped on the day `asOf`, on the day of their stop'),
    AVERAGE_SCORE: term(
      'điểm thẩm định trung bình',
      'The average of the final results of models, on the day on which their rounds were closed',
      'Illustrative rounds never count, nor do entries that have left.',
    ),
    COMMENDATIONS: term(
      'khen thưởng',
      'Commendations that are not revoked by `asOf`, by the unit of the recipient',
      'The day is that of the decision, else of the presentation, else the one that the paper names.',
    ),
    RECIPIENTS: term('đối tượng được khen', 'How many recipients these commendations are for', 'A list counts its names once.'),
    MONEY: term('tiền thưởng', 'The money of these commendations in đồng', 'What is not known is counted apart and never taken for zero.'),
  }),
  StatisticsValueKind: enumTerm('loại giá trị', 'What a row or column contains', {
    VALUE: term('giá trị', 'A value of the dimension'),
    NONE: term('không có, không rõ', 'Models without a value, or whose value is not known'),
    UNCLEAR: term('không rõ kỳ', 'Events of which the paper does not say in which period they were'),
    OWN: term('chính đơn vị', 'The unit itself, with those that wholly passed into it'),
    REST: term(
      'số dư trong đơn vị',
      'Units that only the unit itself reaches: they ended without a whole successor below it',
      'They count in its total and in no unit below it.',
    ),
    OUTSIDE: term('ngoài cấp hành chính', 'Units that no unit of the level reaches, such as those of a level above'),
  }),
  StatisticsList: enumTerm('danh sách mở ra', 'The list that a number opens to', {
    MODELS: term('mô hình', '`models`'),
    REGISTRATIONS: term('lượt đăng ký', '`registrations`'),
    EVALUATIONS: term('kết quả thẩm định', '`evaluations`'),
    COMMENDATIONS: term('khen thưởng', '`commendations`'),
  }),
} as const satisfies Terms;

/** The names of dimensions and measures within a sentence. */
export const DIMENSION_NAMES = namesOf(statisticsTerms.StatisticsDimension, {
  UNIT: 'unit',
  YEAR: 'year',
  QUARTER: 'quarter',
  MOVEMENT: 'movement',
  ROUND: 'registration round',
  SECTOR: 'sector',
  THEME: 'theme',
  SUBJECT_KIND: 'subject',
  MODEL_KIND: 'kind of model',
  STATE: 'state of the file',
  RUNNING: 'running',
  LEVEL: 'level',
  COMMENDATION_FORM: 'form of commendation',
  RECIPIENT_KIND: 'kind of recipient',
});

export const MEASURE_NAMES = namesOf(statisticsTerms.StatisticsMeasure, {
  MODELS: 'models',
  REGISTRATIONS: 'registrations',
  MODELS_REGISTERED: 'models registered',
  MODELS_WITH_CHILDREN: 'models with models below them',
  RECOGNISED: 'models recognised',
  OUTSTANDING: 'outstanding models',
  REPLICATED: 'models chosen for replication',
  SUSTAINED: 'models sustained',
  STOPPED: 'models stopped',
  AVERAGE_SCORE: 'average score',
  COMMENDATIONS: 'commendations',
  RECIPIENTS: 'recipients',
  MONEY: 'award money',
});
