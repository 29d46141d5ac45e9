/** The parts of a dossier (hồ sơ trình khen). */
export const DossierPart = { REQUEST: 'REQUEST', MINUTES: 'MINUTES', ACHIEVEMENT_REPORT: 'ACHIEVEMENT_REPORT', OTHER: 'OTHER' } as const;
export type DossierPart = keyof typeof DossierPart;

/** What an agency answers. */
export const ClearanceResult = { CLEAR: 'CLEAR', AGAINST: 'AGAINST' } as const;
export type ClearanceResult = keyof typeof ClearanceResult;

/** Why somebody cannot be granted yet (152/2025/NĐ-CP, Điều 4). */
export const HoldGround = { DISCIPLINE: 'DISCIPLINE', INVESTIGATION: 'INVESTIGATION', VERIFICATION: 'VERIFICATION' } as const;
export type HoldGround = keyof typeof HoldGround;
