import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions by a name, own or shared with a unit (bộ lọc đã lưu). */
export class SavedViews1700000000111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table saved_view (
        id uuid constraint saved_view_pk primary key,
        owner_id uuid not null constraint saved_view_owner_fk references account (id),
        unit_id uuid constraint saved_view_unit_fk references unit (id),
        name text not null constraint saved_view_name check (length(name) between 1 and 200),
        lists text not null constraint saved_view_lists check (lists ~ '^[A-Z_]{1,40}$'),
        arguments jsonb not null constraint saved_view_arguments check (jsonb_typeof(arguments) = 'object'),
        changed_at timestamptz not null,
        version integer not null default 1,
        constraint saved_view_name_taken unique (owner_id, name)
      );
      create index saved_view_unit on saved_view (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table saved_view`);
  }
}
