import type { ListNote } from './unit-list.findings.js';
import type { Bilingual, Language } from '../../../shared/language.js';
import { date } from '../../../shared/writing.js';

interface NamedSuccessor {
  readonly name: string;
  readonly whole: boolean;
}

const EXTENT = { vi: ['một phần', 'toàn bộ'], en: ['part', 'whole'] } as const;
const NONE = { vi: 'không có đơn vị kế thừa', en: 'no successor' } as const;

const successorsText = (successors: readonly NamedSuccessor[], language: Language): string =>
  successors.map(({ name, whole }) => `“${name}” (${EXTENT[language][Number(whole)]})`).join(', ') || NONE[language];

interface Difference {
  readonly old: string;
  readonly code: string;
  readonly date: string;
  readonly recorded: readonly NamedSuccessor[];
  readonly listed: readonly NamedSuccessor[];
}

const difference = ({ old, date: day, recorded, listed }: Difference): Bilingual => ({
  vi: `Kế thừa của “${old}” ngày ${date(day, 'vi')}: sổ ghi ${successorsText(recorded, 'vi')}; danh mục ghi ${successorsText(listed, 'vi')}.`,
  en: `Succession of “${old}” on ${date(day, 'en')}: the registry has ${successorsText(recorded, 'en')}; the list has ${successorsText(listed, 'en')}.`,
});

/** The notes of an import: where the list and the registry differ, and which of them was followed. */
export const UnitListNotes = {
  successionCorrected: (params: Difference): ListNote => ({
    code: 'LIST_SUCCESSION_CORRECTED',
    vi: `${difference(params).vi} Áp dụng danh mục thì sổ được đính chính theo danh mục.`,
    en: `${difference(params).en} Applying the list corrects the registry.`,
  }),
  leftAlone: (params: Difference): ListNote => ({
    code: 'LIST_SUCCESSION_LEFT_ALONE',
    vi: `${difference(params).vi} Giữ theo sổ, vì điều này do người dùng nhập bằng biến động riêng. Nếu danh mục đúng, hãy áp dụng lại và xác nhận mã cũ “${params.code}” (correctedCodes hoặc --correct), hoặc đính chính bằng correctSuccession.`,
    en: `${difference(params).en} The registry is kept, because a person entered it by an event of its own. If the list is right, apply it again and confirm the old code “${params.code}” (correctedCodes or --correct), or correct it by correctSuccession.`,
  }),
  goesOnAsRecorded: (params: { old: string; listed: readonly NamedSuccessor[]; date: string }): ListNote => ({
    code: 'LIST_GOES_ON_AS_RECORDED',
    vi: `Danh mục ghi “${params.old}” chuyển sang ${successorsText(params.listed, 'vi')}, nhưng sổ ghi nó tiếp tục tồn tại sau ngày ${date(params.date, 'vi')} và có đơn vị khác nhập vào nó. Giữ theo sổ; nếu nó đã kết thúc hoặc chuyển đi một phần thì hãy ghi bằng một biến động.`,
    en: `The list passes “${params.old}” to ${successorsText(params.listed, 'en')}, but the registry has it continuing after ${date(params.date, 'en')}, and another unit passes to it. The registry is kept; if it ended, or a part of it passed, enter an event.`,
  }),
  notListed: (params: { unit: string; code: string; date: string }): ListNote => ({
    code: 'LIST_UNIT_NOT_LISTED',
    vi: `Sổ có “${params.unit}” (mã ${params.code}) từ ngày ${date(params.date, 'vi')}, danh mục không có. Giữ theo sổ, vì danh mục không xoá đơn vị bắt đầu đúng ngày này; nếu ghi nhầm thì hãy hoàn tác biến động đã lập ra nó, hoặc ghi biến động kết thúc nó.`,
    en: `The registry has “${params.unit}” (code ${params.code}) from ${date(params.date, 'en')}, the list does not. The registry is kept, because a list does not remove units that begin on its day; if it was entered by mistake, undo the event that established it, or enter one that ends it.`,
  }),
  /** A name is not corrected by a list: which spelling is right is for a person to decide, by renaming or correcting the unit. */
  spelledOtherwise: (params: { recorded: string; listed: string }): ListNote => ({
    code: 'LIST_SPELLED_OTHERWISE',
    vi: `Danh sách viết “${params.listed}”, sổ viết “${params.recorded}”: chỉ khác cách viết, vẫn là một đơn vị. Giữ cách viết trong sổ.`,
    en: `The list writes “${params.listed}”, the registry “${params.recorded}”: only the spelling differs, the unit is the same. The spelling of the registry is kept.`,
  }),
  endedNamesake: (params: { unit: string; code: string; lastDay: string }): ListNote => ({
    code: 'LIST_ENDED_NAMESAKE',
    vi: `Mã “${params.code}” từng thuộc về một “${params.unit}” khác, đã kết thúc ngày ${date(params.lastDay, 'vi')}; đơn vị trong danh sách được coi là đơn vị khác. Hãy xem có phải dòng cũ còn sót không.`,
    en: `The code “${params.code}” belonged to another “${params.unit}”, which ended on ${date(params.lastDay, 'en')}; the listed unit is regarded as a different one. Check whether the row is out of date.`,
  }),
  otherKindInName: (params: { name: string; kind: string }): ListNote => ({
    code: 'LIST_OTHER_KIND_IN_NAME',
    vi: `Tên “${params.name}” mang từ chỉ loại khác với cột loại (“${params.kind}”); giữ nguyên tên, lấy loại theo cột loại.`,
    en: `The name “${params.name}” begins with another kind than the column type (“${params.kind}”); the name is kept, and the kind is taken from the column.`,
  }),
  placeFilled: (params: { unit: string; parent: string; date: string }): ListNote => ({
    code: 'LIST_PLACE_FILLED',
    vi: `Sổ chưa biết “${params.unit}” trực thuộc đơn vị nào; ghi “${params.parent}” từ ngày ${date(params.date, 'vi')} theo danh sách, trước đó vẫn là chưa rõ.`,
    en: `The registry did not know the parent of “${params.unit}”; from ${date(params.date, 'en')} on it is “${params.parent}”, as listed; before that it remains unknown.`,
  }),
  districtBecameZone: (params: { district: string; zone: string }): ListNote => ({
    code: 'LIST_DISTRICT_BECAME_ZONE',
    vi: `“${params.district}” không có xã nào và chuyển toàn bộ thành “${params.zone}”.`,
    en: `“${params.district}” had no communes and passes as a whole to “${params.zone}”.`,
  }),
  otherProvince: (params: { old: string; oldProvince: string; successor: string; province: string }): ListNote => ({
    code: 'LIST_OTHER_PROVINCE',
    vi: `“${params.old}” (${params.oldProvince}) chuyển sang “${params.successor}”, nhưng đơn vị này thuộc “${params.province}”, không phải tỉnh kế thừa. Đã ghi theo danh sách; hãy đối chiếu nghị quyết.`,
    en: `“${params.old}” (${params.oldProvince}) passes to “${params.successor}”, which belongs to “${params.province}”, not to the succeeding province. Recorded as listed; compare the resolution.`,
  }),
  withoutPredecessor: (params: { unit: string }): ListNote => ({
    code: 'LIST_WITHOUT_PREDECESSOR',
    vi: `Bảng kế thừa không nói “${params.unit}” được lập từ đơn vị nào.`,
    en: `The successions do not say what “${params.unit}” was made of.`,
  }),
};
