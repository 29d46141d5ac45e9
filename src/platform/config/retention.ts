/** How long protected data of people are kept, and why so long: the operator's own rule, for no general one is verified. */
export interface Retention {
  readonly months: number;
  readonly reason: string;
}

/** `undefined` where the operator has set none: then none are kept. */
export const RETENTION = Symbol('retention');
