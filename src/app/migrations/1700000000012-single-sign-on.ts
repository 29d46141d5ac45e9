import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The identity of an account at an OpenID provider. */
export class SingleSignOn1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into secret (name, value) values ('single-sign-on', encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex'));
      create table outside_identity (
        issuer text not null,
        subject text not null constraint outside_identity_subject check (length(subject) between 1 and 255),
        account_id uuid not null constraint outside_identity_account_fk references account,
        linked_at timestamptz not null,
        constraint outside_identity_pk primary key (issuer, subject)
      );
      create index outside_identity_account on outside_identity (account_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table outside_identity;
      delete from secret where name = 'single-sign-on';
    `);
  }
}
