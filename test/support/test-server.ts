import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DatabaseAddress } from '../../src/platform/database/connection.js';

/** The environment variable that passes the server's address to the test files. */
export const TEST_SERVER = 'DVK_TEST_SERVER';
export const TEMPLATE = 'dvk_test_template';

export function databaseAt(server: DatabaseAddress, name: string): DatabaseAddress {
  if (!('url' in server)) return { ...server, database: name };
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return { url: url.href };
}

/** The address as the setting `DATABASE_URL`. */
export function urlOf(where: DatabaseAddress): string {
  if ('url' in where) return where.url;
  const { user, password, database, host, port } = where;
  return `postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

export interface TestDatabase {
  readonly where: DatabaseAddress;
  drop(): Promise<void>;
}

/** A new database: a copy of the migrated template, or an empty one. */
export async function testDatabase(from: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const server = JSON.parse(process.env[TEST_SERVER]!) as DatabaseAddress;
  const name = `dvk_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} encoding 'UTF8' template ${from === 'migrated' ? TEMPLATE : 'template0'}`);
  return { where: databaseAt(server, name), drop: () => drop(server, name) };
}

const NOT_OURS_TO_END = '42501';
const TRIES = 50;

/** A running autovacuum belongs to the superuser and blocks dropping the database for a moment. */
async function drop(server: DatabaseAddress, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await onServer(server, `drop database if exists ${name} with (force)`);
    } catch (error) {
      if ((error as { code?: string }).code !== NOT_OURS_TO_END || tries === TRIES) throw error;
      await new Promise(done => setTimeout(done, 200));
    }
  }
}

/** A connection besides those of the registry, for looking at tables and causing faults. */
export async function connect(where: DatabaseAddress): Promise<pg.Client> {
  const client = new pg.Client('url' in where ? { connectionString: where.url } : { ...where });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function onServer(server: DatabaseAddress, statement: string): Promise<void> {
  const client = await connect(server);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
