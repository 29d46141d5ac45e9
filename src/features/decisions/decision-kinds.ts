/** The kinds of documents (loại văn bản), each numbered separately. A working list: the classes of 30/2020/NĐ-CP and 36-HD/VPTW that this movement uses. */
export const DecisionKind = {
  DECISION: 'DECISION',
  RESOLUTION: 'RESOLUTION',
  PLAN: 'PLAN',
  GUIDANCE: 'GUIDANCE',
  SCHEME: 'SCHEME',
  NOTICE: 'NOTICE',
  OTHER: 'OTHER',
} as const;
export type DecisionKind = keyof typeof DecisionKind;
