import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a recognition takes an appraisal: by the rule of recognition, or by the registration round for some levels. */
export class RequiredAppraisals1700000000068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table receiving_authority add column requires_appraisal boolean not null default false;
      alter table registration_round add column appraised_at text[] not null default '{}'
        constraint registration_round_appraised_at check (appraised_at <@ array['GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL']);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registration_round drop column appraised_at;
      alter table receiving_authority drop column requires_appraisal;
    `);
  }
}
