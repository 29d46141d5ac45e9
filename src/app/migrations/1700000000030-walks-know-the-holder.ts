import type { MigrationInterface, QueryRunner } from 'typeorm';

const orders = (held: string): string => `
  drop index emulation_model_attested_order, emulation_model_title_order;
  create index emulation_model_attested_order on emulation_model (attested_on, id) include (unit_id${held})
    where merged_into_id is null and trashed_at is null;
  create index emulation_model_title_order on emulation_model (title collate vi_natural, id) include (attested_on, unit_id${held})
    where merged_into_id is null and trashed_at is null;
`;

/** Adds the holder of the file to the indexes: the unit and the holder decide who sees a model, so lists can again be read from the index alone. */
export class WalksKnowTheHolder1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(orders(', holder_id'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(orders(''));
  }
}
