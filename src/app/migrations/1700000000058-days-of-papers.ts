import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day of a registration as its paper gives it, where that is less than a day: “2019”. A paper that says no state has no step that would keep it. */
export class DaysOfPapers1700000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registration
        add column opened_given text constraint registration_opened_given check (length(opened_given) between 4 and 22);
      update registration r set opened_given = coalesce(
        (select s.on_given from model_step s where s.registration_id = r.id and s.on_day = r.opened_on order by s.id limit 1),
        (select m.attested_given from emulation_model m where m.id = r.model_id and m.attested_on = r.opened_on and m.source = r.source))
       where r.source is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table registration drop column opened_given`);
  }
}
