import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a row is removed, PostgreSQL looks for rows that refer to it, one removed row after the other. Where no index serves, it reads the whole table each
 * time: the undo of a national reorganisation, which removes three thousand units, took five minutes with a hundred thousand models.
 */
export class RowsThatRefer1700000000116 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index emulation_model_unit on emulation_model (unit_id);
      create index score_sheet_evaluation on score_sheet (evaluation_id);
      create index recognition_revoked_by on recognition (revoked_by_id) where revoked_by_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index emulation_model_unit, score_sheet_evaluation, recognition_revoked_by;`);
  }
}
