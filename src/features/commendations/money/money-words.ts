import { FORM_NAMES, type CommendationForm, type RuleMark } from '../forms/forms.js';
import type { Id } from '../../../shared/ids.js';
import type { MoneyBasis, MoneyUnknown } from './award-money.js';

const MARKS: Readonly<Record<RuleMark, string>> = { SOURCED: '', INFERRED: ' (suy ra)', NOT_VERIFIED: ' (chưa xác minh)' };
const MISSING: Readonly<Record<MoneyUnknown, string>> = {
  RATE: 'chưa biết tiền thưởng: không có hệ số cho hình thức, cấp và đối tượng này vào ngày quyết định',
  SALARY: 'chưa biết tiền thưởng: không có mức lương cơ sở vào ngày quyết định',
  ROUNDING: 'chưa biết tiền thưởng: không có quy tắc làm tròn vào ngày quyết định',
};

/** 2340000 → 2.340.000; 1138500.5 → 1.138.500,5. */
const dong = (amount: string | number): string => {
  const [whole, rest] = String(amount).split('.');
  const grouped = whole!.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  return `${rest === undefined ? grouped : `${grouped},${rest}`} đ`;
};

/** 450 → 0,45. */
const factor = (permille: number): string => {
  const [whole, rest] = [
    Math.trunc(permille / 1000),
    String(permille % 1000)
      .padStart(3, '0')
      .replace(/0+$/, ''),
  ];
  return rest === '' ? String(whole) : `${whole},${rest}`;
};

/** What a formula names besides numbers and acts, as the reader may know it. */
export interface NamedInFormula {
  /** Who decided. */
  readonly by: string | null;
  /** The decision that gave the other title; `null`: the reader does not see that title. */
  readonly decision: string | null;
}

const paidFor = ({ paid, title }: { readonly paid: CommendationForm; readonly title?: Id | null }, { decision }: NamedInFormula): string =>
  `đã chi cho danh hiệu ${FORM_NAMES[paid].vi}${title === undefined ? '' : ` theo quyết định ${decision ?? 'khác'}`}`;

/** The formula as an accountant reads it, with the act of each number and what is inferred. */
export function formulaOf(basis: MoneyBasis, named: NamedInFormula = { by: null, decision: null }): string {
  if (basis.is === 'NO_MONEY') return 'không kèm tiền thưởng';
  if (basis.is === 'UNKNOWN') return MISSING[basis.missing];
  if (basis.is === 'STATED') return 'theo văn bản';
  if (basis.is === 'LOWER_TITLE') return `0 đ: cùng thời gian chỉ chi mức cao nhất, ${paidFor(basis, named)}`;
  if (basis.is === 'PAID_BEFORE')
    return `chưa biết tiền thưởng: cùng thời gian ${paidFor(basis, named)} ${dong(basis.amount)}; quy định không nói chi đủ hay chi phần chênh lệch. Cần người có thẩm quyền quyết định (decideTitleMoney). Mức riêng: ${formulaOf(basis.alone)}`;
  if (basis.is === 'DECIDED')
    return `${dong(basis.amount)}: ${named.by ?? 'người có thẩm quyền'} quyết định, ${basis.reason} (cùng thời gian ${paidFor(basis, named)} ${dong(basis.before)}; mức riêng: ${dong(basis.alone.amount)})`;
  const { permille, rate, salary, rounding, raw, amount } = basis;
  const product = `${factor(permille)}${MARKS[rate.mark]} × ${dong(salary.amount)}${MARKS[salary.mark]} = ${dong(raw)}`;
  const acts = `hệ số: ${rate.act}; lương cơ sở: ${salary.act}; làm tròn: ${rounding.act}${MARKS[rounding.mark]}`;
  if (raw === String(amount)) return `${product} (${acts})`;
  const dispute = rounding.note === null ? '' : `. ${rounding.note}`;
  return `${product}, làm tròn lên ${dong(rounding.step)}: ${dong(amount)} (${acts})${dispute}`;
}
