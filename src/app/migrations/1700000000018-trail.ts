import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes to read the trail by object, actor, action, unit and time, each in the order of time and page by page. */
export class Trail1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The unit an entry concerns; none in the entries before, which are sealed as they are.
      alter table audit_entry add column unit_id uuid;
      drop index audit_entry_object, audit_entry_at;
      create index audit_entry_object on audit_entry (object_type, object_id, at, id);
      create index audit_entry_at on audit_entry (at, id);
      create index audit_entry_action on audit_entry (action, at, id);
      create index audit_entry_actor on audit_entry (actor_id, at, id) where actor_id is not null;
      create index audit_entry_unit on audit_entry (unit_id, at, id) where unit_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index audit_entry_unit, audit_entry_actor, audit_entry_action, audit_entry_at, audit_entry_object;
      create index audit_entry_object on audit_entry (object_type, object_id, at);
      create index audit_entry_at on audit_entry (at);
      alter table audit_entry drop column unit_id;
    `);
  }
}
