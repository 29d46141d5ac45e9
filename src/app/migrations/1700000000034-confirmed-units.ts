import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units that a person confirmed in an event where the registry asks, so that it does not ask again. */
export class ConfirmedUnits1700000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table unit_event add column confirmed uuid[] not null default '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table unit_event drop column confirmed`);
  }
}
