import { describe, expect, it } from '@jest/globals';
import { governingLaw, type Law } from './governing-law.js';

const LAWS: readonly Law[] = [
  { number: '06/2026/QH16', validFrom: '2026-10-01', loaded: false },
  { number: '06/2022/QH15', validFrom: '2024-01-01', loaded: true },
];
const law = (decidedOn: string, receivedOn: string | null = null, newerChosen = false): unknown =>
  governingLaw(LAWS, { decidedOn, receivedOn, newerChosen });

describe('the law that governs', () => {
  it('is not known before 2024, and 06/2022 from 1 January 2024 on', () => {
    expect(law('2023-12-31')).toBe('UNKNOWN');
    expect(law('2024-01-01')).toEqual({ act: '06/2022/QH15', reason: 'IN_FORCE', verified: true });
    expect(law('2026-09-30')).toEqual({ act: '06/2022/QH15', reason: 'IN_FORCE', verified: true });
  });

  it('follows the day the dossier was received once there is a newer one, and asks for that day', () => {
    expect(law('2026-10-01')).toBe('RECEIVED_NEEDED');
    expect(law('2026-10-01', '2026-09-30')).toEqual({ act: '06/2022/QH15', reason: 'RECEIVED_BEFORE', verified: true });
    expect(law('2026-10-02', '2026-10-01')).toEqual({ act: '06/2026/QH16', reason: 'IN_FORCE', verified: false });
  });

  it('is the newer one for an older dossier only where a person chose it, and where there is something to choose', () => {
    expect(law('2026-10-01', '2026-09-30', true)).toEqual({ act: '06/2026/QH16', reason: 'CHOSEN', verified: false });
    expect(law('2026-10-02', '2026-10-01', true)).toBe('NOTHING_TO_CHOOSE');
    expect(law('2026-09-30', '2026-09-01', true)).toBe('NOTHING_TO_CHOOSE');
  });
});
