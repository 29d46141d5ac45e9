import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are listed by their given name, the last word of a Vietnamese name. */
export class GivenNames1700000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index person_name_order;
      create index person_given_name_order on person ((substring(name from '[^ ]+$') || ' ' || name) collate vi_natural, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index person_given_name_order;
      create index person_name_order on person (name collate vi_natural, id);
    `);
  }
}
