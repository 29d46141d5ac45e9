import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The last position that was sealed, kept in a sequence: unlike rows a sequence is not rolled back or deleted, so a trail whose last entries were cut
 * off together with their seals is shorter than it.
 */
export class SealedHead1700000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence audit_sealed_head minvalue 0 start 0;
      select setval('audit_sealed_head', (select coalesce(max(position), 0) from audit_seal));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop sequence audit_sealed_head`);
  }
}
