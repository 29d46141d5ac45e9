import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index of merged models: whether others are merged into a model is checked whenever it is trashed or merged. */
export class MergedModels1700000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index emulation_model_merged on emulation_model (merged_into_id) where merged_into_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index emulation_model_merged`);
  }
}
