import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day by which a commendation is listed becomes a column with an index: it follows the decision, whose day may become known or be corrected. */
export class ListedCommendations1700000000088 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table commendation add column decided_by date;
      update commendation c set decided_by = d.issued_by from decision d where d.id = c.decision_id;
      alter table commendation
        add column listed_on date not null generated always as (coalesce(decided_by, presented_on, on_day, recorded_on)) stored;
      create index commendation_listed on commendation (listed_on, id);

      create function public.take_day_of_decision() returns trigger language plpgsql as $$
      begin
        new.decided_by := (select d.issued_by from decision d where d.id = new.decision_id);
        return new;
      end $$;
      create trigger commendation_decided before insert or update of decision_id on commendation for each row execute function take_day_of_decision();
      create function public.hand_on_day_of_decision() returns trigger language plpgsql as $$
      begin
        update commendation c set decided_by = new.issued_by where c.decision_id = new.id;
        return null;
      end $$;
      create trigger decision_dated after update of issued_by on decision for each row when (old.issued_by is distinct from new.issued_by)
        execute function hand_on_day_of_decision();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger decision_dated on decision;
      drop trigger commendation_decided on commendation;
      drop function public.hand_on_day_of_decision(), public.take_day_of_decision();
      alter table commendation drop column listed_on, drop column decided_by;
    `);
  }
}
