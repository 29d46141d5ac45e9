import type { LocalDate } from '../../../shared/dates.js';
import type { CommendationForm, RuleMark } from '../../commendations/forms/forms.js';

/** A quota as an act states it. */
export interface QuotaRule {
  readonly act: string;
  readonly validFrom: LocalDate;
  /** The last day. */
  readonly validTo: LocalDate | null;
  readonly mark: RuleMark;
  readonly form: CommendationForm;
  readonly block: string;
  readonly collectives: number;
  readonly individuals: number;
}

const CAN_THO = { act: '2579/QĐ-UBND (Cần Thơ)', validFrom: '2025-11-21', validTo: null, mark: 'SOURCED', form: 'BANG_KHEN' } as const;

/** The quotas that were read in acts: those of one province, by the blocks that it compares. */
const KNOWN_QUOTAS: readonly QuotaRule[] = [
  { ...CAN_THO, block: 'Cơ quan Trung ương trên địa bàn', collectives: 2, individuals: 4 },
  { ...CAN_THO, block: 'Cơ quan chuyên môn, đơn vị sự nghiệp, ban ngành thành phố', collectives: 3, individuals: 6 },
  { ...CAN_THO, block: 'UBND xã, phường', collectives: 15, individuals: 30 },
];

export const knownOn = (day: LocalDate): readonly QuotaRule[] =>
  KNOWN_QUOTAS.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
