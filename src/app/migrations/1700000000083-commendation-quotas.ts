import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many may be granted from the results of a round (hạn mức khen thưởng). */
export class CommendationQuotas1700000000083 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table commendation_quota (
        id uuid constraint commendation_quota_pk primary key,
        round_id uuid not null constraint commendation_quota_round_fk references appraisal_round,
        block text not null constraint commendation_quota_block check (length(block) <= 200),
        form text not null constraint commendation_quota_form check (length(form) between 1 and 100),
        kind text not null constraint commendation_quota_kind check (kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')),
        most integer not null constraint commendation_quota_most check (most between 0 and 100000),
        basis text not null constraint commendation_quota_basis check (length(basis) between 1 and 1000),
        constraint commendation_quota_taken unique (round_id, block, form, kind)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table commendation_quota`);
  }
}
