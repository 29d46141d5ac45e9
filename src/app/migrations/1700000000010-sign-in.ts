import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts of people, their sessions, one-time secrets for a new password, and the counters that slow down guessing. */
export class SignIn1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account
        add display_name text,
        add email text constraint account_email check (length(email) between 3 and 254),
        add blocked_at timestamptz,
        alter password_hash drop not null;
      update account set display_name = name;
      alter table account
        alter display_name set not null,
        add constraint account_display_name check (length(display_name) between 1 and 100);

      create table session (
        id uuid constraint session_pk primary key,
        account_id uuid not null constraint session_account_fk references account,
        secret_hash bytea not null constraint session_secret_unique unique,
        address text not null,
        user_agent text,
        started_at timestamptz not null,
        seen_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz
      );
      create index session_account on session (account_id, address);

      create table password_reset (
        id uuid constraint password_reset_pk primary key,
        account_id uuid not null constraint password_reset_account_fk references account,
        secret_hash bytea not null constraint password_reset_secret_unique unique,
        issued_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index password_reset_account on password_reset (account_id);

      -- The key is a hash: people type passwords where their name belongs.
      create table sign_in_throttle (
        key bytea constraint sign_in_throttle_pk primary key,
        failures integer not null,
        failed_at timestamptz not null,
        open_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table sign_in_throttle, password_reset, session;
      update account set password_hash = '!' where password_hash is null;
      alter table account drop column display_name, drop column email, drop column blocked_at, alter password_hash set not null;
    `);
  }
}
