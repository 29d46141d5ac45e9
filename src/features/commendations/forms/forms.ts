import type { Bilingual } from '../../../shared/language.js';
import type { SubjectKind } from '../../sectors/subject-kind.js';

/** How well a rule is known: read in a source, inferred from sources, or not verified. */
export const RuleMark = { SOURCED: 'SOURCED', INFERRED: 'INFERRED', NOT_VERIFIED: 'NOT_VERIFIED' } as const;
export type RuleMark = keyof typeof RuleMark;

/** The three ways of commending, each with its own rules and money. */
export const CommendationTrack = { STATE: 'STATE', PARTY: 'PARTY', FRONT: 'FRONT' } as const;
export type CommendationTrack = keyof typeof CommendationTrack;

interface FormFacts {
  readonly label: string;
  readonly for: readonly SubjectKind[];
  /** Whether it is a title of emulation: of several for one time, only the highest is paid. */
  readonly title?: true;
  /** Praise without a legal form: anyone may give it, and nothing is paid. */
  readonly free?: true;
}

const form = (label: string, ...kinds: SubjectKind[]): FormFacts => ({ label, for: kinds });
const title = (label: string, ...kinds: SubjectKind[]): FormFacts => ({ label, for: kinds, title: true });
const praise = (label: string): FormFacts => ({ label, for: ['COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD'], free: true });

/** The forms of commendation and the titles of emulation that the rules name. */
export const COMMENDATION_FORMS = {
  GIAY_KHEN: form('Giấy khen', 'COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD'),
  BANG_KHEN: form('Bằng khen', 'COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD'),
  CO_THI_DUA_TINH: form('Cờ thi đua của Ủy ban nhân dân tỉnh, thành phố', 'COLLECTIVE'),
  CO_THI_DUA_CHINH_PHU: form('Cờ thi đua của Chính phủ', 'COLLECTIVE'),
  KY_NIEM_CHUONG: form('Kỷ niệm chương', 'INDIVIDUAL'),
  BIEU_DUONG: praise('biểu dương, tuyên dương'),
  THU_KHEN: praise('Thư khen'),
  OWN_CERTIFICATE: form('giấy chứng nhận riêng của Mặt trận, đoàn thể', 'COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD'),
  CHIEN_SI_THI_DUA_TOAN_QUOC: title('Chiến sĩ thi đua toàn quốc', 'INDIVIDUAL'),
  CHIEN_SI_THI_DUA_TINH: title('Chiến sĩ thi đua cấp tỉnh', 'INDIVIDUAL'),
  CHIEN_SI_THI_DUA_CO_SO: title('Chiến sĩ thi đua cơ sở', 'INDIVIDUAL'),
  LAO_DONG_TIEN_TIEN: title('Lao động tiên tiến', 'INDIVIDUAL'),
  TAP_THE_LAO_DONG_XUAT_SAC: title('Tập thể lao động xuất sắc', 'COLLECTIVE'),
  TAP_THE_LAO_DONG_TIEN_TIEN: title('Tập thể lao động tiên tiến', 'COLLECTIVE'),
  XA_PHUONG_DAC_KHU_TIEU_BIEU: title('Xã, phường, đặc khu tiêu biểu', 'COLLECTIVE'),
  THON_TDP_VAN_HOA: title('Thôn, tổ dân phố văn hóa', 'COLLECTIVE'),
  GIA_DINH_VAN_HOA: title('Gia đình văn hóa', 'HOUSEHOLD'),
} as const satisfies Record<string, FormFacts>;

export type CommendationForm = keyof typeof COMMENDATION_FORMS;
export const CommendationForm = Object.fromEntries(Object.keys(COMMENDATION_FORMS).map(key => [key, key])) as {
  [F in CommendationForm]: F;
};
export const formFacts = (given: CommendationForm): FormFacts => COMMENDATION_FORMS[given];

/** The name of a form within a sentence, in both languages. */
export const FORM_NAMES = Object.fromEntries(
  Object.entries<FormFacts>(COMMENDATION_FORMS).map(([key, { label }]) => [key, { vi: label, en: label }]),
) as Readonly<Record<CommendationForm, Bilingual>>;

/** As whom a unit commends: its chairman, head or standing committee. */
export const CommendationIssuer = {
  PRIME_MINISTER: 'PRIME_MINISTER',
  MINISTER: 'MINISTER',
  PROVINCE_CHAIR: 'PROVINCE_CHAIR',
  PROVINCE_AGENCY: 'PROVINCE_AGENCY',
  DISTRICT_CHAIR: 'DISTRICT_CHAIR',
  COMMUNE_CHAIR: 'COMMUNE_CHAIR',
  ENTERPRISE: 'ENTERPRISE',
  CENTRAL_BOARD: 'CENTRAL_BOARD',
  PARTY_PROVINCE: 'PARTY_PROVINCE',
  PARTY_DISTRICT: 'PARTY_DISTRICT',
  PARTY_COMMUNE: 'PARTY_COMMUNE',
  FRONT: 'FRONT',
} as const;
export type CommendationIssuer = keyof typeof CommendationIssuer;
