import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Decisions; movements with their registration rounds, extensions and targets; receiving and recognising authorities, as dated data.
 * No rule of receiving is inserted here: each place decides which office receives.
 */
export class Movements1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table decision (
        id uuid constraint decision_pk primary key,
        number text not null
          constraint decision_number check (length(number) between 1 and 100)
          -- Letters that only look like Đ.
          constraint decision_number_letters check (number !~ '[ÐðƉ]'),
        kind text not null constraint decision_kind check (kind in ('DECISION', 'RESOLUTION', 'PLAN', 'GUIDANCE', 'SCHEME', 'NOTICE', 'OTHER')),
        issued_on date not null,
        issuer_id uuid not null constraint decision_issuer_fk references unit,
        signer text constraint decision_signer check (length(signer) between 1 and 300),
        abstract text constraint decision_abstract check (length(abstract) between 1 and 2000),
        version integer not null default 1,
        recorded_at timestamptz not null,
        year integer generated always as (extract(year from issued_on)::integer) stored,
        compared text generated always as (replace(public.fold(number), ' ', '')) stored,
        folded text generated always as (public.fold(number || ' ' || coalesce(abstract, ''))) stored,
        constraint decision_number_taken unique (issuer_id, kind, year, compared)
      );
      create index decision_issued_order on decision (issued_on, id);

      create table movement (
        id uuid constraint movement_pk primary key,
        name text not null constraint movement_name check (length(name) between 1 and 300),
        launcher_id uuid not null constraint movement_launcher_fk references unit,
        act_number text constraint movement_act_number check (length(act_number) between 1 and 100),
        act_date date,
        act_issuer text constraint movement_act_issuer check (length(act_issuer) between 1 and 300),
        starts text,
        ends text,
        period daterange not null constraint movement_period check (not isempty(period)),
        note text constraint movement_note check (length(note) between 1 and 2000),
        version integer not null default 1,
        recorded_on date not null,
        folded text generated always as (public.fold(name)) stored
      );
      create index movement_launcher on movement (launcher_id);

      create table registration_round (
        id uuid constraint registration_round_pk primary key,
        movement_id uuid not null constraint registration_round_movement_fk references movement,
        name text not null constraint registration_round_name check (length(name) between 1 and 300),
        unit_id uuid not null constraint registration_round_unit_fk references unit,
        opens_on date not null,
        closes_on date not null,
        version integer not null default 1,
        recorded_on date not null,
        folded text generated always as (public.fold(name)) stored,
        constraint registration_round_days check (opens_on <= closes_on),
        constraint registration_round_taken unique (movement_id, unit_id, folded)
      );
      create index registration_round_unit on registration_round (unit_id);

      create table registration_extension (
        id uuid constraint registration_extension_pk primary key,
        round_id uuid not null constraint registration_extension_round_fk references registration_round,
        unit_id uuid not null constraint registration_extension_unit_fk references unit,
        closes_on date not null,
        reason text not null constraint registration_extension_reason check (length(reason) between 1 and 1000),
        version integer not null default 1,
        constraint registration_extension_taken unique (round_id, unit_id)
      );
      create index registration_extension_unit on registration_extension (unit_id);

      create table assigned_target (
        id uuid constraint assigned_target_pk primary key,
        round_id uuid not null constraint assigned_target_round_fk references registration_round,
        unit_id uuid not null constraint assigned_target_unit_fk references unit,
        count integer not null constraint assigned_target_count check (count between 1 and 100000),
        basis text not null constraint assigned_target_basis check (length(basis) between 1 and 1000),
        version integer not null default 1,
        constraint assigned_target_taken unique (round_id, unit_id)
      );
      create index assigned_target_unit on assigned_target (unit_id);

      create table receiving_authority (
        id uuid constraint receiving_authority_pk primary key,
        unit_id uuid not null constraint receiving_authority_unit_fk references unit,
        line text not null constraint receiving_authority_line check (line in ('TERRITORY', 'STATE', 'PARTY', 'FRONT', 'FORCES', 'OTHER')),
        receiver_id uuid not null constraint receiving_authority_receiver_fk references unit,
        recogniser_id uuid constraint receiving_authority_recogniser_fk references unit,
        level text not null constraint receiving_authority_level check (level in ('GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL')),
        validity daterange not null constraint receiving_authority_validity check (not isempty(validity)),
        basis text not null constraint receiving_authority_basis check (length(basis) between 1 and 1000),
        version integer not null default 1,
        constraint receiving_authority_taken exclude using gist (unit_id with =, line with =, validity with &&)
      );
      create index receiving_authority_receiver on receiving_authority (receiver_id);
      create index receiving_authority_recogniser on receiving_authority (recogniser_id) where recogniser_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table receiving_authority, assigned_target, registration_extension, registration_round, movement, decision`);
  }
}
