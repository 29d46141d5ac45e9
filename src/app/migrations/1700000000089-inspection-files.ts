import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inspections have files of their own: minutes, reports, photos. */
export class InspectionFiles1700000000089 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inspection_file (
        file_id uuid constraint inspection_file_pk primary key constraint inspection_file_file_fk references file,
        inspection_id uuid not null constraint inspection_file_inspection_fk references inspection,
        attached_at timestamptz not null
      );
      create index inspection_file_inspection on inspection_file (inspection_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table inspection_file`);
  }
}
