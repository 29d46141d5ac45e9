import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes to look up by key what prevents an undo, for each shown event of units, and the steps of a decision; without them whole tables were read. */
export class StepsNameUnits1700000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index model_step_unit on model_step (unit_id) where unit_id is not null;
      create index model_fact_decision on model_fact (decision_id) where decision_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index model_step_unit, model_fact_decision`);
  }
}
