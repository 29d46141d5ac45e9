import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { DataSource } from 'typeorm';
import { registrySchema } from '../../src/app/schema.js';
import { restore } from '../../src/platform/database/backup/restore.js';
import { dataSourceFor } from '../../src/platform/database/connection.js';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { testDatabase, type TestDatabase } from '../support/test-server.js';

/** Backups that the program of migration 32 (November 2026) made, before models had registrations: of its example, and of the results of random commands. */
const BACKUPS = ['example', 'random'] as const;

/** Rules that were added since. Data that were entered before are found by the doctor, and nothing else is. */
const RULES_SINCE = new Set([
  'replications.copiesAfterTheirOriginal',
  'models.factsAfterTheStart',
  'movements.launchedBeforeTheyEnd',
  'movements.roundsOpenWithinTheirMovement',
  'text.plainSigns',
  'units.named',
  'units.successionCloses',
  'units.coded',
  'units.level',
]);

describe.each(BACKUPS)('data of an earlier head (%s)', name => {
  let database: TestDatabase;
  let source: DataSource;
  let registry: TestRegistry;
  beforeAll(async () => {
    database = await testDatabase('empty');
    source = await dataSourceFor(database.where, registrySchema).initialize();
    await restore(source, fileURLToPath(new URL(`backups/head-32-${name}.gz`, import.meta.url)), new Date(), () => undefined);
    registry = await openTestRegistry({ beside: database });
  }, 60_000);
  afterAll(async () => {
    await registry.close();
    await source.destroy();
    await database.drop();
  });

  it('are sound after the migration', async () => {
    const found = (await registry.registry.app.get(Doctor).examine()).filter(({ toCompare }) => !toCompare).map(({ check }) => check);
    // The bytes of files are not in a backup of the database.
    expect(found.filter(check => check !== 'files.haveTheirBytes' && !RULES_SINCE.has(check))).toEqual([]);
  });

  it('have a replication for each model that copies another, as its registration declares', async () => {
    const declared = await source.query(
      `select id as copy_id, copy_of_id as origin_id, unit_id from emulation_model where copy_of_id is not null order by id`,
    );
    const edges = await source.query(`select copy_id, origin_id, unit_id from replication where declared and version = 1 order by copy_id`);
    expect(edges).toEqual(declared);
    if (name === 'random') expect(edges.length).toBeGreaterThan(0);
  });

  it('have one registration of each model, with its state, steps, form and recognition', async () => {
    const { models } = await registry.as.reader.get(
      `{ models(first: 50) { totalCount nodes { state attestedOn holder { id } round { id } form { aims } steps { action to } recognitions { level on decision { id } }
          registrations { state latest source holder { id } round { id } form { aims } steps { to } recognition { level } } } } }`,
    );
    expect(models.nodes.length).toBeGreaterThan(5);
    for (const model of models.nodes) {
      const [registration, ...more] = model.registrations;
      expect(more).toEqual([]);
      const { state, holder, round, form } = model;
      expect(registration).toMatchObject({ state, holder, round, form, latest: true });
      expect(state).not.toBeNull();
      expect(registration.source === null).toBe(model.steps.some(({ action }: { action: string }) => action === 'draft'));
      expect(model.recognitions.length).toBe(registration.recognition ? 1 : 0);
    }
  });
});
