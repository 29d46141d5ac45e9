import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Themes that only drafts have are seen with them alone. Those that are there were public until now, and stay so. */
export class ListedThemes1700000000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table theme add column listed boolean not null default true;
      alter table theme alter column listed set default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table theme drop column listed`);
  }
}
