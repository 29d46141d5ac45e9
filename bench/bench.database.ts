import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { registrySchema } from '../src/app/schema.js';
import { newToken, secretHash } from '../src/features/accounts/secrets.js';
import { dataSourceFor } from '../src/platform/database/connection.js';
import { SUPERUSER } from '../src/platform/database/embedded/cluster.js';
import { openEmbeddedServer, type EmbeddedServer } from '../src/platform/database/embedded/embedded-server.js';
import { recountAll } from '../src/insight/statistics/kept/event-counter.js';
import { dayInVietnam } from '../src/shared/dates.js';
import { migrate } from '../src/platform/database/migrate.js';
import { newId } from '../src/shared/ids.js';
import { loadData } from './data.loader.js';
import { unitId } from './data.shape.js';

/** Changes with what the loader makes; data of another version are made anew. */
const VERSION = '5';

export interface BenchDatabase {
  readonly server: EmbeddedServer;
  /** What the registry is given as DATA_DIR. */
  readonly dataDir: string;
  /** The token of a reading client for the whole registry, and of one for a province alone. */
  readonly token: string;
  readonly provinceToken: string;
  /** The token of a program that enters models and takes their steps. */
  readonly writingToken: string;
}

/** The province, by its row, that the second client reads. */
export const PROVINCE = 2;

/**
 * The registry with this number of models, on an embedded server as the product runs it; made once and kept under BENCH_DATA.
 * Together with the peers, more connect to it than the registry ever does.
 */
export async function openBenchDatabase(models: number, withPeers: boolean): Promise<BenchDatabase> {
  const dataDir = join(process.env.BENCH_DATA ?? join(tmpdir(), 'dan-van-kheo-bench'), `${models}-v${VERSION}`);
  const server = await openEmbeddedServer({ dataDir, ...(withPeers && { extra: { max_connections: '160' } }) });
  const source = dataSourceFor(server.address, registrySchema);
  await source.initialize();
  await migrate(source);
  const note = join(dataDir, 'loaded');
  const client = new pg.Client({ ...server.address, user: SUPERUSER });
  await client.connect();
  try {
    if ((await readFile(note, 'utf8').catch(() => '')) !== VERSION) {
      await loadData(client, models);
      await source.transaction(manager => recountAll(manager, dayInVietnam(new Date())));
      await writeFile(note, VERSION);
    }
    await client.query(`delete from role_grant where api_token_id in (select id from api_token where name = 'bench')`);
    await client.query(`delete from api_token where name = 'bench'`);
    const token = await tokenOf(client, ['reportingClient']);
    const provinceToken = await tokenOf(client, ['reportingClient'], unitId(String(PROVINCE)));
    const writingToken = await tokenOf(client, ['boardStaff', 'unitHead']);
    return { server, dataDir, token, provinceToken, writingToken };
  } finally {
    await client.end();
    await source.destroy();
  }
}

/** @param unit where its roles hold, as SQL; `null`: everywhere. */
async function tokenOf(client: pg.Client, roles: readonly string[], unit = 'null'): Promise<string> {
  const [token, id] = [newToken(), newId()];
  await client.query(`insert into api_token (id, name, secret_hash, created_at) values ($1, 'bench', $2, now())`, [id, secretHash(token)]);
  for (const role of roles) {
    await client.query(
      `insert into role_grant (id, api_token_id, role, unit_id, validity, reason, given_by, given_at)
       values ($1, $2, $3, ${unit}, daterange(null, null), 'bench', 'bench', now())`,
      [newId(), id, role],
    );
  }
  return token;
}
