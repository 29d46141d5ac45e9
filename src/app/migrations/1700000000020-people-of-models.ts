import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The person of a model: of an individual model, or the person who represents a household. */
export class PeopleOfModels1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table emulation_model
        add column person_id uuid constraint emulation_model_person_fk references person,
        add constraint emulation_model_person_subject check (person_id is null or subject_kind <> 'COLLECTIVE');
      create index emulation_model_person on emulation_model (person_id) where person_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table emulation_model drop column person_id`);
  }
}
