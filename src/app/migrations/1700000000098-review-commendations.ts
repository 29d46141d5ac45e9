import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The commendations that a review names. */
export class ReviewCommendations1700000000098 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table review_commendation (
        review_id uuid not null constraint review_commendation_review_fk references review,
        commendation_id uuid not null constraint review_commendation_commendation_fk references commendation,
        constraint review_commendation_pk primary key (review_id, commendation_id)
      );
      create index review_commendation_commendation on review_commendation (commendation_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table review_commendation`);
  }
}
