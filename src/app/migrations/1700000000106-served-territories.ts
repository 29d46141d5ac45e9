import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The territories that organisations work for: a right at such an organisation reaches them. */
export class ServedTerritories1700000000106 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table served_territory (
        id uuid constraint served_territory_pk primary key,
        body_id uuid not null constraint served_territory_body_fk references unit,
        territory_id uuid not null constraint served_territory_territory_fk references unit,
        validity daterange not null constraint served_territory_validity check (not isempty(validity) and not lower_inf(validity)),
        basis text not null constraint served_territory_basis check (length(basis) between 1 and 1000),
        version integer not null default 1,
        constraint served_territory_once exclude using gist (body_id with =, territory_id with =, validity with &&)
      );
      create index served_territory_territory on served_territory (territory_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table served_territory`);
  }
}
