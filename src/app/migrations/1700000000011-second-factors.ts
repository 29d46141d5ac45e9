import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors of sign-in; and for tokens of programs, who created them and when they were last used. */
export class SecondFactors1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into secret (name, value) values ('second-factor', encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex'));

      create table second_factor (
        account_id uuid constraint second_factor_pk primary key constraint second_factor_account_fk references account,
        sealed_secret bytea not null,
        enrolled_at timestamptz not null,
        confirmed_at timestamptz,
        last_step bigint not null
      );

      create table recovery_code (
        account_id uuid not null constraint recovery_code_account_fk references account,
        code_hash bytea not null,
        used_at timestamptz,
        constraint recovery_code_pk primary key (account_id, code_hash)
      );

      alter table api_token
        add created_by_id uuid constraint api_token_created_by_fk references account,
        add last_used_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table api_token drop column created_by_id, drop column last_used_at;
      drop table recovery_code, second_factor;
      delete from secret where name = 'second-factor';
    `);
  }
}
