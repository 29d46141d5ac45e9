import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Models as recorded from documents: a first set of columns, extended by migration 8. */
export class Models1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table emulation_model (
        id uuid constraint emulation_model_pk primary key,
        title text not null constraint emulation_model_title check (length(title) between 1 and 1000),
        unit_id uuid not null constraint emulation_model_unit_fk references unit,
        parent_id uuid constraint emulation_model_parent_fk references emulation_model,
        subject_kind text not null constraint emulation_model_subject check (subject_kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')),
        place text constraint emulation_model_place check (length(place) between 1 and 300),
        attested_on date not null,
        source text not null constraint emulation_model_source check (length(source) between 1 and 1000),
        version integer not null default 1,
        recorded_at timestamptz not null,
        folded text generated always as (public.fold(title)) stored,
        constraint emulation_model_own_parent check (parent_id <> id)
      );
      create index emulation_model_unit on emulation_model (unit_id, attested_on);
      create index emulation_model_parent on emulation_model (parent_id) where parent_id is not null;
      create index emulation_model_folded on emulation_model using gin (folded gin_trgm_ops);
      create index emulation_model_title_order on emulation_model (title collate vi_natural, id);
      create index emulation_model_attested_order on emulation_model (attested_on, id);

      -- Units that carry a model together with its first owner.
      create table emulation_model_joint_owner (
        model_id uuid not null constraint emulation_model_joint_owner_model_fk references emulation_model,
        unit_id uuid not null constraint emulation_model_joint_owner_unit_fk references unit,
        constraint emulation_model_joint_owner_pk primary key (model_id, unit_id)
      );
      create index emulation_model_joint_owner_unit on emulation_model_joint_owner (unit_id);
      create table emulation_model_theme (
        model_id uuid not null constraint emulation_model_theme_model_fk references emulation_model,
        theme_id uuid not null constraint emulation_model_theme_theme_fk references theme,
        constraint emulation_model_theme_pk primary key (model_id, theme_id)
      );
      create index emulation_model_theme_theme on emulation_model_theme (theme_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table emulation_model_theme, emulation_model_joint_owner, emulation_model`);
  }
}
