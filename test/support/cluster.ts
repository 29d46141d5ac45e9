import 'reflect-metadata';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { registrySchema } from '../../src/app/schema.js';
import { dataSourceFor, type DatabaseAddress } from '../../src/platform/database/connection.js';
import { openEmbeddedServer, type EmbeddedServer } from '../../src/platform/database/embedded/embedded-server.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { databaseAt, TEMPLATE, TEST_SERVER } from './test-server.js';

let embedded: EmbeddedServer | undefined;
let folder: string | undefined;

/**
 * One PostgreSQL server for the whole run, with one migrated database that every test file copies: the server of `TEST_DATABASE_URL`,
 * or an embedded one. Its `fsync` is off: the data are not needed after the run.
 */
export async function startCluster(): Promise<void> {
  const given = process.env.TEST_DATABASE_URL;
  let server: DatabaseAddress;
  if (given) server = { url: given };
  else {
    folder = await mkdtemp(join(tmpdir(), 'dvk-test-'));
    await chmod(folder, 0o755);
    embedded = await openEmbeddedServer({ dataDir: folder, extra: { fsync: 'off', full_page_writes: 'off', max_connections: '120' } });
    server = embedded.address;
  }
  process.env[TEST_SERVER] = JSON.stringify(server);
  const client = new pg.Client('url' in server ? { connectionString: server.url } : { ...server });
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE}`);
  await client.query(`create database ${TEMPLATE} encoding 'UTF8' template template0`);
  await client.end();
  const source = dataSourceFor(databaseAt(server, TEMPLATE), registrySchema);
  await source.initialize();
  await migrate(source);
  await source.destroy();
}

export async function stopCluster(): Promise<void> {
  await embedded?.release();
  if (folder) await rm(folder, { recursive: true, force: true });
}
