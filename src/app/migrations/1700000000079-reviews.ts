import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviews (sơ kết, tổng kết) of a unit’s period: organisers, units in scope, exemplary models, tasks, and the numbers that were frozen. */
export class Reviews1700000000079 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table review (
        id uuid constraint review_pk primary key,
        unit_id uuid not null constraint review_unit_fk references unit,
        name text not null constraint review_name check (length(name) between 1 and 300),
        kind text not null constraint review_kind check (kind in ('INTERIM', 'FINAL')),
        theme text constraint review_theme check (length(theme) between 1 and 500),
        period_text text not null constraint review_period_text check (length(period_text) between 1 and 200),
        starts text not null,
        ends text not null,
        period daterange not null constraint review_period check (not isempty(period) and not upper_inf(period)),
        held_on date,
        due_on date,
        previous_id uuid constraint review_previous_fk references review constraint review_not_its_own_previous check (previous_id <> id),
        note text constraint review_note check (length(note) between 1 and 5000),
        recorded_on date not null,
        version integer not null default 1,
        folded text generated always as (public.fold(name)) stored,
        constraint review_taken unique (unit_id, folded, starts, ends)
      );
      create index review_previous on review (previous_id);

      create table review_organiser (
        review_id uuid not null constraint review_organiser_review_fk references review,
        unit_id uuid not null constraint review_organiser_unit_fk references unit,
        ordinal integer not null,
        constraint review_organiser_pk primary key (review_id, unit_id)
      );
      create index review_organiser_unit on review_organiser (unit_id);

      create table review_unit (
        review_id uuid not null constraint review_unit_review_fk references review,
        unit_id uuid not null constraint review_unit_unit_fk references unit,
        extended_to date,
        extension_reason text constraint review_unit_extension_reason check (length(extension_reason) between 1 and 1000),
        submitted_on date,
        constraint review_unit_pk primary key (review_id, unit_id),
        constraint review_unit_extension check ((extended_to is null) = (extension_reason is null))
      );
      create index review_unit_unit on review_unit (unit_id);

      create table review_model (
        review_id uuid not null constraint review_model_review_fk references review,
        model_id uuid not null constraint review_model_model_fk references emulation_model,
        constraint review_model_pk primary key (review_id, model_id)
      );
      create index review_model_model on review_model (model_id);

      create table review_task (
        id uuid constraint review_task_pk primary key,
        review_id uuid not null constraint review_task_review_fk references review,
        unit_id uuid not null constraint review_task_unit_fk references unit,
        text text not null constraint review_task_text check (length(text) between 1 and 2000),
        owner_id uuid constraint review_task_owner_fk references unit,
        due_on date,
        state text not null constraint review_task_state check (state in ('OPEN', 'DONE', 'DROPPED')),
        outcome text constraint review_task_outcome check (length(outcome) between 1 and 2000),
        version integer not null default 1
      );
      create index review_task_review on review_task (review_id);
      create index review_task_unit on review_task (unit_id);
      create index review_task_owner on review_task (owner_id);

      create table review_freeze (
        id uuid constraint review_freeze_pk primary key,
        review_id uuid not null constraint review_freeze_review_fk references review,
        unit_id uuid not null constraint review_freeze_unit_fk references unit,
        frozen_at timestamptz not null,
        basis text not null constraint review_freeze_basis check (basis in ('AS_REPORTED', 'RESTATED')),
        as_of date not null,
        asked jsonb not null,
        answer jsonb not null,
        version integer not null default 1
      );
      create index review_freeze_review on review_freeze (review_id, frozen_at);
      create index review_freeze_unit on review_freeze (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table review_freeze, review_task, review_model, review_unit, review_organiser, review`);
  }
}
