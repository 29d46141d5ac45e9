import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each account and token has used of its points. Passing state: not worth a place in the write-ahead log, lost only by a crash. */
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
