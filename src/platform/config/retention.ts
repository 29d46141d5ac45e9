/** How long protected data of people are kept, and the reason. The operator sets both: we have verified no general rule. */
export interface Retention {
  readonly months: number;
  readonly reason: string;
}

/** Injection token; `undefined` where the operator has set no retention: then no protected data are kept. */
export const RETENTION = Symbol('retention');
