import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An export that is being written claims its room in the storage, so that several together stay within it. */
export class RoomOfExports1700000000114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table list_export add column claimed bigint not null default '0',
        add constraint list_export_claimed check (claimed >= 0 and (state = 'WAITING' or claimed = 0))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table list_export drop column claimed`);
  }
}
