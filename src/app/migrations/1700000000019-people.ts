import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People with their public data, the history of their posts, and their protected data in a table of its own. */
export class People1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid constraint person_pk primary key,
        name text not null constraint person_name check (length(name) between 1 and 200),
        achievement text constraint person_achievement check (length(achievement) between 1 and 2000),
        version integer not null default 1,
        recorded_at timestamptz not null,
        folded text generated always as (public.fold(name)) stored
      );
      create index person_name_order on person (name collate vi_natural, id);

      create table person_post (
        id uuid constraint person_post_pk primary key,
        person_id uuid not null constraint person_post_person_fk references person,
        unit_id uuid not null constraint person_post_unit_fk references unit,
        title text not null constraint person_post_title check (length(title) between 1 and 200),
        validity daterange not null constraint person_post_validity check (not isempty(validity))
      );
      create index person_post_person on person_post (person_id);
      create index person_post_unit on person_post (unit_id);

      -- Erasure deletes the row. No other table, and no entry of the trail, holds any of these values.
      create table personal_data (
        person_id uuid constraint personal_data_pk primary key constraint personal_data_person_fk references person,
        birth_date text constraint personal_data_birth_date check (length(birth_date) between 1 and 30),
        id_number text constraint personal_data_id_number check (length(id_number) between 1 and 30),
        phone text constraint personal_data_phone check (length(phone) between 1 and 30),
        address text constraint personal_data_address check (length(address) between 1 and 300),
        party_member text constraint personal_data_party_member check (length(party_member) between 1 and 100),
        recorded_on date not null
      );
      create index personal_data_recorded on personal_data (recorded_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table personal_data, person_post, person`);
  }
}
