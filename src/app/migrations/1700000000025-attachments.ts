import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attached files of models and scans of decisions. A file is linked to one record, and only once. */
export class Attachments1700000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table model_attachment (
        file_id uuid constraint model_attachment_pk primary key constraint model_attachment_file_fk references file,
        model_id uuid not null constraint model_attachment_model_fk references emulation_model,
        kind text not null constraint model_attachment_kind check (kind in ('FORM', 'REPORT', 'EVIDENCE', 'PHOTO', 'OTHER')),
        note text constraint model_attachment_note check (length(note) between 1 and 1000),
        attached_at timestamptz not null
      );
      create index model_attachment_model on model_attachment (model_id);

      create table decision_scan (
        file_id uuid constraint decision_scan_pk primary key constraint decision_scan_file_fk references file,
        decision_id uuid not null constraint decision_scan_decision_fk references decision,
        attached_at timestamptz not null
      );
      create index decision_scan_decision on decision_scan (decision_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table decision_scan, model_attachment`);
  }
}
