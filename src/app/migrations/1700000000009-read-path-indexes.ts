import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Covering indexes for lists: models of a unit in the two usual orders, and the units under a unit. Each index contains all columns that finding the
 * rows of a page needs, so that only the rows of the page itself are read from the table.
 */
export class ReadPathIndexes1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index emulation_model_unit;
      create index emulation_model_unit_newest on emulation_model (unit_id, attested_on, id) where merged_into_id is null and trashed_at is null;
      create index emulation_model_unit_title on emulation_model (unit_id, title collate vi_natural, id) include (attested_on)
        where merged_into_id is null and trashed_at is null;
      drop index emulation_model_attested_order, emulation_model_title_order;
      create index emulation_model_attested_order on emulation_model (attested_on, id) include (unit_id)
        where merged_into_id is null and trashed_at is null;
      create index emulation_model_title_order on emulation_model (title collate vi_natural, id) include (attested_on, unit_id)
        where merged_into_id is null and trashed_at is null;
      drop index unit_span_parent, unit_span_territory;
      create index unit_span_parent on unit_span (parent_id) include (unit_id, validity) where parent_id is not null;
      create index unit_span_territory on unit_span (territory_id) include (unit_id, validity) where territory_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index unit_span_parent, unit_span_territory;
      create index unit_span_parent on unit_span (parent_id) where parent_id is not null;
      create index unit_span_territory on unit_span (territory_id) where territory_id is not null;
      drop index emulation_model_title_order, emulation_model_attested_order;
      create index emulation_model_title_order on emulation_model (title collate vi_natural, id);
      create index emulation_model_attested_order on emulation_model (attested_on, id);
      drop index emulation_model_unit_title, emulation_model_unit_newest;
      create index emulation_model_unit on emulation_model (unit_id, attested_on);
    `);
  }
}
