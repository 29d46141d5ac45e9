import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What figures should reach, and what those who check a figure say about it. */
export class FigureTargets1700000000097 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table figure_target (
        id uuid constraint figure_target_pk primary key,
        indicator_id uuid not null constraint figure_target_indicator_fk references indicator,
        unit_id uuid not null constraint figure_target_unit_fk references unit,
        covers text not null constraint figure_target_covers check (covers in ('WHOLE', 'OWN')),
        starts text,
        ends text not null,
        period daterange not null constraint figure_target_period check (not isempty(period) and not upper_inf(period)),
        value numeric not null constraint figure_target_value check (value >= 0),
        direction text not null constraint figure_target_direction check (direction in ('AT_LEAST', 'AT_MOST')),
        basis text not null constraint figure_target_basis check (length(basis) between 1 and 1000),
        version integer not null default 1
      );
      create unique index figure_target_taken on figure_target (indicator_id, unit_id, covers, starts, ends) nulls not distinct;
      create index figure_target_unit on figure_target (unit_id, indicator_id);

      create table figure_remark (
        id uuid constraint figure_remark_pk primary key,
        figure_id uuid not null constraint figure_remark_figure_fk references figure,
        unit_id uuid not null constraint figure_remark_unit_fk references unit,
        text text not null constraint figure_remark_text check (length(text) between 1 and 2000),
        follow_up boolean not null,
        author text not null constraint figure_remark_author check (length(author) between 1 and 300),
        said_on date not null,
        settled_on date,
        outcome text constraint figure_remark_outcome check (length(outcome) between 1 and 2000),
        version integer not null default 1,
        constraint figure_remark_settled check ((settled_on is null) = (outcome is null) and (follow_up or settled_on is null))
      );
      create index figure_remark_figure on figure_remark (figure_id);
      create index figure_remark_unit on figure_remark (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table figure_remark, figure_target`);
  }
}
