import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Units over time. A unit is its id; its name, kind, code, parent and territory are valid for ranges of days.
 * Rows of these tables change only by a unit event: a trigger refuses any other change and stores the row before and after, which undo restores.
 */
export class Units1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table unit_event (
        id uuid constraint unit_event_pk primary key,
        kind text not null constraint unit_event_kind check (kind in ('CHANGE', 'LIST', 'REORGANISATION')),
        effective text,
        effective_on date,
        act_number text,
        act_date date,
        act_issuer text,
        note text,
        state text not null constraint unit_event_state check (state in ('APPLIED', 'UNDONE')),
        summary jsonb not null,
        version integer not null default 1,
        applied_at timestamptz not null,
        undone_at timestamptz,
        undo_reason text,
        constraint unit_event_undone check ((state = 'UNDONE') = (undone_at is not null))
      );
      create index unit_event_order on unit_event (effective_on, id);

      create table unit (
        id uuid constraint unit_pk primary key,
        line text not null constraint unit_line check (line in ('TERRITORY', 'STATE', 'PARTY', 'FRONT', 'FORCES', 'OTHER')),
        starts text,
        ends text,
        validity daterange not null constraint unit_validity check (not isempty(validity)),
        source text,
        version integer not null default 1,
        constraint unit_ended check ((ends is not null) = (not upper_inf(validity)))
      );

      create table unit_span (
        id uuid constraint unit_span_pk primary key,
        unit_id uuid not null constraint unit_span_unit_fk references unit,
        validity daterange not null constraint unit_span_validity check (not isempty(validity)),
        name text not null constraint unit_span_name check (length(name) between 1 and 300),
        kind text not null,
        code text constraint unit_span_code_length check (length(code) between 1 and 40),
        parent_id uuid constraint unit_span_parent_fk references unit,
        territory_id uuid constraint unit_span_territory_fk references unit,
        folded text generated always as (public.fold(name)) stored,
        constraint unit_span_no_overlap exclude using gist (unit_id with =, validity with &&) deferrable initially immediate,
        constraint unit_code_taken exclude using gist (code with =, validity with &&) where (code is not null) deferrable initially immediate,
        constraint unit_span_place check (parent_id <> unit_id and territory_id <> unit_id)
      );
      create index unit_span_unit on unit_span (unit_id);
      create index unit_span_parent on unit_span (parent_id) where parent_id is not null;
      create index unit_span_territory on unit_span (territory_id) where territory_id is not null;
      create index unit_span_code on unit_span (code) where code is not null;
      create index unit_span_folded on unit_span using gin (folded gin_trgm_ops);
      create index unit_span_name_order on unit_span (name collate vi_natural, unit_id);

      create table unit_succession (
        id uuid constraint unit_succession_pk primary key,
        predecessor_id uuid not null constraint unit_succession_predecessor_fk references unit,
        successor_id uuid not null constraint unit_succession_successor_fk references unit,
        whole boolean not null,
        effective text,
        effective_on date not null,
        event_id uuid not null constraint unit_succession_event_fk references unit_event,
        constraint unit_succession_once unique (predecessor_id, successor_id),
        constraint unit_succession_itself check (predecessor_id <> successor_id),
        -- A unit passes wholly to one successor, or in parts to any number; never both.
        constraint unit_succession_whole_or_parts exclude using gist (predecessor_id with =, (whole::int) with <>)
      );
      create unique index unit_succession_one_whole on unit_succession (predecessor_id) where whole;
      create index unit_succession_successor on unit_succession (successor_id);

      create table unit_event_row (
        event_id uuid not null constraint unit_event_row_event_fk references unit_event,
        ordinal bigint generated always as identity,
        relation text not null,
        row_id uuid not null,
        before jsonb,
        after jsonb,
        constraint unit_event_row_pk primary key (event_id, ordinal)
      );
      create index unit_event_row_row on unit_event_row (row_id);

      create function public.keep_unit_row() returns trigger language plpgsql as $$
      declare
        event text := current_setting('registry.unit_event', true);
      begin
        if coalesce(event, '') = '' then
          raise exception 'Units change only by a unit event.' using errcode = 'restrict_violation', constraint = 'unit_changes_by_event';
        end if;
        if event <> 'undo' then
          insert into unit_event_row (event_id, relation, row_id, before, after) values (
            event::uuid, tg_table_name, coalesce(new.id, old.id),
            case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end);
        end if;
        return null;
      end $$;
      create trigger unit_kept after insert or update or delete on unit for each row execute function keep_unit_row();
      create trigger unit_span_kept after insert or update or delete on unit_span for each row execute function keep_unit_row();
      create trigger unit_succession_kept after insert or update or delete on unit_succession for each row execute function keep_unit_row();

      -- At the end of a transaction, for each span that changed: it lies within the life of its unit, its parent and its territory,
      -- lines are kept apart, and no unit stands above itself on any day. The lock makes two such transactions see each other.
      -- Each check is a look into an index, whatever the statistics say: they lag behind a national list that comes into a small registry,
      -- and a plan kept from then would read the whole table for every row.
      create function public.check_unit_span() returns trigger language plpgsql set enable_seqscan = off as $$
      declare
        span unit_span;
        place record;
      begin
        perform pg_advisory_xact_lock(4202);
        select * into span from unit_span where id = new.id;
        if not found then return null; end if;
        if not exists (select from unit u where u.id = span.unit_id and u.validity @> span.validity) then
          raise exception 'A span reaches beyond the life of its unit.' using errcode = 'check_violation', constraint = 'unit_span_within_life';
        end if;
        for place in
          select p.id, p.line, p.validity, 'parent' as role from unit p where p.id = span.parent_id
          union all select t.id, t.line, t.validity, 'territory' from unit t where t.id = span.territory_id
        loop
          if not place.validity @> span.validity then
            raise exception 'A place does not exist for the whole span.' using errcode = 'check_violation', constraint = 'unit_place_in_force';
          end if;
          if (place.role = 'territory' and place.line <> 'TERRITORY')
             or (place.role = 'parent' and place.line <> (select line from unit where id = span.unit_id)) then
            raise exception 'A place is of the wrong line.' using errcode = 'check_violation', constraint = 'unit_place_line';
          end if;
        end loop;
        if exists (
          with recursive above (unit_id, shared) as (
            select p.place_id, span.validity from (values (span.parent_id), (span.territory_id)) p (place_id) where p.place_id is not null
            union
            select p.place_id, a.shared * s.validity
              from above a
              join unit_span s on s.unit_id = a.unit_id and s.validity && a.shared
              cross join lateral (values (s.parent_id), (s.territory_id)) p (place_id)
             where p.place_id is not null and a.unit_id <> span.unit_id
          )
          select from above where unit_id = span.unit_id
        ) then
          raise exception 'A unit would stand above itself.' using errcode = 'check_violation', constraint = 'unit_circle';
        end if;
        return null;
      end $$;
      create constraint trigger unit_span_checked after insert or update on unit_span
        deferrable initially deferred for each row execute function check_unit_span();

      -- A unit's life may not be cut shorter than its spans, or than the spans that stand under it.
      create function public.check_unit_life() returns trigger language plpgsql set enable_seqscan = off as $$
      declare
        life daterange := (select validity from unit where id = new.id);
      begin
        if exists (select from unit_span where unit_id = new.id and not validity <@ life)
           or exists (select from unit_span where parent_id = new.id and not validity <@ life)
           or exists (select from unit_span where territory_id = new.id and not validity <@ life) then
          raise exception 'A span reaches beyond the life of its unit or place.' using errcode = 'check_violation', constraint = 'unit_place_in_force';
        end if;
        return null;
      end $$;
      create constraint trigger unit_life_checked after update of validity on unit
        deferrable initially deferred for each row when (old.validity is distinct from new.validity) execute function check_unit_life();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table unit_event_row, unit_succession, unit_span, unit, unit_event;
      drop function public.check_unit_life();
      drop function public.check_unit_span();
      drop function public.keep_unit_row();
    `);
  }
}
