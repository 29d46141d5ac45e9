import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Points used by each account and token. The table is unlogged: this short-lived state need not be in the write-ahead log, and only a crash loses it. */
export class RateLimit1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table rate_limit (
        key text constraint rate_limit_pk primary key,
        points integer not null,
        expire bigint
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table rate_limit`);
  }
}
