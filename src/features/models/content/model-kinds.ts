/** A model (mô hình), or an exemplar (điển hình), which is often a person; several places count them separately. */
export const ModelKind = { MODEL: 'MODEL', EXEMPLAR: 'EXEMPLAR' } as const;
export type ModelKind = keyof typeof ModelKind;
