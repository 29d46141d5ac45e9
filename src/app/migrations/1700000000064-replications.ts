import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which model is copied where, and who is assigned to copy what (nhân rộng). What registrations declared so far becomes the first edges. */
export class Replications1700000000064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table replication_plan (
        id uuid constraint replication_plan_pk primary key,
        origin_id uuid not null constraint replication_plan_origin_fk references emulation_model,
        unit_id uuid not null constraint replication_plan_unit_fk references unit,
        due_on date not null,
        basis text not null constraint replication_plan_basis check (length(basis) between 1 and 1000),
        recorded_on date not null,
        version integer not null default 1,
        constraint replication_plan_twice unique (origin_id, unit_id, due_on)
      );
      create index replication_plan_unit on replication_plan (unit_id);

      create table replication (
        id uuid constraint replication_pk primary key,
        origin_id uuid not null constraint replication_origin_fk references emulation_model,
        copy_id uuid not null constraint replication_copy_fk references emulation_model,
        unit_id uuid not null constraint replication_unit_fk references unit,
        started_on date,
        started_given text constraint replication_started_given check (length(started_given) between 4 and 22),
        plan_id uuid constraint replication_plan_fk references replication_plan,
        kept text constraint replication_kept check (length(kept) between 1 and 5000),
        changed text constraint replication_changed check (length(changed) between 1 and 5000),
        dropped text constraint replication_dropped check (length(dropped) between 1 and 5000),
        origin_results text constraint replication_origin_results check (length(origin_results) between 1 and 5000),
        copy_results text constraint replication_copy_results check (length(copy_results) between 1 and 5000),
        conditions text constraint replication_conditions check (length(conditions) between 1 and 5000),
        lessons text constraint replication_lessons check (length(lessons) between 1 and 5000),
        source text constraint replication_source check (length(source) between 1 and 1000),
        declared boolean not null,
        version integer not null default 1,
        constraint replication_once unique (copy_id),
        constraint replication_itself check (origin_id <> copy_id),
        constraint replication_day_given check (started_given is null or started_on is not null)
      );
      create index replication_origin on replication (origin_id);
      create index replication_unit on replication (unit_id);
      create index replication_plan_id on replication (plan_id) where plan_id is not null;

      insert into replication (id, origin_id, copy_id, unit_id, declared)
        select gen_random_uuid(), copy_of_id, id, unit_id, true from emulation_model where copy_of_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table replication, replication_plan`);
  }
}
