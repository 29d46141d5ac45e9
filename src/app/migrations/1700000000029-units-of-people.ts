import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The unit of a person's record. This unit, those of their posts, and models about them decide who sees a person. */
export class UnitsOfPeople1700000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person add column unit_id uuid constraint person_unit_fk references unit;
      create index person_unit_name on person (unit_id, name collate vi_natural, id);
      create index emulation_model_unit_person on emulation_model (unit_id, person_id) where person_id is not null;
      create index emulation_model_holder_person on emulation_model (holder_id, person_id) where person_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index emulation_model_holder_person, emulation_model_unit_person;
      alter table person drop column unit_id;
    `);
  }
}
