import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an event of units can be undone is asked of each one that is shown, and a decision’s day of what was done by it: both by key, not of whole tables. */
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
