import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days off that move from year to year, and days on which work is made up for, as people enter them from an act. */
export class Calendar1700000000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_year (
        id uuid constraint calendar_year_pk primary key,
        year integer not null constraint calendar_year_taken unique constraint calendar_year_year check (year between 1990 and 2200),
        act text not null constraint calendar_year_act check (length(act) between 1 and 1000),
        verified boolean not null,
        version integer not null default 1
      );

      create table calendar_day (
        day date constraint calendar_day_pk primary key,
        year_id uuid not null constraint calendar_day_year_fk references calendar_year,
        kind text not null constraint calendar_day_kind check (kind in ('HOLIDAY', 'DAY_OFF_IN_LIEU', 'MADE_UP')),
        name text not null constraint calendar_day_name check (length(name) between 1 and 300)
      );
      create index calendar_day_year on calendar_day (year_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table calendar_day, calendar_year`);
  }
}
