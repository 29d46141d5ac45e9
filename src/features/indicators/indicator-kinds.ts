/** How figures of an indicator are put together over units and periods. */
export const RollUp = { SUM: 'SUM', LAST: 'LAST', RATIO_OF_SUMS: 'RATIO_OF_SUMS', NOT_ADDITIVE: 'NOT_ADDITIVE' } as const;
export type RollUp = keyof typeof RollUp;

/** What an identity states. */
export const IdentityKind = {
  PARTS_TOTAL: 'PARTS_TOTAL',
  CHILDREN_PARENT: 'CHILDREN_PARENT',
  CLOSE_OPEN: 'CLOSE_OPEN',
  NOT_MORE: 'NOT_MORE',
  WHOLE_SHARE: 'WHOLE_SHARE',
} as const;
export type IdentityKind = keyof typeof IdentityKind;

/** Whether a figure is about the unit with all below it (“toàn huyện”) or about its own work alone. */
export const FigureCoverage = { WHOLE: 'WHOLE', OWN: 'OWN' } as const;
export type FigureCoverage = keyof typeof FigureCoverage;

/** On which side of a target a figure should be. */
export const TargetDirection = { AT_LEAST: 'AT_LEAST', AT_MOST: 'AT_MOST' } as const;
export type TargetDirection = keyof typeof TargetDirection;
