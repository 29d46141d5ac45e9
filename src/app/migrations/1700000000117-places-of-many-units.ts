import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rule of `unit_place`, as in migration 33, without a subselect, for which PostgreSQL knows no join but one by one. */
const PLACES = `
          select s.unit_id, p.place_id,
                 case when upper(s.validity) = upper(u.validity)
                   then daterange(lower(s.validity), case when c.id is not null then greatest(c.effective_on, upper(u.validity)) end) else s.validity end
            from unnest(units) given (id)
            join unit u on u.id = given.id
            join unit_span s on s.unit_id = u.id
            left join unit_succession c on c.predecessor_id = u.id and c.whole
           cross join lateral (values (s.parent_id), (s.territory_id)) p (place_id)
           where p.place_id is not null
          union
          select u.id, c.successor_id, daterange(greatest(c.effective_on, upper(u.validity)), null)
            from unnest(units) given (id)
            join unit u on u.id = given.id and not upper_inf(u.validity)
            join unit_succession c on c.predecessor_id = u.id and c.whole;`;

/**
 * Many units are joined as tables, few are looked up one by one. Where PostgreSQL had seen the table of successions empty, after the undo of a national
 * reorganisation, it read the whole of it for each of ten thousand units: twenty seconds.
 */
export class PlacesOfManyUnits1700000000117 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function public.unit_places_of_many(units uuid[]) returns table (unit_id uuid, place_id uuid, validity daterange)
        language plpgsql stable set enable_nestloop = off set enable_seqscan = on as $$
      begin
        return query${PLACES}
      end $$;
      create or replace function public.unit_places_of(units uuid[]) returns table (unit_id uuid, place_id uuid, validity daterange)
        language plpgsql stable set enable_seqscan = off as $$
      begin
        if cardinality(units) > 200 then
          return query select * from unit_places_of_many(units);
          return;
        end if;
        return query${PLACES}
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function public.unit_places_of(units uuid[]) returns table (unit_id uuid, place_id uuid, validity daterange)
        language plpgsql stable set enable_seqscan = off as $$
      begin
        return query${PLACES}
      end $$;
      drop function public.unit_places_of_many(uuid[]);
    `);
  }
}
