import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first administrator, and the tokens of programs. Only hashes of secrets are stored. */
export class Accounts1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid constraint account_pk primary key,
        name text not null constraint account_name_unique unique constraint account_name check (length(name) between 1 and 100),
        role text not null constraint account_role check (role in ('administrator', 'reader')),
        password_hash text not null,
        created_at timestamptz not null
      );
      create table api_token (
        id uuid constraint api_token_pk primary key,
        name text not null constraint api_token_name check (length(name) between 1 and 100),
        role text not null constraint api_token_role check (role in ('administrator', 'reader')),
        secret_hash bytea not null constraint api_token_secret_unique unique,
        created_at timestamptz not null,
        expires_at timestamptz,
        revoked_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table api_token, account`);
  }
}
