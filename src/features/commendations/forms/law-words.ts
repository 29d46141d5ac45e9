import { date } from '../../../shared/writing.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { LawReason } from './governing-law.js';

export interface LawInWords {
  readonly act: string;
  readonly reason: LawReason;
  readonly verified: boolean;
  readonly receivedOn: LocalDate | null;
}

/** Which law governs a commendation and why, for the people who ask. */
export function lawInWords({ act, reason, verified, receivedOn }: LawInWords): string {
  const received = receivedOn === null ? '' : `, hồ sơ nhận ngày ${date(receivedOn, 'vi')}`;
  const why: Readonly<Record<LawReason, string>> = {
    IN_FORCE: `có hiệu lực khi xét${received}`,
    RECEIVED_BEFORE: `hồ sơ nhận trước khi luật mới có hiệu lực${received}`,
    CHOSEN: `quy định mới được chọn vì có lợi hơn${received}`,
  };
  const open = verified ? '' : '. Chưa xác minh theo Luật 06/2026: tạm áp dụng quy định của 06/2022/QH15';
  return `${act}: ${why[reason]}${open}`;
}
