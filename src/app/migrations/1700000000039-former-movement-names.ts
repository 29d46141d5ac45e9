import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The names that a movement had before it was renamed, each with the last day on which it was the name. */
export class FormerMovementNames1700000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table former_movement_name (
        movement_id uuid not null constraint former_movement_name_movement_fk references movement,
        last_day date not null,
        name text not null constraint former_movement_name_length check (length(name) between 1 and 300),
        constraint former_movement_name_pk primary key (movement_id, last_day));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table former_movement_name`);
  }
}
