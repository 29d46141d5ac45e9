import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the registration form has to contain, dated, for a movement or for one of its rounds. */
export class RequiredFormItems1700000000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table required_form_items (
        id uuid constraint required_form_items_pk primary key,
        movement_id uuid constraint required_form_items_movement_fk references movement,
        round_id uuid constraint required_form_items_round_fk references registration_round,
        from_day date not null,
        items text[] not null constraint required_form_items_known check (
          items <@ array['SITUATION', 'AIMS', 'APPROACH', 'AUDIENCE', 'FORCES', 'RESOURCES', 'SCHEDULE', 'OUTPUTS', 'SUSTAINABILITY']),
        basis text not null constraint required_form_items_basis check (length(basis) between 1 and 1000),
        constraint required_form_items_of_one check ((movement_id is null) <> (round_id is null)),
        constraint required_form_items_of_movement unique (movement_id, from_day),
        constraint required_form_items_of_round unique (round_id, from_day));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table required_form_items`);
  }
}
