import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a model was commended is a commendation, no fact: level, day, decision and source are kept; form and number of recipients are not known. */
export class CommendedModels1700000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into commendation (id, level, decision_id, issuer_id, from_paper, source, on_day, model_id, unit_id, recorded_on)
      select f.id, f.level, f.decision_id, d.issuer_id, true, f.source, f.on_day, f.model_id, m.unit_id, f.on_day
        from model_fact f join emulation_model m on m.id = f.model_id left join decision d on d.id = f.decision_id where f.kind = 'COMMENDED';
      delete from model_fact where kind = 'COMMENDED';
      alter table model_fact drop constraint model_fact_kind;
      alter table model_fact add constraint model_fact_kind check (kind in ('OUTSTANDING', 'REPLICATED'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table model_fact drop constraint model_fact_kind;
      alter table model_fact add constraint model_fact_kind check (kind in ('OUTSTANDING', 'REPLICATED', 'COMMENDED'));
      insert into model_fact (id, model_id, kind, on_day, level, decision_id, source)
      select id, model_id, 'COMMENDED', on_day, level, decision_id, source from commendation
       where model_id is not null and on_day is not null and form is null and count is null and revoked_on is null
      on conflict do nothing;
      delete from commendation where id in (select id from model_fact where kind = 'COMMENDED');
    `);
  }
}
