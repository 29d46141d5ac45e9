import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Criteria sets, their versions and the trees of criteria. What was published is law: the database refuses to change it, whoever writes. Only that it
 * was superseded is added later.
 */
export class Criteria1700000000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table criteria_set (
        id uuid constraint criteria_set_pk primary key,
        -- Null: the issuer is no unit of this registry; the act names it.
        issuer_id uuid constraint criteria_set_issuer_fk references unit,
        name text not null constraint criteria_set_name check (length(name) between 1 and 300),
        graded text not null constraint criteria_set_graded check (graded in ('MODEL_REGISTRATION', 'UNIT_YEAR', 'OTHER')),
        illustrative boolean not null,
        note text constraint criteria_set_note check (length(note) between 1 and 2000),
        recorded_on date not null,
        version integer not null default 1
      );
      create index criteria_set_issuer on criteria_set (issuer_id) where issuer_id is not null;

      create table criteria_set_version (
        id uuid constraint criteria_set_version_pk primary key,
        set_id uuid not null constraint criteria_set_version_set_fk references criteria_set,
        number integer not null constraint criteria_set_version_number check (number > 0),
        state text not null constraint criteria_set_version_state check (state in ('DRAFT', 'PUBLISHED', 'SUPERSEDED')),
        act_number text constraint criteria_set_version_act_number check (length(act_number) between 1 and 100),
        act_date date,
        act_issuer text constraint criteria_set_version_act_issuer check (length(act_issuer) between 1 and 300),
        valid_from text,
        valid_to text,
        scored_from text,
        -- The longest period that the days can mean; used for comparisons only.
        validity daterange not null constraint criteria_set_version_validity check (not isempty(validity)),
        subject_kinds text[] not null constraint criteria_set_version_subjects check (subject_kinds <@ array['COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD']),
        sector_id uuid constraint criteria_set_version_sector_fk references sector,
        level text constraint criteria_set_version_level check (level in ('GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL')),
        applies_to text constraint criteria_set_version_applies check (length(applies_to) between 1 and 1000),
        -- For whom it is, as one key: two published versions of a set are never for the same.
        applicability text not null,
        incompleteness text constraint criteria_set_version_incompleteness check (length(incompleteness) between 1 and 2000),
        source text constraint criteria_set_version_source check (length(source) between 1 and 1000),
        scoring text not null constraint criteria_set_version_scoring check (scoring in ('POINTS', 'CHECKLIST', 'GUIDANCE')),
        maximum numeric(9, 4) constraint criteria_set_version_maximum check (maximum >= 0),
        places integer not null constraint criteria_set_version_places check (places between 0 and 4),
        rounding integer not null constraint criteria_set_version_rounding check (rounding between 0 and 4),
        rules jsonb not null,
        published_on date,
        publish_reason text constraint criteria_set_version_reason check (length(publish_reason) between 1 and 2000),
        superseded_by_id uuid constraint criteria_set_version_superseded_fk references criteria_set_version,
        version integer not null default 1,
        constraint criteria_set_version_numbered unique (set_id, number),
        constraint criteria_set_version_published check ((state = 'DRAFT') = (published_on is null)),
        constraint criteria_set_version_superseded check ((state = 'SUPERSEDED') = (superseded_by_id is not null))
      );
      create unique index criteria_set_version_in_force on criteria_set_version (set_id, applicability) where state = 'PUBLISHED';
      create index criteria_set_version_sector on criteria_set_version (sector_id) where sector_id is not null;
      create index criteria_set_version_superseded_by on criteria_set_version (superseded_by_id) where superseded_by_id is not null;

      create table criterion (
        id uuid constraint criterion_pk primary key,
        version_id uuid not null constraint criterion_version_fk references criteria_set_version,
        parent_id uuid constraint criterion_parent_fk references criterion,
        place integer not null constraint criterion_place check (place > 0),
        depth integer not null constraint criterion_depth check (depth between 1 and 6),
        kind text not null constraint criterion_kind check (kind in ('GROUP', 'CRITERION', 'ITEM')),
        code text not null constraint criterion_code check (length(code) between 1 and 40),
        text text not null constraint criterion_text check (length(text) between 1 and 2000),
        maximum numeric(9, 4) constraint criterion_maximum check (maximum > 0),
        note text constraint criterion_note check (length(note) between 1 and 2000),
        levels jsonb not null,
        constraint criterion_coded unique (version_id, code),
        constraint criterion_placed unique (version_id, place)
      );
      create index criterion_parent on criterion (parent_id) where parent_id is not null;

      create function refuse_published_criteria() returns trigger language plpgsql as $$
      begin
        if tg_table_name = 'criterion' then
          if exists (select from criteria_set_version v where v.id in (old.version_id, new.version_id) and v.state <> 'DRAFT') then
            raise exception 'A published version is not changed.' using errcode = 'check_violation', constraint = 'criteria_published';
          end if;
        elsif old.state <> 'DRAFT' and (tg_op = 'DELETE'
              or to_jsonb(old) - array['state', 'superseded_by_id', 'version'] <> to_jsonb(new) - array['state', 'superseded_by_id', 'version']
              or new.state = 'DRAFT') then
          raise exception 'A published version is not changed.' using errcode = 'check_violation', constraint = 'criteria_published';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger criteria_set_version_stays before update or delete on criteria_set_version
        for each row execute function refuse_published_criteria();
      create trigger criterion_stays before update or delete on criterion for each row execute function refuse_published_criteria();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table criterion;
      drop table criteria_set_version;
      drop table criteria_set;
      drop function refuse_published_criteria();
    `);
  }
}
