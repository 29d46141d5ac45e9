import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which commendations were revoked because their decision was, so that they stand again with it. */
export class FallenCommendations1700000000087 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table commendation add column fell_with_decision boolean not null default false;
      update commendation c set fell_with_decision = true from decision d
       where d.id = c.decision_id and d.state = 'REVOKED' and c.revoked_on = d.revoked_on and c.revoked_reason = d.revoked_reason
         and c.revoked_by_id is not distinct from d.revoked_by_id;
      alter table commendation add constraint commendation_fell check (revoked_on is not null or not fell_with_decision);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table commendation drop column fell_with_decision`);
  }
}
