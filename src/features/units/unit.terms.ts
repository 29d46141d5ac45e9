import { enumTerm, inSentence, term, type Term, type Terms } from '../../shared/terms.js';
import { UNIT_KINDS, type UnitKind } from './unit-kinds.js';

/** The Vietnamese term of a kind is the label that the official lists write. */
const kind = (name: UnitKind, en: string, note?: string): Term => term(inSentence(UNIT_KINDS[name].label), en, note);

/** The words of this chapter. */
export const unitTerms = {
  Unit: term(
    'đơn vị',
    'An administrative unit or an organisation',
    'It remains the same unit while its name, kind, code and place change; all fields show it as of the day `asOf`.',
  ),
  UnitKind: enumTerm(
    'loại đơn vị',
    'What a unit is',
    {
      THANH_PHO_TW: term('thành phố trực thuộc trung ương', 'City directly under the central government; province level'),
      TINH: kind('TINH', 'Province'),
      QUAN: kind('QUAN', 'Urban district; district level', 'Until 30/6/2025.'),
      HUYEN: kind('HUYEN', 'Rural district; district level', 'Until 30/6/2025.'),
      THI_XA: kind('THI_XA', 'Town; district level', 'Until 30/6/2025.'),
      THANH_PHO: term('thành phố thuộc tỉnh', 'City under a province; district level', 'Until 30/6/2025.'),
      PHUONG: kind('PHUONG', 'Ward; commune level'),
      XA: kind('XA', 'Rural commune; commune level'),
      THI_TRAN: kind('THI_TRAN', 'Township; commune level', 'Until 30/6/2025.'),
      DAC_KHU: kind('DAC_KHU', 'Special zone; commune level', 'Since 1/7/2025.'),
      UBND: kind('UBND', 'People’s Committee'),
      HDND: kind('HDND', 'People’s Council'),
      STATE_OFFICE: kind('STATE_OFFICE', 'Office of the State, such as a provincial department'),
      INSPECTORATE: term('cơ quan thanh tra', 'Inspectorate'),
      SCHOOL: kind('SCHOOL', 'School'),
      PARTY_COMMITTEE: kind('PARTY_COMMITTEE', 'Party committee'),
      PARTY_BOARD: kind('PARTY_BOARD', 'Board of a Party committee, such as its mass-mobilization board'),
      PARTY_CELL: kind('PARTY_CELL', 'Party cell'),
      FRONT_COMMITTEE: kind('FRONT_COMMITTEE', 'Committee of the Fatherland Front'),
      MASS_ORGANISATION: kind('MASS_ORGANISATION', 'Socio-political organisation, such as the Women’s Union'),
      POLICE: kind('POLICE', 'Police'),
      MILITARY: kind('MILITARY', 'Military command or unit'),
      BORDER_GUARD: kind('BORDER_GUARD', 'Border guard'),
      OTHER: kind('OTHER', 'Organisation of another kind'),
    },
    'Administrative kinds: Điều 110 of the Constitution and Luật Tổ chức chính quyền địa phương. Kinds of organisations are a working list, not an official one.',
  ),
  AdministrativeLevel: enumTerm('cấp hành chính', 'A level of administrative units', {
    PROVINCE: term('cấp tỉnh', 'Provinces and cities directly under the central government'),
    DISTRICT: term('cấp huyện', 'Districts', 'Until 30/6/2025.'),
    COMMUNE: term('cấp xã', 'Communes, wards, townships and special zones'),
  }),
  UnitLine: enumTerm(
    'khối',
    'The hierarchy that a unit belongs to',
    {
      TERRITORY: term('địa bàn hành chính', 'Administrative units: province, district, commune'),
      STATE: term('khối chính quyền', 'Organisations of the State'),
      PARTY: term('khối Đảng', 'Organisations of the Party'),
      FRONT: term('khối Mặt trận, đoàn thể', 'The Fatherland Front and socio-political organisations'),
      FORCES: term('khối lực lượng vũ trang', 'Police, military, border guard'),
      OTHER: term('khối khác', 'Other organisations'),
    },
    'Parents of a unit belong to the same line.',
  ),
  UnitOrder: enumTerm('thứ tự đơn vị', 'Order of a list of units', {
    NAME: term('theo tên', 'By name in Vietnamese order, “Tổ 9” before “Tổ 10”'),
    NAME_DESC: term('theo tên, giảm dần', 'By name, descending'),
    CODE: term('theo mã', 'By official code; units without one as if it were empty'),
    CODE_DESC: term('theo mã, giảm dần', 'By official code, descending'),
  }),
  UnitSpan: term('giai đoạn', 'Name, kind, code and place of a unit over a span of days in which none of them changed'),
  UnitSuccession: term('kế thừa', 'The passing of a unit, whole or in part, to another unit on a day'),
  ResidualUnit: term(
    'số dư',
    'A unit whose records are connected with another unit and cannot be counted at it',
    'Records are never divided, and never dropped: what a figure leaves out is shown.',
  ),
  ResidualReason: enumTerm('lý do của số dư', 'Why the records of a unit cannot be counted at another', {
    DIVIDED: term('chia tách', 'It, or a unit above it, passed in parts, one of them to the other unit'),
    LATER: term('nhập về sau', 'It came to the other unit after the day, and by then belonged to none of its whole predecessors'),
  }),
  Act: term('văn bản căn cứ', 'The legal document that an event or a movement is based on', 'Each field is null where it is not known.'),
  UnitEvent: term(
    'biến động đơn vị',
    'A set of changes to units on one day, with its legal basis',
    'It is applied as a whole or not at all.',
  ),
  UnitEventKind: enumTerm('loại biến động', 'How an event was entered', {
    CHANGE: term('biến động nhập trực tiếp', 'Changes entered one by one with `applyUnitEvent`'),
    LIST: term('nhập danh mục chính thức', 'An official list of units of one day'),
    REORGANISATION: term('sắp xếp theo danh mục', 'A reorganisation from an official list and its successions'),
  }),
  UnitEventState: enumTerm('trạng thái biến động', 'Whether an event is in effect', {
    APPLIED: term('đã áp dụng', 'In effect'),
    UNDONE: term('đã hoàn tác', 'Taken back; every row is as it was before the event'),
  }),
  UnitEventOrder: enumTerm('thứ tự biến động', 'Order of a list of events', {
    APPLIED_AT: term('theo lúc nhập', 'By the moment at which the event was entered, the earliest first'),
    APPLIED_AT_DESC: term('theo lúc nhập, mới nhất trước', 'By the moment at which the event was entered, the latest first'),
  }),
  UnitEventEffect: term('tác động', 'One change that an event makes to one unit'),
  UnitEventDependents: term(
    'nội dung gắn với đơn vị',
    'Records that refer to the units of an event, such as models, and what the event does to them',
  ),
  UnitEventPreview: term('xem trước biến động', 'What an event would change', 'Nothing is written.'),
  UnitEventCount: term('số tác động', 'How many effects of one kind an event had'),
  UnitListFinding: term('điều phát hiện trong danh mục', 'A problem or a note about one row or the whole of an uploaded list'),
  UnitListCounts: term('số liệu nhập danh mục', 'Counts of rows, units and successions of an import'),
  UnitListOutcome: enumTerm('kết quả nhập danh mục', 'What became of an uploaded list', {
    REFUSED: term('có điều cần sửa', 'It has problems; nothing was written'),
    UNCHANGED: term('không có gì thay đổi', 'The registry already says what the list says; nothing was written'),
    READY: term('có thể áp dụng', 'It was only checked and can be applied'),
    APPLIED: term('đã áp dụng', 'It was written'),
  }),
  UnitListCodes: enumTerm('cách đọc mã trong danh mục', 'How codes are read that a spreadsheet has shortened', {
    RESTORE_ZEROS: term('bù số 0 ở đầu', 'Each numeric code receives the leading zeros of its level: `4` of a province is `04`'),
    AS_WRITTEN: term('đúng như đã viết', 'The codes are right as written'),
  }),
  UnitListReport: term('báo cáo nhập danh mục', 'The result of checking or importing an official list'),
  UNIT_LIST: term('danh mục đơn vị', 'An official list of units or of successions, as CSV', 'It is attached to no record.'),
  Village: term(
    'thôn, bản, tổ dân phố',
    'A residential community below a commune, by its kind and name',
    'It is no administrative unit; the same name recurs in other units. Null: not known, or not of one village.',
  ),
  VillageKind: enumTerm(
    'loại thôn, tổ dân phố',
    'Kind of a residential community below a commune',
    {
      THON: term('thôn', 'Village, the usual rural kind'),
      LANG: term('làng', 'Village, in the Central Highlands and the old north'),
      AP: term('ấp', 'Hamlet, in the south'),
      BAN: term('bản', 'Village, in the northern mountains'),
      BUON: term('buôn', 'Village, in the Central Highlands'),
      XOM: term('xóm', 'Hamlet, in the north'),
      KHOM: term('khóm', 'Residential group, in the south'),
      TO_DAN_PHO: term('tổ dân phố', 'Residential group, the usual urban kind'),
      KHU_PHO: term('khu phố', 'Quarter'),
      KHOI_PHO: term('khối phố', 'Quarter, in the centre'),
      KHU_DAN_CU: term('khu dân cư', 'Residential area'),
      OTHER: term('loại khác', 'Of another kind, or the kind is not known'),
    },
    'A working list of the usual names.',
  ),
} as const satisfies Terms;
