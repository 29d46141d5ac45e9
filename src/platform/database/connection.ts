import pg from 'pg';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import type { Timeouts } from '../config/settings.js';
import { StartupError } from '../errors/startup-error.js';
import type { ServerAddress } from './embedded/embedded-server.js';
import { reasonOf } from './embedded/programs.js';

/** The address of the database: a URL, or the address of the embedded server. */
export type DatabaseAddress = { readonly url: string } | ServerAddress;

/** The same address as options of the driver `pg`. */
export const clientConfigOf = (where: DatabaseAddress): pg.ClientConfig =>
  'url' in where ? { connectionString: where.url } : { ...where };

// A date is read as text: as a JavaScript Date it would depend on the time zone of the machine.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text);

const APPLICATION = 'dan-van-kheo';
/** Connections of each of the two pools: TypeORM's for transactions, `StatementPool` for single statements. */
const POOL_SIZE = 16;
const CONNECT_TIMEOUT_MS = 5_000;
/** How much longer than the server’s own limit an answer is awaited. Then the connection is given up. */
const SILENCE_MS = 5_000;

/** The entities and migrations of all chapters, listed in `app/schema.ts`. */
export interface Schema {
  readonly entities: MixedList<new () => object>;
  readonly migrations: MixedList<new () => object>;
}

/** For commands on the server: an import or a reorganisation may take long. */
const PATIENT: Timeouts = { statement: 0, lock: 0, idleTransaction: 60 };

/**
 * The application's `DataSource`; also what the TypeORM command line gets from `ormconfig.ts`.
 * @param pipeline whether its connections are for the commands of a server (`FOR_COMMANDS`); not for copying tables.
 */
export function dataSourceFor(where: DatabaseAddress, schema: Schema, timeouts: Timeouts = PATIENT, pipeline = false): DataSource {
  const address = 'url' in where ? { url: where.url } : { ...where, username: where.user };
  return new DataSource({
    type: 'postgres',
    ...address,
    applicationName: APPLICATION,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    extra: { ...sessionOptions(timeouts), ...(pipeline && FOR_COMMANDS), onConnect: surviveLoss },
    poolErrorHandler: () => undefined, // A lost idle connection is replaced; the request that needs one reports the error.
    entities: schema.entities,
    migrations: schema.migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logging: false,
  } as DataSourceOptions);
}

/** The pool of a `DataSource`. TypeORM does not expose it, but the job queue and the metrics need it. */
export const poolOf = (source: DataSource): pg.Pool => (source.driver as unknown as { readonly master: pg.Pool }).master;

/** Compiling a statement (jit) would take longer than any of our statements runs, and each connection would compile it again. */
const OPTIONS = '-c timezone=UTC -c datestyle=ISO -c jit=off';

/** The options of every connection of the registry. */
export const sessionOptions = (timeouts: Timeouts = PATIENT): pg.PoolConfig => ({
  max: POOL_SIZE,
  application_name: APPLICATION,
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  statement_timeout: timeouts.statement * 1_000,
  // Of the server’s own limit a frozen server knows nothing.
  ...(timeouts.statement > 0 && { query_timeout: timeouts.statement * 1_000 + SILENCE_MS }),
  lock_timeout: timeouts.lock * 1_000,
  idle_in_transaction_session_timeout: timeouts.idleTransaction * 1_000,
  options: OPTIONS,
});

/**
 * Commands send statements without waiting for those before them. They ask by ids, so one plan for all values is as good as one for each, and what a
 * command reads (units and their succession on a day) takes up to ten times longer to plan than to run. Events of units are an exception (`lockTree`).
 */
const FOR_COMMANDS = { pipeline: true, options: `${OPTIONS} -c plan_cache_mode=force_generic_plan` };

/**
 * Adds an error listener to a new connection. Between the pool and TypeORM a connection has no listener for a moment, and an error event without a
 * listener ends the process. The statement that needs the connection reports its loss.
 */
function surviveLoss(client: pg.ClientBase): void {
  client.on('error', () => undefined);
}

const OLDEST_MAJOR = 15;
const EXTENSIONS = ['unaccent', 'pg_trgm', 'btree_gist'];

/** The properties that decide whether a server is fit for the registry. */
export interface ServerTraits {
  readonly major: number;
  readonly fsync: string;
  readonly pages: string;
  readonly encoding: string;
  /** Required extensions that are not available. */
  readonly missing: readonly string[];
  readonly icu: boolean;
  /** A standby, or a server that is set to take no changes. */
  readonly readOnly: boolean;
}

const TRAITS = `
  select current_setting('server_version_num')::int / 10000 as major, current_setting('fsync') as fsync,
         current_setting('full_page_writes') as pages, current_setting('server_encoding') as encoding,
         array(select x from unnest($1::text[]) x where not exists (select from pg_available_extensions a where a.name = x)) as missing,
         exists (select from pg_collation where collprovider = 'i') as icu,
         pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as "readOnly"`;

/**
 * Refuses a server that cannot be reached, or that could lose or misread data.
 * @throws StartupError saying which of its properties is wrong.
 */
export async function checkServer(where: DatabaseAddress, allowUnsafeFsync: boolean): Promise<void> {
  let client: pg.Client | undefined;
  let traits: ServerTraits;
  try {
    client = new pg.Client({ ...clientConfigOf(where), application_name: APPLICATION, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
    client.on('error', () => undefined); // The running query reports the error.
    await client.connect();
    traits = (await client.query<ServerTraits>(TRAITS, [EXTENSIONS])).rows[0]!;
  } catch (cause) {
    throw new StartupError(
      `Không kết nối được cơ sở dữ liệu (${reasonOf(cause)}). Hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL.`,
      `Cannot connect to the database (${reasonOf(cause)}). Check DATABASE_URL and the PostgreSQL server.`,
      { cause },
    );
  } finally {
    await client?.end().catch(() => undefined);
  }
  refuseUnfit(traits, allowUnsafeFsync);
}

/** @throws StartupError for the first trait that makes the server unfit. */
export function refuseUnfit({ major, encoding, fsync, pages, missing, icu, readOnly }: ServerTraits, allowUnsafeFsync: boolean): void {
  if (major < OLDEST_MAJOR) {
    refuse(
      `PostgreSQL ${major} quá cũ; cần từ ${OLDEST_MAJOR} trở lên`,
      `PostgreSQL ${major} is too old; ${OLDEST_MAJOR} or later is needed`,
    );
  }
  if (encoding !== 'UTF8') {
    refuse(
      `cơ sở dữ liệu dùng bảng mã ${encoding}; hãy tạo lại với UTF8`,
      `the database is encoded in ${encoding}; create it again in UTF8`,
    );
  }
  const off = [...(fsync === 'on' ? [] : ['fsync']), ...(pages === 'on' ? [] : ['full_page_writes'])].join(', ');
  if (off && !allowUnsafeFsync) {
    refuse(
      `máy chủ tắt ${off} nên có thể mất dữ liệu khi mất điện; hãy bật lại (chỉ để thử nghiệm: UNSAFE_FSYNC_OFF=on)`,
      `the server runs with ${off} off and can lose data when the power fails; switch it on (for trials only: UNSAFE_FSYNC_OFF=on)`,
    );
  }
  if (readOnly) {
    refuse(
      'máy chủ chỉ cho đọc (máy dự phòng, hoặc default_transaction_read_only); hãy đặt DATABASE_URL vào máy chủ chính',
      'the server takes no changes (a standby, or default_transaction_read_only); set DATABASE_URL to the primary',
    );
  }
  const lacking = [...missing, ...(icu ? [] : ['ICU'])].join(', ');
  if (lacking) {
    refuse(
      `máy chủ thiếu phần mở rộng ${lacking}; hãy cài gói postgresql-contrib`,
      `the server lacks ${lacking}; install the package postgresql-contrib`,
    );
  }
}

function refuse(vi: string, en: string): never {
  throw new StartupError(`Không dùng được cơ sở dữ liệu: ${vi}.`, `The database cannot be used: ${en}.`);
}
