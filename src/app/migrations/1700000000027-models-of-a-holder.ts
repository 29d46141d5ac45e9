import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index of models by the holder of their file and by title: a page of them is read from the index, however many there are. */
export class ModelsOfAHolder1700000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index emulation_model_holder_title on emulation_model (holder_id, title collate vi_natural, id) include (attested_on)
        where merged_into_id is null and trashed_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index emulation_model_holder_title`);
  }
}
