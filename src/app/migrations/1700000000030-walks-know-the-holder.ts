import type { MigrationInterface, QueryRunner } from 'typeorm';

const orders = (held: string): string => `
  drop index emulation_model_attested_order, emulation_model_title_order;
  create index emulation_model_attested_order on emulation_model (attested_on, id) include (unit_id${held})
    where merged_into_id is null and trashed_at is null;
  create index emulation_model_title_order on emulation_model (title collate vi_natural, id) include (attested_on, unit_id${held})
    where merged_into_id is null and trashed_at is null;
`;

/** Who sees a model is asked of its unit and of who holds its file: the first rows of a list are read from the index alone again. */
export class WalksKnowTheHolder1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(orders(', holder_id'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(orders(''));
  }
}
