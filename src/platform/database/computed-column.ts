import type { ColumnOptions } from 'typeorm';

/**
 * For a column that the database computes (`generated always as … stored`). Its expression stands once, in the migration: TypeORM would
 * compare another copy of it, not with the catalogue but with a note of its own in the table `typeorm_metadata`, which we do not keep.
 * The blank is what a missing note reads as.
 */
export const COMPUTED: ColumnOptions = { generatedType: 'STORED', asExpression: ' ', insert: false, update: false };
