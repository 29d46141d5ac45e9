import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The lifecycle of models: a readable code, the ten items of the registration forms, the state of the file and of the running with every step,
 * recognition by decision, dated facts, trash and merged duplicates.
 */
export class ModelLife1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Numbers are given once and never again, also after a model is gone.
      create table model_code_counter (
        prefix text not null,
        year integer not null,
        last integer not null constraint model_code_counter_positive check (last > 0),
        constraint model_code_counter_pk primary key (prefix, year)
      );

      alter table emulation_model
        add column code text,
        add column kind text not null default 'MODEL' constraint emulation_model_kind check (kind in ('MODEL', 'EXEMPLAR')),
        add column sector_id uuid constraint emulation_model_sector_fk references sector,
        add column round_id uuid constraint emulation_model_round_fk references registration_round,
        add column starts text,
        add column ends_on date,
        add column file_state text not null default 'RECEIVED' constraint emulation_model_file_state
          check (file_state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'RECEIVED', 'UNDER_APPRAISAL', 'RECOGNISED', 'NOT_RECOGNISED', 'WITHDRAWN', 'REVOKED')),
        add column running_state text constraint emulation_model_running_state
          check (running_state in ('PLANNED', 'ACTIVE', 'NEEDS_STRENGTHENING', 'STOPPED')),
        add column holder_id uuid constraint emulation_model_holder_fk references unit,
        add column trashed_at timestamptz,
        add column merged_into_id uuid constraint emulation_model_merged_fk references emulation_model,
        add constraint emulation_model_merged_itself check (merged_into_id <> id);

      -- What was recorded before models had codes is given one, by unit and year, in the order of recording.
      create temporary table numbered on commit drop as
        select m.id, coalesce(s.code, 'DV') as prefix, extract(year from m.attested_on)::int as year,
               row_number() over (partition by coalesce(s.code, 'DV'), extract(year from m.attested_on) order by m.recorded_at, m.id) as number
          from emulation_model m
          left join unit_span s on s.unit_id = m.unit_id and s.validity @> m.attested_on;
      update emulation_model m set code = concat_ws('-', n.prefix, n.year, lpad(n.number::text, greatest(3, length(n.number::text)), '0'))
        from numbered n where n.id = m.id;
      insert into model_code_counter (prefix, year, last) select prefix, year, max(number) from numbered group by prefix, year;
      drop table numbered;
      alter table emulation_model alter column code set not null,
        add constraint emulation_model_code_taken unique (code),
        alter column file_state drop default;

      create index emulation_model_state on emulation_model (file_state, attested_on desc, id);
      create index emulation_model_holder on emulation_model (holder_id) where holder_id is not null;
      create index emulation_model_round on emulation_model (round_id) where round_id is not null;
      create index emulation_model_code_order on emulation_model (code collate vi_natural, id);

      -- The items of the registration forms beside name, area and time; each may be missing.
      create table model_form (
        model_id uuid constraint model_form_pk primary key constraint model_form_model_fk references emulation_model,
        situation text,
        aims text,
        approach text,
        audience text,
        forces text,
        resources text,
        schedule text,
        outputs text,
        sustainability text
      );

      -- Every step of a model's two lives. The state on a day is that of the last step by then; ids sort by the time of making.
      create table model_step (
        id uuid constraint model_step_pk primary key,
        model_id uuid not null constraint model_step_model_fk references emulation_model,
        lifecycle text not null constraint model_step_lifecycle check (lifecycle in ('FILE', 'RUNNING')),
        action text not null,
        from_state text,
        to_state text not null,
        on_day date not null,
        at timestamptz not null,
        actor_name text not null,
        reason text constraint model_step_reason check (length(reason) between 1 and 2000),
        unit_id uuid constraint model_step_unit_fk references unit,
        decision_id uuid constraint model_step_decision_fk references decision
      );
      create index model_step_state on model_step (model_id, lifecycle, on_day desc, id desc);
      create index model_step_decision on model_step (decision_id) where decision_id is not null;
      insert into model_step (id, model_id, lifecycle, action, to_state, on_day, at, actor_name)
        select gen_random_uuid(), id, 'FILE', 'recordPast', file_state, attested_on, recorded_at, 'migration' from emulation_model;

      create table recognition (
        id uuid constraint recognition_pk primary key,
        model_id uuid not null constraint recognition_model_fk references emulation_model,
        decision_id uuid not null constraint recognition_decision_fk references decision,
        level text not null constraint recognition_level check (level in ('GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL')),
        recognised_on date not null,
        revoked_on date,
        revoked_by_id uuid constraint recognition_revoked_by_fk references decision,
        constraint recognition_once unique (model_id, decision_id),
        constraint recognition_revoked check (revoked_on >= recognised_on)
      );
      create index recognition_decision on recognition (decision_id);

      -- Outstanding, replicated, commended: facts with their day, not states.
      create table model_fact (
        id uuid constraint model_fact_pk primary key,
        model_id uuid not null constraint model_fact_model_fk references emulation_model,
        kind text not null constraint model_fact_kind check (kind in ('OUTSTANDING', 'REPLICATED', 'COMMENDED')),
        on_day date not null,
        level text constraint model_fact_level check (level in ('GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL')),
        decision_id uuid constraint model_fact_decision_fk references decision,
        source text not null constraint model_fact_source check (length(source) between 1 and 1000)
      );
      create unique index model_fact_once on model_fact (model_id, kind, on_day, level, decision_id) nulls not distinct;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table model_fact, recognition, model_step, model_form;
      drop index emulation_model_state, emulation_model_holder, emulation_model_round, emulation_model_code_order;
      alter table emulation_model
        drop constraint emulation_model_merged_itself,
        drop column merged_into_id, drop column trashed_at, drop column holder_id, drop column running_state, drop column file_state,
        drop column ends_on, drop column starts, drop column round_id, drop column sector_id, drop column kind, drop column code;
      drop table model_code_counter;
    `);
  }
}
