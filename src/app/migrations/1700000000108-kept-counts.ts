import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts that are kept for statistics of today. Triggers note which models a transaction changed, in rows of its own: no writer waits for another. The
 * registry counts these models anew afterwards, and all of them when it starts with this migration.
 */
export class KeptCounts1700000000108 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table counted_event (
        id bigint generated always as identity constraint counted_event_pk primary key,
        model_id uuid not null,
        thing_id uuid not null,
        measure text not null,
        unit_id uuid not null,
        first_day date not null,
        last_day date not null,
        level text,
        sector_id uuid,
        subject_kind text not null,
        kind text not null,
        state text,
        running text,
        alone boolean not null
      );
      create index counted_event_model on counted_event (model_id);
      create index counted_event_unit on counted_event (unit_id, measure);
      create index counted_event_together on counted_event (id) where (not alone);

      create table counted_place (
        unit_id uuid not null,
        place_id uuid not null,
        validity daterange not null,
        sole boolean not null,
        constraint counted_place_pk primary key (unit_id, place_id, validity)
      );
      create index counted_place_crowded on counted_place (unit_id) where (not sole);

      create table event_count (
        id bigint generated always as identity constraint event_count_pk primary key,
        measure text not null,
        whole boolean not null,
        reported_id uuid,
        restated_id uuid,
        first_day date not null,
        last_day date not null,
        level text,
        sector_id uuid,
        subject_kind text not null,
        kind text not null,
        state text,
        running text,
        n integer not null
      );
      create unique index event_count_once on event_count
        (measure, whole, restated_id, reported_id, first_day, last_day, level, sector_id, subject_kind, kind, state, running) nulls not distinct;

      create table counted_day (
        day date not null constraint counted_day_pk primary key
      );

      create table uncounted_model (
        ordinal bigint generated always as identity constraint uncounted_model_pk primary key,
        model_id uuid
      );

      create function public.note_uncounted() returns trigger language plpgsql as $$
      begin
        if tg_table_name = 'emulation_model' then
          insert into uncounted_model (model_id) select id from changed;
        else
          insert into uncounted_model (model_id) select distinct model_id from changed;
        end if;
        return null;
      end $$;

      create function public.note_uncounted_change() returns trigger language plpgsql as $$
      begin
        if tg_table_name = 'emulation_model' then
          insert into uncounted_model (model_id) values (new.id);
        else
          insert into uncounted_model (model_id) select distinct model_id from (values (old.model_id), (new.model_id)) changed (model_id);
        end if;
        return null;
      end $$;

      create function public.note_uncounted_units() returns trigger language plpgsql as $$
      begin
        insert into uncounted_model (model_id) values (null);
        return null;
      end $$;

      ${Object.entries(TABLES)
        .flatMap(([table, columns]) => [
          `create trigger ${table}_uncounted_inserted after insert on ${table} referencing new table as changed for each statement execute function note_uncounted();`,
          `create trigger ${table}_uncounted_deleted after delete on ${table} referencing old table as changed for each statement execute function note_uncounted();`,
          `create trigger ${table}_uncounted_updated after update on ${table} for each row when ((${rowOf('old', columns)}) is distinct from (${rowOf('new', columns)})) execute function note_uncounted_change();`,
        ])
        .join('\n      ')}
      ${UNIT_TABLES.map(
        table =>
          `create trigger ${table}_uncounted after insert or update or delete on ${table} for each statement execute function note_uncounted_units();`,
      ).join('\n      ')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${Object.keys(TABLES)
        .flatMap(table => ['inserted', 'deleted', 'updated'].map(change => `drop trigger ${table}_uncounted_${change} on ${table};`))
        .join('\n      ')}
      ${UNIT_TABLES.map(table => `drop trigger ${table}_uncounted on ${table};`).join('\n      ')}
      drop function public.note_uncounted();
      drop function public.note_uncounted_change();
      drop function public.note_uncounted_units();
      drop table uncounted_model, counted_day, event_count, counted_place, counted_event;
    `);
  }
}

/** What the events of a model are read from, with the columns that they depend on. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  emulation_model: [
    'unit_id',
    'attested_on',
    'attested_given',
    'sector_id',
    'subject_kind',
    'kind',
    'file_state',
    'state_since',
    'trashed_at',
    'merged_into_id',
  ],
  emulation_model_joint_owner: ['model_id', 'unit_id'],
  registration: ['model_id', 'opened_on', 'file_state', 'state_since', 'source'],
  model_step: ['model_id', 'registration_id', 'lifecycle', 'to_state', 'on_day', 'on_given'],
  recognition: ['model_id', 'registration_id', 'recognised_on', 'recognised_given', 'revoked_on', 'level'],
  model_fact: ['model_id', 'kind', 'on_day', 'level'],
};
const UNIT_TABLES = ['unit_span', 'unit_place'] as const;

const rowOf = (row: 'old' | 'new', columns: readonly string[]): string => columns.map(column => `${row}.${column}`).join(', ');
