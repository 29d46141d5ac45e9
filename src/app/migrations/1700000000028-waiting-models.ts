import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which unit must act on a model, and since when: models waiting for a unit are read from an index, the longest waiting first. */
export class WaitingModels1700000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table emulation_model
        add column state_since date,
        add column waits_at uuid generated always as (case
          when file_state in ('DRAFT', 'RETURNED') then unit_id
          when file_state in ('SUBMITTED', 'RECEIVED', 'UNDER_APPRAISAL') then coalesce(holder_id, unit_id) end) stored;
      update emulation_model m set state_since = s.on_day
        from (select distinct on (model_id) model_id, on_day from model_step where lifecycle = 'FILE' order by model_id, on_day desc, id desc) s
       where s.model_id = m.id;
      alter table emulation_model alter column state_since set not null;
      create index emulation_model_waiting_at on emulation_model (waits_at, file_state, state_since, id)
        where waits_at is not null and merged_into_id is null and trashed_at is null;
      create index emulation_model_waiting on emulation_model (file_state, state_since, id) include (waits_at)
        where waits_at is not null and merged_into_id is null and trashed_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index emulation_model_waiting, emulation_model_waiting_at;
      alter table emulation_model drop column waits_at, drop column state_since;
    `);
  }
}
