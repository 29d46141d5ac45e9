import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who cannot be granted now, and why (chưa khen thưởng). */
export class Holds1700000000084 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table commendation_hold (
        id uuid constraint commendation_hold_pk primary key,
        body_id uuid not null constraint commendation_hold_body_fk references unit,
        council_id uuid constraint commendation_hold_council_fk references council,
        person_id uuid constraint commendation_hold_person_fk references person,
        unit_id uuid constraint commendation_hold_unit_fk references unit,
        name text constraint commendation_hold_name check (length(name) between 1 and 300),
        ground text not null constraint commendation_hold_ground check (ground in ('DISCIPLINE', 'INVESTIGATION', 'VERIFICATION')),
        reason text not null constraint commendation_hold_reason check (length(reason) between 1 and 2000),
        source text not null constraint commendation_hold_source check (length(source) between 1 and 1000),
        placed_on date not null,
        review_on date not null,
        lifted_on date,
        lift_reason text constraint commendation_hold_lift_reason check (length(lift_reason) between 1 and 2000),
        version integer not null default 1,
        constraint commendation_hold_lifted check ((lifted_on is null) = (lift_reason is null) and lifted_on >= placed_on),
        constraint commendation_hold_review check (review_on >= placed_on)
      );
      create index commendation_hold_body on commendation_hold (body_id);
      create index commendation_hold_council on commendation_hold (council_id) where council_id is not null;
      create index commendation_hold_person on commendation_hold (person_id) where person_id is not null;
      create index commendation_hold_unit on commendation_hold (unit_id) where unit_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table commendation_hold`);
  }
}
