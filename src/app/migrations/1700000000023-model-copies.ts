import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The model of which another model was registered as a copy. */
export class ModelCopies1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table emulation_model
        add column copy_of_id uuid constraint emulation_model_copy_fk references emulation_model,
        add constraint emulation_model_copy_itself check (copy_of_id <> id);
      create index emulation_model_copy on emulation_model (copy_of_id) where copy_of_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table emulation_model drop column copy_of_id`);
  }
}
