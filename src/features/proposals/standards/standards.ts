import type { LocalDate } from '../../../shared/dates.js';
import { COMMENDATION_FORMS, type CommendationForm } from '../../commendations/forms/forms.js';

/** One condition, or several of which one is enough. */
interface Condition {
  readonly code: string;
  readonly text: string;
  /** The alternatives, where one of several is enough; their codes begin with that of the condition. */
  readonly oneOf?: readonly { readonly code: string; readonly text: string }[];
}

/** The conditions of a form, as an act states them from a day on (tiêu chuẩn). */
interface Standard {
  readonly form: CommendationForm;
  readonly act: string;
  readonly validFrom: LocalDate;
  readonly conditions: readonly Condition[];
}

const EXEMPLARY = { code: 'EXEMPLARY', text: 'gương mẫu chấp hành chủ trương, pháp luật' };
/** An achievement that was considered in a movement: what the result of a closed round shows. */
export const CONSIDERED = 'ACHIEVEMENT.CONSIDERED';

/** The standards that were read: an example of one province, not law for all. Other forms have none in the registry. */
const STANDARDS: readonly Standard[] = [
  {
    form: 'GIAY_KHEN',
    act: '86/2025/QĐ-UBND (Bắc Ninh)',
    validFrom: '2025-12-03',
    conditions: [
      EXEMPLARY,
      { code: 'DUTY', text: 'hoàn thành tốt nhiệm vụ, nghĩa vụ công dân' },
      {
        code: 'ACHIEVEMENT',
        text: 'có thành tích',
        oneOf: [
          { code: CONSIDERED, text: 'thành tích được bình xét trong phong trào thi đua' },
          { code: 'ACHIEVEMENT.SEVERAL', text: 'nhiều thành tích hoặc thành tích đột xuất có phạm vi ảnh hưởng' },
        ],
      },
    ],
  },
  {
    form: 'BANG_KHEN',
    act: '86/2025/QĐ-UBND (Bắc Ninh)',
    validFrom: '2025-12-03',
    conditions: [
      EXEMPLARY,
      {
        code: 'ACHIEVEMENT',
        text: 'có thành tích xuất sắc',
        oneOf: [
          { code: CONSIDERED, text: 'thành tích xuất sắc được bình xét trong phong trào do tỉnh phát động' },
          { code: 'ACHIEVEMENT.SEVERAL', text: 'nhiều thành tích hoặc thành tích đột xuất có phạm vi ảnh hưởng một lĩnh vực của tỉnh' },
          { code: 'ACHIEVEMENT.CONTRIBUTION', text: 'đóng góp phát triển kinh tế - xã hội, khoa học, từ thiện' },
        ],
      },
    ],
  },
];

/** A condition as it can be stated; of several of which one is enough, each. */
interface Stateable {
  readonly code: string;
  readonly text: string;
  readonly oneOf: string | null;
}

const stateable = ({ code, text, oneOf }: Condition): readonly Stateable[] =>
  oneOf ? oneOf.map(one => ({ ...one, oneOf: text })) : [{ code, text, oneOf: null }];

/** The standards in force on a day, each with the conditions that can be stated. */
export const standardsOn = (day: LocalDate): readonly (Omit<Standard, 'conditions'> & { readonly conditions: readonly Stateable[] })[] =>
  STANDARDS.filter(({ validFrom }) => validFrom <= day).map(standard => ({
    ...standard,
    conditions: standard.conditions.flatMap(stateable),
  }));

export interface Explained {
  /** `null`: the registry has no standard for the form. */
  readonly met: number | null;
  readonly of: number | null;
  readonly missing: readonly string[];
  /** Whether exactly one condition is missing. */
  readonly near: boolean;
  readonly text: string;
}

/** The codes that can be stated for a form. */
export const conditionsOf = (form: CommendationForm): string[] =>
  STANDARDS.filter(standard => standard.form === form).flatMap(({ conditions }) =>
    conditions.flatMap(({ code, oneOf }) => (oneOf ? oneOf.map(one => one.code) : [code])),
  );

/** Which conditions are met by what the proposing body states, and which are missing, by the standard in force on the day. */
export function explained(form: CommendationForm, stated: Readonly<Record<string, string>>, day: LocalDate): Explained {
  const standard = STANDARDS.find(one => one.form === form && one.validFrom <= day);
  const label = COMMENDATION_FORMS[form].label;
  if (!standard)
    return { met: null, of: null, missing: [], near: false, text: `Sổ đăng ký chưa có tiêu chuẩn của ${label} vào ngày lập tờ trình` };
  const isMet = ({ code, oneOf }: Condition): boolean => (oneOf ? oneOf.some(one => one.code in stated) : code in stated);
  const missing = standard.conditions
    .filter(condition => !isMet(condition))
    .map(({ text, oneOf }) => (oneOf ? `một trong: ${oneOf.map(one => one.text).join(' / ')}` : text));
  const all = standard.conditions.length;
  const met = all - missing.length;
  const lacks = missing.length === 0 ? '' : `; thiếu: ${missing.join('; ')}`;
  return { met, of: all, missing, near: missing.length === 1, text: `${met}/${all} điều kiện${lacks} (theo ${standard.act}, tham khảo)` };
}
