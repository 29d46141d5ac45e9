import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { registrySchema } from '../../src/app/schema.js';
import { dataSourceFor } from '../../src/platform/database/connection.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { catalogueOf, leftovers } from '../support/catalogue.js';
import { testDatabase, type TestDatabase } from '../support/test-server.js';

/** TypeORM's own tables: the applied migrations, and metadata of computed columns, which we leave empty. */
const TYPEORMS_OWN = ['migration', 'migration_id_seq', 'typeorm_metadata'];

const inOrder = (registrySchema.migrations as readonly { name: string }[]).map(migration => migration.name);

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await testDatabase('empty');
  source = await dataSourceFor(database.where, registrySchema).initialize();
  await migrate(source);
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

describe('the migrations', () => {
  it('run each once, in the order of their numbers', async () => {
    const applied = (await source.query(`select name from migration order by id`)) as { name: string }[];
    expect(applied.map(row => row.name)).toEqual(inOrder);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => Number(a.slice(-13)) - Number(b.slice(-13))));
  });

  it('go all the way down, leave nothing behind, and go up to the same schema again', async () => {
    const head = await catalogueOf(source, 'public');
    for (const _ of inOrder) await source.undoLastMigration();
    expect(await leftovers(source, TYPEORMS_OWN)).toEqual([]);

    await migrate(source);
    expect(await catalogueOf(source, 'public')).toEqual(head);
  });

  it('give every constraint and index a readable name', async () => {
    const named = (await source.query(
      `
      select conname as name from pg_constraint
       where connamespace = 'public'::regnamespace and contype not in ('n', 't') and conrelid::regclass::text <> all ($1)
      union
      select indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
       where c.relnamespace = 'public'::regnamespace and c.relname <> all ($1)`,
      [TYPEORMS_OWN],
    )) as { name: string }[];
    const wordless = named
      .map(row => row.name)
      .filter(name => !/^[a-z]+(_[a-z]+)+$/.test(name) || /_(pkey|key|fkey|check|excl|idx)\d*$/.test(name));
    expect(wordless).toEqual([]);
    expect(named.length).toBeGreaterThan(50);
  });
});

describe('the entities', () => {
  it('leave TypeORM nothing to change in the migrated schema', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(query => query.query)).toEqual([]);
  });

  it('declare every table', async () => {
    const tables = (await source.query(`select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1)`, [
      TYPEORMS_OWN,
    ])) as { name: string }[];
    expect(source.entityMetadatas.map(entity => entity.tableName).toSorted()).toEqual(tables.map(table => table.name).toSorted());
  });

  // TypeORM compares names only: a check or an index of the same name could have another definition. So the entities' tables are built beside
  // the migrated ones, and PostgreSQL prints both.
  it('declare the same tables as the migrations, except indexes that TypeORM cannot express', async () => {
    const declared = await buildDeclared();
    const wordless = source.entityMetadatas.flatMap(entity => entity.indices.filter(index => !index.synchronize).map(index => index.name!));
    expect(wordless.toSorted()).toEqual([
      'decision_issued_order',
      'emulation_model_attested_order',
      'emulation_model_changed',
      'emulation_model_code_order',
      'emulation_model_folded',
      'emulation_model_holder_title',
      'emulation_model_lexemes',
      'emulation_model_recognised',
      'emulation_model_recognised_last',
      'emulation_model_search_order',
      'emulation_model_state',
      'emulation_model_title_order',
      'emulation_model_unit_newest',
      'emulation_model_unit_title',
      'emulation_model_village',
      'emulation_model_waiting',
      'emulation_model_waiting_at',
      'event_count_once',
      'figure_taken',
      'figure_target_taken',
      'model_fact_once',
      'model_step_of_registration',
      'model_step_state',
      'person_given_name_order',
      'person_unit_name',
      'person_village_name',
      'registration_in_order',
      'unit_span_folded',
      'unit_span_lexemes',
      'unit_span_name_order',
      'unit_span_parent',
      'unit_span_territory',
    ]);

    const migrated = (await catalogueOf(source, 'public')).tables.filter(line => !wordless.some(name => line.includes(` index ${name} `)));
    expect(declared).toEqual(migrated);
  });
});

/** The schema as the entities declare it, built by TypeORM in a second schema. */
async function buildDeclared(): Promise<readonly string[]> {
  await source.query(`create schema declared`);
  const beside = await new DataSource({ ...source.options, schema: 'declared', migrations: [] } as typeof source.options).initialize();
  try {
    for (const entity of beside.entityMetadatas) {
      for (const column of entity.columns.filter(given => given.generatedType))
        column.asExpression = await expressionOf(entity.tableName, column.databaseName);
    }
    await beside.synchronize();
    return (await catalogueOf(beside, 'declared')).tables;
  } finally {
    await beside.destroy();
  }
}

/** The expression of a computed column is only in the migration. */
async function expressionOf(table: string, column: string): Promise<string> {
  const [row] = (await source.query(
    `select generation_expression as expression from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name = $2`,
    [table, column],
  )) as [{ expression: string }];
  return row.expression;
}
