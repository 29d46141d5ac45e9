import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an event of units did, in the words of its preview; and passwords that were printed and have to be changed. */
export class EffectsOfEvents1700000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table unit_event add column effects jsonb not null default '[]';
      alter table account add column password_printed boolean not null default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account drop column password_printed;
      alter table unit_event drop column effects;
    `);
  }
}
