import pg from 'pg';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { StartupError } from '../errors/startup-error.js';
import type { ServerAddress } from './embedded/embedded-server.js';
import { reason } from './embedded/programs.js';

/** Where the database is: a server's URL, or the address of the embedded one. */
export type Whereabouts = { readonly url: string } | ServerAddress;

// A date without a zone stays the text it is: as a JavaScript Date it would move with the machine's zone.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text);

const POOL_SIZE = 16;
const CONNECT_TIMEOUT_MS = 5_000;

/** The tables and migrations of all chapters, named once in `app/schema.ts`. */
export interface Schema {
  readonly entities: MixedList<new () => object>;
  readonly migrations: MixedList<new () => object>;
}

/** The application's `DataSource`; also what the TypeORM command line gets from `ormconfig.ts`. */
export function dataSourceFor(where: Whereabouts, schema: Schema): DataSource {
  const address = 'url' in where ? { url: where.url } : { ...where, username: where.user };
  return new DataSource({
    type: 'postgres',
    ...address,
    applicationName: 'dan-van-kheo',
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    extra: { max: POOL_SIZE, idle_in_transaction_session_timeout: 60_000, options: '-c timezone=UTC -c datestyle=ISO' },
    poolErrorHandler: () => undefined, // A lost idle connection is replaced; the request that needs one tells.
    entities: schema.entities,
    migrations: schema.migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logging: false,
  } as DataSourceOptions);
}

const OLDEST_MAJOR = 15;
const EXTENSIONS = ['unaccent', 'pg_trgm', 'btree_gist'];

/**
 * Refuses a server that could lose or misread data.
 * @throws StartupError saying which of its properties is wrong.
 */
export async function checkServer(where: Whereabouts, allowUnsafeFsync: boolean): Promise<void> {
  const address = 'url' in where ? { connectionString: where.url } : where;
  const client = new pg.Client({ ...address, application_name: 'dan-van-kheo', connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  try {
    await client.connect();
  } catch (cause) {
    await client.end().catch(() => undefined);
    throw new StartupError(
      `Không kết nối được cơ sở dữ liệu (${reason(cause)}). Hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL.`,
      `Cannot connect to the database (${reason(cause)}). Check DATABASE_URL and the PostgreSQL server.`,
      { cause },
    );
  }
  try {
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('fsync') as fsync,
              current_setting('full_page_writes') as pages, current_setting('server_encoding') as encoding,
              array(select x from unnest($1::text[]) x where not exists (select from pg_available_extensions a where a.name = x)) as missing,
              exists (select from pg_collation where collprovider = 'i') as icu`,
      [EXTENSIONS],
    );
    const server = rows[0] as { major: number; fsync: string; pages: string; encoding: string; missing: string[]; icu: boolean };
    if (server.major < OLDEST_MAJOR) {
      refuse(
        `PostgreSQL ${server.major} quá cũ; cần từ ${OLDEST_MAJOR} trở lên`,
        `PostgreSQL ${server.major} is too old; ${OLDEST_MAJOR} or later is needed`,
      );
    }
    if (server.encoding !== 'UTF8') {
      refuse(
        `cơ sở dữ liệu dùng bảng mã ${server.encoding}; hãy tạo lại với UTF8`,
        `the database is encoded in ${server.encoding}; create it again in UTF8`,
      );
    }
    if ((server.fsync !== 'on' || server.pages !== 'on') && !allowUnsafeFsync) {
      refuse(
        'máy chủ tắt fsync hoặc full_page_writes nên có thể mất dữ liệu khi mất điện; hãy bật lại',
        'the server runs with fsync or full_page_writes off and can lose data when the power fails; switch them on',
      );
    }
    if (server.missing.length > 0 || !server.icu) {
      const what = [...server.missing, ...(server.icu ? [] : ['ICU'])].join(', ');
      refuse(
        `máy chủ thiếu phần mở rộng ${what}; hãy cài gói postgresql-contrib`,
        `the server lacks ${what}; install the package postgresql-contrib`,
      );
    }
  } finally {
    await client.end();
  }
}

function refuse(vi: string, en: string): never {
  throw new StartupError(`Không dùng được cơ sở dữ liệu: ${vi}.`, `The database cannot be used: ${en}.`);
}
