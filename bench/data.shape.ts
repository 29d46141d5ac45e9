/** The shape of the country before 1 July 2025, with organisations: some twelve thousand units. */
export const PROVINCES = 63;
export const DISTRICTS = 696;
export const COMMUNES = 10_047;
export const ORGANISATIONS = 1_200;

/** A number from 0 to `n` that depends on nothing but the row and `salt`: every run makes the same data. */
export const pick = (n: number, salt: number, row = 'i'): string => `(abs(hashint8(${row}::bigint * 1000003 + ${salt})::bigint) % ${n})`;

/** Ids in the form of our own (UUIDv7), in the order of the rows. Of units, provinces come first, then districts, communes, organisations. */
export const unitId = (row: string): string => `('0191' || lpad(to_hex(${row}), 8, '0') || '70008000000000000000')::uuid`;
export const modelId = (row: string): string => `('0193' || lpad(to_hex(${row}), 8, '0') || '70008000000000000000')::uuid`;
export const stepId = (row: string, step: string): string =>
  `('0194' || lpad(to_hex(${row}), 8, '0') || '700080000000000' || lpad(to_hex(${step}), 5, '0'))::uuid`;
/** The appraisal rounds. */
export const roundId = (row: number): string => `('0199' || lpad(to_hex(${row}), 8, '0') || '70008000000000000000')::uuid`;
