import { errors } from '../../../platform/errors/catalogue.js';
import { asGiven, count } from '../../../shared/writing.js';

export const SheetErrors = errors({
  APPRAISAL_NEEDS_PAPER: {
    category: 'invalid',
    params: { person: asGiven },
    vi: 'Nhập thay phiếu của “{person}” thì phải nêu phiếu giấy đã ký (paper).',
    en: 'To enter the sheet of “{person}”, name the signed sheet (paper).',
  },
  APPRAISAL_SHEET_SUBMITTED: {
    category: 'conflict',
    vi: 'Phiếu đã nộp nên không lưu nháp được nữa. Nếu cần sửa trước khi khóa đợt, hãy nộp lại phiếu với đầy đủ điểm.',
    en: 'The sheet was submitted, so it is no draft any more. To correct it before the round is closed, submit it again in full.',
  },
  APPRAISAL_SHEET_NOT_FOUND: {
    category: 'notFound',
    of: 'ScoreSheet',
    vi: 'Không tìm thấy phiếu chấm “{id}”.',
    en: 'There is no score sheet “{id}”.',
  },
  APPRAISAL_SHEET_VERSION_UNKNOWN: {
    category: 'invalid',
    params: { number: count },
    vi: 'Phiếu không có lần lưu số {number}.',
    en: 'The sheet has no saved version {number}.',
  },
  APPRAISAL_CRITERION_TWICE: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Tiêu chí “{code}” được chấm hai lần trong phiếu.',
    en: 'The criterion “{code}” is scored twice on the sheet.',
  },
  APPRAISAL_LEVEL_UNKNOWN: {
    category: 'invalid',
    params: { code: asGiven, level: asGiven },
    vi: 'Tiêu chí “{code}” không có mức “{level}”.',
    en: 'The criterion “{code}” has no level “{level}”.',
  },
  APPRAISAL_LEVEL_DIFFERS: {
    category: 'invalid',
    params: { code: asGiven, level: asGiven, points: asGiven },
    vi: 'Tiêu chí “{code}”: {points} điểm không thuộc mức “{level}”. Hãy sửa điểm hoặc mức.',
    en: 'The criterion “{code}”: {points} points are not within the level “{level}”. Correct one of them.',
  },
});
