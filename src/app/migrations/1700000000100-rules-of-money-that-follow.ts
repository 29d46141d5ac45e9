import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a rule of money ends because the next one begins: it goes on when that one is removed. */
export class RulesOfMoneyThatFollow1700000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, thing] of Object.entries(TABLES))
      await runner.query(`
        alter table ${table} add column cut_short boolean not null default false;
        update ${table} r set cut_short = true where exists (select from ${table} n where lower(n.validity) = upper(r.validity)${thing});
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(TABLES)) await runner.query(`alter table ${table} drop column cut_short`);
  }
}

/** The tables, each with what makes two of its rows rules for the same thing. */
const TABLES = {
  base_salary: '',
  money_rounding: '',
  commendation_rate: ` and n.track = r.track and n.form = r.form and n.issuer_class is not distinct from r.issuer_class
          and n.recipient_kind is not distinct from r.recipient_kind`,
};
