/** Who carries out a model, and whom criteria are for. */
export const SubjectKind = { COLLECTIVE: 'COLLECTIVE', INDIVIDUAL: 'INDIVIDUAL', HOUSEHOLD: 'HOUSEHOLD' } as const;
export type SubjectKind = keyof typeof SubjectKind;
