import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds in which those who score do not see whose the entries are. */
export class BlindRounds1700000000067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table appraisal_round add column blind boolean not null default false,
        add constraint appraisal_round_blind check (not blind or graded = 'MODEL_REGISTRATION');
      alter table appraisal_round alter column blind drop default;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table appraisal_round drop column blind`);
  }
}
