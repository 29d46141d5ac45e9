import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked and seen of models after their recognition: the yearly question whether they still run, inspections, and their launch. */
export class RunningModels1700000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table still_alive_answer (
        id uuid constraint still_alive_answer_pk primary key,
        model_id uuid not null constraint still_alive_answer_model_fk references emulation_model,
        unit_id uuid not null constraint still_alive_answer_unit_fk references unit,
        year integer not null constraint still_alive_answer_year check (year between 1990 and 2200),
        on_day date not null,
        answer text not null constraint still_alive_answer_answer check (answer in ('RUNNING', 'CHANGED', 'STOPPED')),
        words text constraint still_alive_answer_words check (length(words) between 1 and 2000),
        figure_name text constraint still_alive_answer_figure_name check (length(figure_name) between 1 and 300),
        figure numeric(20, 4),
        version integer not null default 1,
        constraint still_alive_answer_once unique (model_id, year),
        constraint still_alive_answer_figure_named check ((figure is null) = (figure_name is null)),
        constraint still_alive_answer_said check (answer = 'RUNNING' or words is not null)
      );
      create index still_alive_answer_unit on still_alive_answer (unit_id);

      create table inspection (
        id uuid constraint inspection_pk primary key,
        model_id uuid not null constraint inspection_model_fk references emulation_model,
        unit_id uuid not null constraint inspection_unit_fk references unit,
        planned_on date,
        held_on date,
        team text constraint inspection_team check (length(team) between 1 and 1000),
        findings text constraint inspection_findings check (length(findings) between 1 and 10000),
        paper text constraint inspection_paper check (length(paper) between 1 and 1000),
        version integer not null default 1,
        constraint inspection_known check (planned_on is not null or held_on is not null),
        constraint inspection_held check ((held_on is null) = (findings is null) and (held_on is null or team is not null))
      );
      create unique index inspection_held_once on inspection (model_id, unit_id, held_on) where held_on is not null;
      create unique index inspection_planned_once on inspection (model_id, unit_id, planned_on) where held_on is null;
      create index inspection_model on inspection (model_id);
      create index inspection_unit on inspection (unit_id);

      alter table model_fact drop constraint model_fact_kind,
        add constraint model_fact_kind check (kind in ('OUTSTANDING', 'REPLICATED', 'LAUNCHED'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from model_fact where kind = 'LAUNCHED';
      alter table model_fact drop constraint model_fact_kind,
        add constraint model_fact_kind check (kind in ('OUTSTANDING', 'REPLICATED'));
      drop table still_alive_answer, inspection;
    `);
  }
}
