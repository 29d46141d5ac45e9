import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Grants: who may act in which role, where, and from when to when. The former single role of an account or token becomes a grant for the whole registry. */
export class Grants1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table role_grant (
        id uuid constraint role_grant_pk primary key,
        account_id uuid constraint role_grant_account_fk references account,
        api_token_id uuid constraint role_grant_api_token_fk references api_token,
        role text not null constraint role_grant_role check (role in
          ('unitOfficer', 'unitHead', 'boardStaff', 'councilMember', 'leader', 'auditor', 'administrator', 'reportingClient')),
        unit_id uuid constraint role_grant_unit_fk references unit,
        line text constraint role_grant_line check (line in ('TERRITORY', 'STATE', 'PARTY', 'FRONT', 'FORCES', 'OTHER')),
        validity daterange not null constraint role_grant_validity check (not isempty(validity)),
        reason text not null constraint role_grant_reason check (length(reason) between 1 and 1000),
        given_by text not null constraint role_grant_given_by check (length(given_by) between 1 and 300),
        given_at timestamptz not null,
        ended_by text constraint role_grant_ended_by check (length(ended_by) between 1 and 300),
        ended_at timestamptz,
        end_reason text constraint role_grant_end_reason check (length(end_reason) between 1 and 1000),
        version integer not null default 1,
        constraint role_grant_holder check (num_nonnulls(account_id, api_token_id) = 1),
        constraint role_grant_end check (num_nonnulls(ended_by, ended_at, end_reason) in (0, 3))
      );
      create index role_grant_account on role_grant (account_id) where account_id is not null;
      create index role_grant_api_token on role_grant (api_token_id) where api_token_id is not null;
      create index role_grant_unit on role_grant (unit_id) where unit_id is not null;
      create index role_grant_newest on role_grant (given_at, id);

      insert into role_grant (id, account_id, role, validity, reason, given_by, given_at)
        select gen_random_uuid(), id, ${NEW_NAME}, daterange(null, null), 'Vai trò trước khi có phân quyền', 'migration', created_at from account;
      insert into role_grant (id, api_token_id, role, validity, reason, given_by, given_at)
        select gen_random_uuid(), id, ${NEW_NAME}, daterange(null, null), 'Vai trò trước khi có phân quyền', 'migration', created_at from api_token;
      alter table account drop column role;
      alter table api_token drop column role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, holder] of [
      ['account', 'account_id'],
      ['api_token', 'api_token_id'],
    ]) {
      await runner.query(`
        alter table ${table} add column role text not null default 'reader' constraint ${table}_role check (role in ('administrator', 'reader'));
        update ${table} set role = 'administrator' where id in (select ${holder} from role_grant where role = 'administrator' and ended_at is null);
        alter table ${table} alter column role drop default;
      `);
    }
    await runner.query(`drop table role_grant`);
  }
}

const NEW_NAME = `case role when 'reader' then 'reportingClient' else role end`;
