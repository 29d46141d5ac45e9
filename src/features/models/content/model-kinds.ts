/** The kind of subject that a model belongs to. */
export const SubjectKind = { COLLECTIVE: 'COLLECTIVE', INDIVIDUAL: 'INDIVIDUAL', HOUSEHOLD: 'HOUSEHOLD' } as const;
export type SubjectKind = keyof typeof SubjectKind;

/** A model (mô hình), or an exemplar (điển hình), which is often a person; several places count them separately. */
export const ModelKind = { MODEL: 'MODEL', EXEMPLAR: 'EXEMPLAR' } as const;
export type ModelKind = keyof typeof ModelKind;
