import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, count, date, itsWords } from '../../shared/writing.js';

export const CriteriaErrors = errors({
  CRITERIA_SET_NOT_FOUND: {
    category: 'notFound',
    of: 'CriteriaSet',
    vi: 'Không tìm thấy bộ tiêu chí “{id}”.',
    en: 'There is no criteria set “{id}”.',
  },
  CRITERIA_VERSION_NOT_FOUND: {
    category: 'notFound',
    of: 'CriteriaSetVersion',
    vi: 'Không tìm thấy phiên bản bộ tiêu chí “{id}”. Có thể bản nháp đã được gỡ bỏ.',
    en: 'There is no version “{id}” of a criteria set. A draft may have been removed.',
  },
  CRITERIA_SET_PUBLISHED: {
    category: 'conflict',
    vi: 'Bộ tiêu chí đã có phiên bản ban hành nên không đính chính tên, cơ quan ban hành được. Hãy soạn bộ mới.',
    en: 'A version of the set is published, so its name and its issuer are not corrected. Draft a new set.',
  },
  CRITERIA_VERSION_PUBLISHED: {
    category: 'conflict',
    params: { number: count },
    vi: 'Phiên bản {number} đã ban hành nên không sửa hay gỡ bỏ được. Hãy sao chép thành bản nháp mới (copyCriteriaSetVersion) và ban hành bản đó.',
    en: 'Version {number} is published, so it is neither edited nor removed. Copy it to a new draft (copyCriteriaSetVersion) and publish that.',
  },
  CRITERIA_HAS_FAULTS: {
    category: 'conflict',
    params: { count },
    vi: 'Bộ tiêu chí còn {count} điều phải sửa; xem “findings” của phiên bản.',
    en: 'The version has {count} faults that have to be corrected; see its “findings”.',
  },
  CRITERIA_INCOMPLETE: {
    category: 'conflict',
    vi: 'Bộ tiêu chí còn thiếu (xem “findings” và “incompleteness”). Hãy bổ sung, hoặc nêu lý do ban hành khi còn thiếu (reason).',
    en: 'The version is incomplete (see “findings” and “incompleteness”). Complete it, or give the reason for publishing it so (reason).',
  },
  CRITERIA_NEEDS_A_DATE: {
    category: 'conflict',
    vi: 'Chưa có ngày hiệu lực (validFrom). Hãy ghi ngày, hoặc năm, như văn bản nêu.',
    en: 'The day from which it is in force (validFrom) is missing. Enter the day, or the year, as the text gives it.',
  },
  CRITERIA_NEEDS_AN_ACT: {
    category: 'conflict',
    vi: 'Chưa có văn bản (act). Bộ tiêu chí không có văn bản chỉ được là bộ minh họa.',
    en: 'The act is missing. Only an illustrative set has none.',
  },
  CRITERIA_ILLUSTRATIVE_HAS_ACT: {
    category: 'conflict',
    vi: 'Bộ tiêu chí minh họa không được mang số, ngày hay cơ quan ban hành. Hãy bỏ phần văn bản (act).',
    en: 'An illustrative set bears no number, day or issuer of an act. Remove the act.',
  },
  CRITERIA_VERSIONS_OVERLAP: {
    category: 'conflict',
    params: { versions: asGiven },
    vi: 'Phiên bản đang hiệu lực ({versions}) áp dụng cho một phần đối tượng của bản này, không đúng bằng. Hãy cho trùng đối tượng, lĩnh vực, cấp; hoặc lập bộ khác.',
    en: 'A version in force ({versions}) is for some of the same, but not for exactly those. Let subject kinds, sector and level agree, or draft another set.',
  },
  CRITERIA_NOT_LATER: {
    category: 'conflict',
    params: { number: count },
    vi: 'Bản này không hiệu lực sau phiên bản {number} mà nó thay thế. Hãy kiểm tra ngày hiệu lực (validFrom).',
    en: 'It is not in force later than version {number}, which it would supersede. Check validFrom.',
  },
  CRITERIA_BACKWARDS: {
    category: 'invalid',
    params: { first: date, last: date },
    vi: 'Ngày cuối {last} đứng trước ngày hiệu lực {first}.',
    en: 'The last day, {last}, comes before the first, {first}.',
  },
  CRITERIA_SECTOR_UNKNOWN: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Không có lĩnh vực mang mã “{code}”.',
    en: 'There is no sector with the code “{code}”.',
  },
  CRITERIA_SETS_DIFFER: {
    category: 'invalid',
    vi: 'Tệp này là của bộ tiêu chí khác (tên, đối tượng chấm hoặc tính minh họa không giống). Hãy nhập thành bộ mới.',
    en: 'The file is of another set (its name, what it grades, or whether it is illustrative differs). Import it as a new set.',
  },
  CRITERIA_DOCUMENT_NOT_JSON: {
    category: 'invalid',
    vi: 'Tệp không phải JSON đọc được. Hãy xuất lại từ hệ thống, hoặc kiểm tra dấu ngoặc và dấu phẩy.',
    en: 'The file is no readable JSON. Export it again, or check its brackets and commas.',
  },
  CRITERIA_FIELD_INVALID: {
    category: 'invalid',
    params: { field: asGiven, rule: itsWords },
    vi: 'Giá trị không hợp lệ tại “{field}”: {rule}.',
    en: 'The value at “{field}” is not valid: {rule}.',
  },
});

constraintError('criteria_set_version_in_force', 'CRITERIA_VERSIONS_OVERLAP');
constraintError('criteria_published', 'CRITERIA_VERSION_PUBLISHED');
