import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which record a doubled one was merged into: an id that a client still holds leads to the record that was kept. */
export class MergedRecords1700000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table merged_record (
        id uuid constraint merged_record_pk primary key,
        type text not null,
        into_id uuid not null,
        merged_at timestamptz not null);
      create index merged_record_into on merged_record (into_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table merged_record`);
  }
}
