import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence of self-assessments, and complaints about results with what became of them. */
export class EvidenceAndComplaints1700000000069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table appraisal_evidence (
        file_id uuid constraint appraisal_evidence_pk primary key constraint appraisal_evidence_file_fk references file,
        evaluation_id uuid not null constraint appraisal_evidence_evaluation_fk references evaluation,
        code text not null constraint appraisal_evidence_code check (length(code) between 1 and 40),
        attached_at timestamptz not null
      );
      create index appraisal_evidence_evaluation on appraisal_evidence (evaluation_id);

      -- Within so many days after it was closed results can be complained about; null: no rule was stated.
      alter table appraisal_round add column complaint_days integer
        constraint appraisal_round_complaint_days check (complaint_days between 1 and 366);

      create table appraisal_complaint (
        id uuid constraint appraisal_complaint_pk primary key,
        evaluation_id uuid not null constraint appraisal_complaint_evaluation_fk references evaluation,
        host_id uuid not null constraint appraisal_complaint_host_fk references unit,
        unit_id uuid not null constraint appraisal_complaint_unit_fk references unit,
        received_on date not null,
        words text not null constraint appraisal_complaint_words check (length(words) between 1 and 2000),
        state text not null constraint appraisal_complaint_state check (state in ('RECEIVED', 'UPHELD', 'REJECTED')),
        answered_on date,
        answer text constraint appraisal_complaint_answer check (length(answer) between 1 and 2000),
        entered_by text not null,
        constraint appraisal_complaint_answered check ((state = 'RECEIVED') = (answered_on is null) and (answered_on is null) = (answer is null)),
        constraint appraisal_complaint_days check (answered_on >= received_on)
      );
      create index appraisal_complaint_evaluation on appraisal_complaint (evaluation_id);
      create index appraisal_complaint_host on appraisal_complaint (host_id);
      create index appraisal_complaint_unit on appraisal_complaint (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table appraisal_complaint, appraisal_evidence;
      alter table appraisal_round drop column complaint_days;
    `);
  }
}
