import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A decision is drafted, approved, issued, amended and revoked. Every decision so far was entered from its paper, so it is issued.
 * Numbers are compared without leading zeros: 07/QĐ-UBND and 7/QĐ-UBND are one. What was entered before under both stays until it is corrected (`twin`).
 */
export class LifeOfDecisions1700000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function public.compared_number(number text) returns text language sql immutable strict parallel safe
        return regexp_replace(replace(public.fold(number), ' ', ''), '^0+(?=[0-9])', '');
      alter table decision
        add column state text not null default 'ISSUED' constraint decision_state check (state in ('DRAFT', 'ISSUED', 'AMENDED', 'REVOKED')),
        add column signer_post text constraint decision_signer_post check (length(signer_post) between 1 and 300),
        add column approved_hash text constraint decision_approved_hash check (approved_hash ~ '^[0-9a-f]{64}$'),
        add column approved_content jsonb,
        add column approved_by text constraint decision_approved_by check (length(approved_by) between 1 and 300),
        add column approved_at timestamptz,
        add column amended_by_id uuid constraint decision_amended_by_fk references decision,
        add column revoked_on date,
        add column revoked_reason text constraint decision_revoked_reason check (length(revoked_reason) between 1 and 1000),
        add column revoked_by_id uuid constraint decision_revoked_by_fk references decision,
        add constraint decision_approved check ((approved_hash is null) = (approved_content is null) and (approved_hash is null) = (approved_by is null)
          and (approved_hash is null) = (approved_at is null)),
        add constraint decision_revoked check ((state = 'REVOKED') = (revoked_on is not null) and (revoked_on is null) = (revoked_reason is null)
          and (revoked_on is not null or revoked_by_id is null)),
        add constraint decision_amended check (amended_by_id is null or state in ('AMENDED', 'REVOKED')),
        drop constraint decision_incomplete_has_source,
        add constraint decision_incomplete_has_source check (state = 'DRAFT' or (number is not null and issued_on is not null) or source is not null),
        drop constraint decision_number_taken;
      create index decision_amended_by on decision (amended_by_id) where amended_by_id is not null;
      create index decision_revoked_by on decision (revoked_by_id) where revoked_by_id is not null;
      drop index decision_compared;
      alter table decision drop column compared;
      alter table decision add column compared text generated always as (public.compared_number(number)) stored;
      update decision d set twin = n.place from (
        select id, (row_number() over (partition by issuer_id, kind, year, compared order by twin, id) - 1)::int as place from decision
         where year is not null and compared is not null) n
       where n.id = d.id and n.place <> d.twin and n.place > 0;
      alter table decision add constraint decision_number_taken unique (issuer_id, kind, year, compared, twin);
      create index decision_compared on decision (compared);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table decision drop constraint decision_number_taken;
      drop index decision_compared;
      alter table decision drop column compared;
      alter table decision add column compared text generated always as (replace(public.fold(number), ' ', '')) stored;
      alter table decision add constraint decision_number_taken unique (issuer_id, kind, year, compared, twin);
      create index decision_compared on decision (compared);
      update decision set source = 'dự thảo' where state = 'DRAFT' and source is null;
      alter table decision
        drop constraint decision_incomplete_has_source,
        drop constraint decision_amended,
        drop constraint decision_revoked,
        drop constraint decision_approved,
        drop column revoked_by_id, drop column revoked_reason, drop column revoked_on, drop column amended_by_id, drop column approved_at,
        drop column approved_by, drop column approved_content, drop column approved_hash, drop column signer_post, drop column state,
        add constraint decision_incomplete_has_source check ((number is not null and issued_on is not null) or source is not null);
      drop function public.compared_number(text);
    `);
  }
}
