import type { ColumnOptions } from 'typeorm';

/**
 * Options of a column that the database computes (`generated always as … stored`). The expression is written once, in the migration. TypeORM would
 * compare a second copy of it, and with its own table `typeorm_metadata` instead of the catalogue; we do not have that table. TypeORM reads a missing
 * row of it as a blank, so the expression here is a blank.
 */
export const COMPUTED: ColumnOptions = { generatedType: 'STORED', asExpression: ' ', insert: false, update: false };

/** Options of a column that a trigger of the database writes: the registry only reads it. */
export const KEPT_BY_TRIGGER: ColumnOptions = { insert: false, update: false };
