import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Grants can be delegated for a time, and the trail names the person on whose behalf something was done. */
export class Delegation1700000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table role_grant
        add column delegated_from uuid constraint role_grant_delegated_from_fk references role_grant,
        add column paper_number text constraint role_grant_paper_number check (length(paper_number) between 1 and 100),
        add constraint role_grant_delegation check
          (case when delegated_from is null then paper_number is null else account_id is not null and not upper_inf(validity) end);
      create index role_grant_delegated_from on role_grant (delegated_from) where delegated_from is not null;

      -- What is handed on is never more than what there is, and only once. Grants are ended and not changed, so that it is enough to look once.
      create function public.check_delegated_grant() returns trigger language plpgsql as $$
      begin
        if not exists (select from role_grant o
                        where o.id = new.delegated_from and o.delegated_from is null and o.ended_at is null
                          and o.account_id is not null and o.account_id <> new.account_id
                          and (o.role, o.unit_id, o.line) is not distinct from (new.role, new.unit_id, new.line) and new.validity <@ o.validity) then
          raise exception 'A grant was handed on beyond itself.' using errcode = 'check_violation', constraint = 'role_grant_within_original';
        end if;
        return new;
      end $$;
      create trigger role_grant_within_original before insert on role_grant for each row
        when (new.delegated_from is not null) execute function check_delegated_grant();

      -- Entries before have nobody they were done for and are sealed as they are.
      alter table audit_entry
        add column on_behalf_of_id uuid,
        add column on_behalf_of_name text,
        add constraint audit_entry_principal check (num_nonnulls(on_behalf_of_id, on_behalf_of_name) in (0, 2));
      create index audit_entry_on_behalf_of on audit_entry (on_behalf_of_id, at, id) where on_behalf_of_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index audit_entry_on_behalf_of;
      alter table audit_entry drop column on_behalf_of_name, drop column on_behalf_of_id;

      -- Without what says that they were handed on for a time, they would be grants of their own.
      delete from role_grant where delegated_from is not null;
      drop trigger role_grant_within_original on role_grant;
      drop function public.check_delegated_grant();
      alter table role_grant drop column paper_number, drop column delegated_from;
    `);
  }
}
