import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `'DRAFT', 'SUBMITTED', 'RETURNED', 'RECEIVED', 'UNDER_APPRAISAL', 'RECOGNISED', 'NOT_RECOGNISED', 'WITHDRAWN', 'REVOKED'`;

/** Whose turn it is. A file that is known from a paper waits for nobody: its steps were taken long ago, on paper. */
const WAITS_AT = (paper: string): string => `
  alter table emulation_model add column waits_at uuid generated always as (case
    ${paper}
    when file_state in ('DRAFT', 'RETURNED') then unit_id
    when file_state in ('SUBMITTED', 'RECEIVED', 'UNDER_APPRAISAL') then coalesce(holder_id, unit_id) end) stored;
  create index emulation_model_waiting_at on emulation_model (waits_at, file_state, state_since, id)
    where waits_at is not null and merged_into_id is null and trashed_at is null;
  create index emulation_model_waiting on emulation_model (file_state, state_since, id) include (waits_at)
    where waits_at is not null and merged_into_id is null and trashed_at is null;`;

/**
 * A model has many registrations: the round, the form, the holder, the steps of the file and the recognition belong to one of them. The model keeps
 * a copy of the state of its latest registration, because lists are read by unit and state together.
 * What was submitted, and what a decision approved, is kept as it was.
 */
export class Registrations1700000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table content_snapshot (
        id uuid constraint content_snapshot_pk primary key,
        model_id uuid not null constraint content_snapshot_model_fk references emulation_model,
        digest text not null constraint content_snapshot_digest check (digest ~ '^[0-9a-f]{64}$'),
        content jsonb not null,
        taken_at timestamptz not null,
        constraint content_snapshot_taken unique (model_id, digest)
      );

      create table registration (
        id uuid constraint registration_pk primary key,
        model_id uuid not null constraint registration_model_fk references emulation_model,
        round_id uuid constraint registration_round_fk references registration_round,
        opened_on date not null,
        -- Null: the paper does not say.
        file_state text constraint registration_file_state check (file_state in (${STATES})),
        state_since date not null,
        holder_id uuid constraint registration_holder_fk references unit,
        -- The paper that it is known from; null: it was made in the registry.
        source text constraint registration_source check (length(source) between 1 and 1000),
        latest boolean not null,
        constraint registration_days check (state_since >= opened_on),
        constraint registration_state_known check (file_state is not null or source is not null)
      );
      create unique index registration_latest on registration (model_id) where latest;
      create index registration_in_order on registration (model_id, opened_on desc, id desc);
      create index registration_of_round on registration (round_id) where round_id is not null;
      create index registration_holder on registration (holder_id) where holder_id is not null;
      create index registration_earlier_holder on registration (holder_id, model_id) where not latest and holder_id is not null;

      insert into registration (id, model_id, round_id, opened_on, file_state, state_since, holder_id, source, latest)
        select gen_random_uuid(), m.id, m.round_id, coalesce(s.on_day, m.attested_on), m.file_state, m.state_since, m.holder_id,
               case when s.action = 'draft' then null else m.source end, true
          from emulation_model m
          left join lateral (select action, on_day from model_step s where s.model_id = m.id and s.lifecycle = 'FILE' order by on_day, id limit 1) s on true;

      alter table model_step add column registration_id uuid constraint model_step_registration_fk references registration,
        -- The day as its paper gives it, where that is less than a day: "2022".
        add column on_given text constraint model_step_given check (length(on_given) between 4 and 22),
        -- The content that was submitted or approved.
        add column content_id uuid constraint model_step_content_fk references content_snapshot;
      update model_step s set registration_id = r.id from registration r where r.model_id = s.model_id and s.lifecycle = 'FILE';
      alter table model_step add constraint model_step_belongs check ((lifecycle = 'FILE') = (registration_id is not null));
      create index model_step_of_registration on model_step (registration_id, on_day desc, id desc) where registration_id is not null;

      alter table recognition add column registration_id uuid constraint recognition_registration_fk references registration,
        add column recognised_given text constraint recognition_given check (length(recognised_given) between 4 and 22),
        add column source text constraint recognition_source check (length(source) between 1 and 1000),
        -- Why the level, the issuer or the day differs from the rule of recognition.
        add column deviation_reason text constraint recognition_deviation check (length(deviation_reason) between 1 and 2000),
        add column approved_id uuid constraint recognition_approved_fk references content_snapshot,
        alter column decision_id drop not null,
        drop constraint recognition_once;
      update recognition c set registration_id = r.id from registration r where r.model_id = c.model_id;
      alter table recognition alter column registration_id set not null,
        add constraint recognition_once unique (registration_id),
        add constraint recognition_known_from check (decision_id is not null or source is not null);
      create index recognition_model on recognition (model_id, recognised_on);

      alter table model_form add column registration_id uuid constraint model_form_registration_fk references registration;
      update model_form f set registration_id = r.id from registration r where r.model_id = f.model_id;
      alter table model_form drop constraint model_form_pk, drop column model_id, add constraint model_form_pk primary key (registration_id);

      drop index emulation_model_waiting, emulation_model_waiting_at;
      alter table emulation_model drop column waits_at, alter column file_state drop not null,
        add column on_paper boolean not null default false,
        add column attested_given text constraint emulation_model_attested_given check (length(attested_given) between 4 and 22),
        -- The day from which the present title counts; null: it was always so.
        add column titled_from date;
      update emulation_model m set on_paper = true from registration r where r.model_id = m.id and r.source is not null;
      alter table emulation_model alter column on_paper drop default;
      ${WAITS_AT('when on_paper then null')}

      create table former_title (
        id uuid constraint former_title_pk primary key,
        model_id uuid not null constraint former_title_model_fk references emulation_model,
        title text not null constraint former_title_title check (length(title) between 1 and 1000),
        last_day date not null,
        reason text constraint former_title_reason check (length(reason) between 1 and 1000),
        constraint former_title_once unique (model_id, last_day)
      );
    `);
  }

  /** Several registrations of a model cannot be told apart in the tables of before: their rows stay with the model, the state is that of the latest. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table former_title;
      drop index emulation_model_waiting, emulation_model_waiting_at;
      alter table emulation_model drop column waits_at, drop column titled_from, drop column attested_given, drop column on_paper;
      update emulation_model set file_state = 'RECEIVED' where file_state is null;
      alter table emulation_model alter column file_state set not null;
      ${WAITS_AT('')}

      alter table model_form add column model_id uuid constraint model_form_model_fk references emulation_model;
      delete from model_form f using registration r where r.id = f.registration_id and not r.latest;
      update model_form f set model_id = r.model_id from registration r where r.id = f.registration_id;
      alter table model_form drop constraint model_form_pk, drop column registration_id, add constraint model_form_pk primary key (model_id);

      drop index recognition_model;
      delete from recognition where decision_id is null;
      delete from recognition c using recognition d where d.model_id = c.model_id and d.decision_id = c.decision_id and d.id > c.id;
      alter table recognition drop constraint recognition_known_from, drop constraint recognition_once,
        drop column approved_id, drop column deviation_reason, drop column source, drop column recognised_given, drop column registration_id,
        alter column decision_id set not null, add constraint recognition_once unique (model_id, decision_id);

      drop index model_step_of_registration;
      alter table model_step drop constraint model_step_belongs, drop column content_id, drop column on_given, drop column registration_id;
      drop table registration, content_snapshot;
    `);
  }
}
