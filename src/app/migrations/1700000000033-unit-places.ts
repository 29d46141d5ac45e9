import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where each unit has its place, day by day: under its parent and in its territory; from its end on, at its whole successor or, without one,
 * where it was on its last day. `unit_places_of` is that rule; the table keeps its answers, because every list by a unit follows them for thousands
 * of units. Triggers keep it in the transaction that changes the units, so that an undo restores it, too.
 */
export class UnitPlaces1700000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table unit_place (
        unit_id uuid not null constraint unit_place_unit_fk references unit,
        place_id uuid not null constraint unit_place_place_fk references unit,
        validity daterange not null,
        constraint unit_place_pk primary key (unit_id, place_id, validity)
      );
      create index unit_place_below on unit_place (place_id, unit_id, validity);

      -- Plans of these functions are made for few units and reused for thousands, so they never read a whole table for each unit.
      create function public.unit_places_of(units uuid[]) returns table (unit_id uuid, place_id uuid, validity daterange)
        language plpgsql stable set enable_seqscan = off as $$
      begin
        return query
          select s.unit_id, p.place_id,
                 case when upper(s.validity) = upper(u.validity) then daterange(lower(s.validity), w.since) else s.validity end
            from unnest(units) given (id)
            join unit u on u.id = given.id
            join unit_span s on s.unit_id = u.id
            left join lateral (
              select greatest(c.effective_on, upper(u.validity)) as since from unit_succession c where c.predecessor_id = u.id and c.whole) w on true
           cross join lateral (values (s.parent_id), (s.territory_id)) p (place_id)
           where p.place_id is not null
          union
          select u.id, c.successor_id, daterange(greatest(c.effective_on, upper(u.validity)), null)
            from unnest(units) given (id)
            join unit u on u.id = given.id and not upper_inf(u.validity)
            join unit_succession c on c.predecessor_id = u.id and c.whole;
      end $$;

      create function public.keep_unit_places() returns trigger language plpgsql set enable_seqscan = off as $$
      declare
        units uuid[];
      begin
        case tg_table_name
          when 'unit' then select array_agg(distinct id) into units from changed;
          when 'unit_span' then select array_agg(distinct unit_id) into units from changed;
          else select array_agg(distinct predecessor_id) into units from changed;
        end case;
        delete from unit_place where unit_id = any(units);
        insert into unit_place select * from unit_places_of(units);
        return null;
      end $$;
      ${TABLES.flatMap(table => CHANGES.map(([name, change, rows]) => createTrigger(table, name, change, rows))).join('\n      ')}

      insert into unit_place select * from unit_places_of(array(select id from unit));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${TABLES.flatMap(table => CHANGES.map(([name]) => `drop trigger ${table}_places_${name} on ${table};`)).join('\n      ')}
      drop function public.keep_unit_places();
      drop function public.unit_places_of(uuid[]);
      drop table unit_place;
    `);
  }
}

const TABLES = ['unit', 'unit_span', 'unit_succession'] as const;
const CHANGES = [
  ['inserted', 'insert', 'new'],
  ['updated', 'update', 'new'],
  ['deleted', 'delete', 'old'],
] as const;

const createTrigger = (table: string, name: string, change: string, rows: string): string =>
  `create trigger ${table}_places_${name} after ${change} on ${table} referencing ${rows} table as changed for each statement execute function keep_unit_places();`;
