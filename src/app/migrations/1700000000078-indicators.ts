import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indicators with their definitions over time, reported figures with their sources, identities that should close, and explained residuals. */
export class Indicators1700000000078 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indicator (
        id uuid constraint indicator_pk primary key,
        code text not null constraint indicator_code_taken unique constraint indicator_code check (code ~ '^[A-Z][A-Z0-9_]{1,59}$'),
        version integer not null default 1
      );

      create table indicator_definition (
        id uuid constraint indicator_definition_pk primary key,
        indicator_id uuid not null constraint indicator_definition_indicator_fk references indicator,
        name text not null constraint indicator_definition_name check (length(name) between 1 and 300),
        measure text not null constraint indicator_definition_measure check (length(measure) between 1 and 100),
        definition text constraint indicator_definition_text check (length(definition) between 1 and 2000),
        decimals integer not null constraint indicator_definition_decimals check (decimals between 0 and 6),
        roll_up text not null constraint indicator_definition_roll_up check (roll_up in ('SUM', 'LAST', 'RATIO_OF_SUMS', 'NOT_ADDITIVE')),
        numerator_id uuid constraint indicator_definition_numerator_fk references indicator,
        denominator_id uuid constraint indicator_definition_denominator_fk references indicator,
        validity daterange not null constraint indicator_definition_validity check (not isempty(validity)),
        basis text constraint indicator_definition_basis check (length(basis) between 1 and 1000),
        constraint indicator_definition_ratio check ((roll_up = 'RATIO_OF_SUMS') = (numerator_id is not null)
          and (numerator_id is null) = (denominator_id is null)),
        constraint indicator_definition_taken exclude using gist (indicator_id with =, validity with &&)
      );
      create index indicator_definition_numerator on indicator_definition (numerator_id);
      create index indicator_definition_denominator on indicator_definition (denominator_id);

      create table identity (
        id uuid constraint identity_pk primary key,
        name text not null constraint identity_name check (length(name) between 1 and 300),
        kind text not null constraint identity_kind check (kind in ('PARTS_TOTAL', 'CHILDREN_PARENT', 'CLOSE_OPEN', 'NOT_MORE', 'WHOLE_SHARE')),
        total_id uuid not null constraint identity_total_fk references indicator,
        note text constraint identity_note check (length(note) between 1 and 2000),
        version integer not null default 1,
        folded text generated always as (public.fold(name)) stored,
        constraint identity_name_taken unique (folded)
      );
      create index identity_total on identity (total_id);

      create table identity_part (
        identity_id uuid not null constraint identity_part_identity_fk references identity,
        indicator_id uuid not null constraint identity_part_indicator_fk references indicator,
        constraint identity_part_pk primary key (identity_id, indicator_id)
      );
      create index identity_part_indicator on identity_part (indicator_id);

      create table figure_source (
        id uuid constraint figure_source_pk primary key,
        unit_id uuid not null constraint figure_source_unit_fk references unit,
        title text not null constraint figure_source_title check (length(title) between 1 and 500),
        thousands_marks text not null constraint figure_source_thousands_marks check (thousands_marks ~ '^[., ]{0,3}$'),
        decimal_marks text not null constraint figure_source_decimal_marks check (decimal_marks ~ '^[.,]{0,2}$'),
        folded text generated always as (public.fold(title)) stored,
        constraint figure_source_taken unique (unit_id, folded)
      );

      create table figure (
        id uuid constraint figure_pk primary key,
        indicator_id uuid not null constraint figure_indicator_fk references indicator,
        unit_id uuid not null constraint figure_unit_fk references unit,
        covers text not null constraint figure_covers check (covers in ('WHOLE', 'OWN')),
        starts text,
        ends text not null,
        period daterange not null constraint figure_period check (not isempty(period) and not upper_inf(period)),
        raw text not null constraint figure_raw check (length(raw) between 1 and 100),
        reading numeric not null constraint figure_reading check (reading >= 0),
        qualifier text not null constraint figure_qualifier check (qualifier in ('EXACT', 'AT_LEAST', 'ABOUT')),
        source_id uuid not null constraint figure_source_fk references figure_source,
        page text constraint figure_page check (length(page) between 1 and 100),
        note text constraint figure_note check (length(note) between 1 and 2000),
        state text not null constraint figure_state check (state in ('REPORTED', 'APPROVED', 'RETURNED')),
        return_reason text constraint figure_return_reason check (length(return_reason) between 1 and 1000),
        reported_by uuid,
        recorded_on date not null,
        version integer not null default 1,
        constraint figure_returned check ((state = 'RETURNED') = (return_reason is not null))
      );
      create unique index figure_taken on figure (indicator_id, unit_id, covers, starts, ends) nulls not distinct;
      create index figure_unit on figure (unit_id, indicator_id);
      create index figure_of_source on figure (source_id);

      create table residual_explanation (
        identity_id uuid not null constraint residual_explanation_identity_fk references identity,
        figure_id uuid not null constraint residual_explanation_figure_fk references figure,
        residual numeric not null,
        text text not null constraint residual_explanation_text check (length(text) between 1 and 2000),
        explained_on date not null,
        constraint residual_explanation_pk primary key (identity_id, figure_id)
      );
      create index residual_explanation_figure on residual_explanation (figure_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table residual_explanation, figure, figure_source, identity_part, identity, indicator_definition, indicator`);
  }
}
