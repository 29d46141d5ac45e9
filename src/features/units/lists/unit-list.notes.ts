import type { Remark } from './unit-list.findings.js';
import { date } from '../../../shared/writing.js';

const told = (recorded: readonly string[], language: 'vi' | 'en'): string =>
  recorded.length > 0 ? recorded.join(', ') : { vi: 'không có đơn vị kế thừa', en: 'without successor' }[language];

/** Things worth reading that stop nothing: where the list and the registry differ and which of them was followed. */
export const UnitListNotes = {
  /** What the registry knows of a unit's end wins over a list, which may be machine-made. */
  leftAlone: (p: { old: string; listed: string; date: string; recorded: readonly string[] }): Remark => ({
    code: 'LIST_SUCCESSION_LEFT_ALONE',
    vi: `Để nguyên: danh sách ghi “${p.old}” chuyển sang ${p.listed}, nhưng sổ đã ghi đơn vị này kết thúc trước ngày ${date(p.date, 'vi')}: ${told(p.recorded, 'vi')}.`,
    en: `Left alone: the list passes “${p.old}” to ${p.listed}, but the registry already has its end before ${date(p.date, 'en')}: ${told(p.recorded, 'en')}.`,
  }),
  goesOnAsRecorded: (p: { old: string; listed: string; date: string }): Remark => ({
    code: 'LIST_GOES_ON_AS_RECORDED',
    vi: `Để nguyên: danh sách ghi “${p.old}” chuyển sang ${p.listed}, nhưng sổ đã ghi nó tiếp tục tồn tại ngày ${date(p.date, 'vi')} và nhận đơn vị khác.`,
    en: `Left alone: the list passes “${p.old}” to ${p.listed}, but the registry already has it going on on ${date(p.date, 'en')}, taking in another.`,
  }),
  endedNamesake: (p: { unit: string; code: string; lastDay: string }): Remark => ({
    code: 'LIST_ENDED_NAMESAKE',
    vi: `Mã “${p.code}” từng thuộc về một “${p.unit}” khác, đã kết thúc ngày ${date(p.lastDay, 'vi')}; đơn vị trong danh sách được coi là đơn vị khác. Hãy xem có phải dòng cũ còn sót không.`,
    en: `The code “${p.code}” belonged to another “${p.unit}”, which ended on ${date(p.lastDay, 'en')}; the list’s unit is taken as a different one. See whether the row is a leftover.`,
  }),
  otherKindInName: (p: { name: string; kind: string }): Remark => ({
    code: 'LIST_OTHER_KIND_IN_NAME',
    vi: `Tên “${p.name}” mang từ chỉ loại khác với cột loại (“${p.kind}”); giữ nguyên tên, lấy loại theo cột loại.`,
    en: `The name “${p.name}” says another kind than the column type (“${p.kind}”); the name is kept, the kind is the column’s.`,
  }),
  placeFilled: (p: { unit: string; parent: string; date: string }): Remark => ({
    code: 'LIST_PLACE_FILLED',
    vi: `Sổ chưa biết “${p.unit}” trực thuộc đơn vị nào; ghi “${p.parent}” từ ngày ${date(p.date, 'vi')} theo danh sách, trước đó vẫn là chưa rõ.`,
    en: `The registry did not know where “${p.unit}” stands; from ${date(p.date, 'en')} on it stands under “${p.parent}”, as listed; before that it stays not known.`,
  }),
  districtBecameZone: (p: { district: string; zone: string }): Remark => ({
    code: 'LIST_DISTRICT_BECAME_ZONE',
    vi: `“${p.district}” không có xã nào và chuyển toàn bộ thành “${p.zone}”.`,
    en: `“${p.district}” had no communes and passes wholly to “${p.zone}”.`,
  }),
  otherProvince: (p: { old: string; oldProvince: string; successor: string; province: string }): Remark => ({
    code: 'LIST_OTHER_PROVINCE',
    vi: `“${p.old}” (${p.oldProvince}) chuyển sang “${p.successor}”, nhưng đơn vị này thuộc “${p.province}”, không phải tỉnh kế thừa. Đã ghi theo danh sách; hãy đối chiếu nghị quyết.`,
    en: `“${p.old}” (${p.oldProvince}) passes to “${p.successor}”, which stands under “${p.province}”, not under the succeeding province. Recorded as listed; compare the resolution.`,
  }),
  withoutPredecessor: (p: { unit: string }): Remark => ({
    code: 'LIST_WITHOUT_PREDECESSOR',
    vi: `Bảng kế thừa không nói “${p.unit}” được lập từ đơn vị nào.`,
    en: `The successions do not say what “${p.unit}” was made of.`,
  }),
};
