import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { StartupError } from '../../errors/startup-error.js';
import { locateBinaries } from './binaries.js';
import { SUPERUSER, dataFolder, ensureCluster, passwordFile, serverHome, writeOwned, type Place } from './cluster.js';
import { alive, programName, runProgram } from './programs.js';
import { serviceAccount } from './service-account.js';

export interface ServerAddress {
  /** A folder with the Unix socket, or a loopback address. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface EmbeddedServer {
  readonly address: ServerAddress;
  /** The folder that holds the database files. It may lie outside `DATA_DIR` (see `serverHome`). */
  readonly folder: string;
  /** Starts the server again if it has died; otherwise does nothing. */
  revive(): Promise<void>;
  /** Stops the server unless another process of the registry still uses it. */
  release(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Extra lines of postgresql.conf; only the test cluster has any. */
  readonly extra?: Readonly<Record<string, string>>;
}

const USER = 'registry';
const DATABASE = 'registry';
/** Unix sockets have 108 bytes for their path on Linux, 104 on macOS; we leave a margin. */
const MAX_SOCKET_PATH = 100;
const SOCKET_PORT = 5432;
const START_ATTEMPTS = 5;

/**
 * Makes, starts or adopts the PostgreSQL server under `dataDir` and answers when it accepts connections.
 *
 * A server that a killed process left behind is adopted; two starts at once share one server, because `initdb` works in a
 * draft folder that is renamed, and PostgreSQL's own lock file decides who starts it.
 * @throws StartupError in one sentence for whatever cannot go on.
 */
export async function openEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const account = await serviceAccount();
  const binaries = await locateBinaries(account);
  const home = await serverHome(options.dataDir, account);
  const place = { home, binaries, account };
  await ensureCluster(place);
  const server = new Server(place, options.extra ?? {});
  await server.ensureRunning();
  return server;
}

class Server implements EmbeddedServer {
  address: ServerAddress;

  constructor(
    private readonly place: Place,
    private readonly extra: Readonly<Record<string, string>>,
  ) {}

  get folder(): string {
    return dataFolder(this.place);
  }

  async ensureRunning(): Promise<void> {
    let trouble = '';
    for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
      await this.removeForeignLock();
      const state = await this.postmaster();
      if (!state) {
        await this.writeConfiguration();
        const started = await this.control([
          'start',
          '-D',
          dataFolder(this.place),
          '-l',
          join(this.place.home, 'server.log'),
          '-w',
          '-t',
          '60',
          '-s',
        ]);
        // A failure may only mean that another start was quicker: look again before complaining.
        if (started.code !== 0) trouble = started.complaint;
      }
      const running = await this.postmaster();
      if (running && (await this.adopt(running))) return;
      await sleep(300 * (attempt + 1));
    }
    const log = await tail(join(this.place.home, 'server.log'));
    throw new StartupError(
      `PostgreSQL kèm theo không khởi động được (${log || trouble}). Xem ${join(this.place.home, 'server.log')}.`,
      `The bundled PostgreSQL did not start (${log || trouble}). See ${join(this.place.home, 'server.log')}.`,
    );
  }

  async revive(): Promise<void> {
    const running = await this.postmaster();
    if (!running || !alive(running.pid)) await this.ensureRunning();
  }

  async release(): Promise<void> {
    const client = new pg.Client({ ...this.address, application_name: 'registry-stop' });
    try {
      await client.connect();
      const { rows } = await client.query(
        `select count(*)::int as others from pg_stat_activity
          where backend_type = 'client backend' and application_name <> 'registry-stop'`,
      );
      if (rows[0].others > 0) return;
    } catch {
      // Not reachable: stopping is all that is left to do.
    } finally {
      await client.end().catch(() => undefined);
    }
    await this.control(['stop', '-D', dataFolder(this.place), '-m', 'fast', '-w', '-t', '30', '-s']);
  }

  private async adopt(state: PostmasterState): Promise<boolean> {
    const password = (await readFile(passwordFile(this.place), 'utf8')).trim();
    const host = state.socketFolder || '127.0.0.1';
    this.address = { host, port: state.port, user: USER, password, database: DATABASE };
    const client = new pg.Client({ ...this.address, user: SUPERUSER, database: 'postgres', connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
      if (rowCount === 0) {
        const role = `create role ${USER} login createdb password ${client.escapeLiteral(password)}`;
        await client.query(role).catch(ignoreDuplicate);
        await client.query(`create database ${DATABASE} owner ${USER}`).catch(ignoreDuplicate);
      }
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async postmaster(): Promise<PostmasterState | undefined> {
    const text = await readFile(join(dataFolder(this.place), 'postmaster.pid'), 'utf8').catch(() => undefined);
    const [pid, , , port, socketFolder] = text?.split('\n') ?? [];
    if (!pid || !port || !alive(Number(pid))) return undefined;
    return { pid: Number(pid), port: Number(port), socketFolder: socketFolder ?? '' };
  }

  /** A lock file whose process is dead, or whose number now belongs to another program (usual after a container restart), would block the start for ever. */
  private async removeForeignLock(): Promise<void> {
    const lock = join(dataFolder(this.place), 'postmaster.pid');
    const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0]);
    if (!pid) return;
    const ours = alive(pid) && (programName(pid) ?? 'postgres').startsWith('postgres');
    if (!ours) await rm(lock, { force: true });
  }

  private async writeConfiguration(): Promise<void> {
    const bySocket = process.platform !== 'win32' && Buffer.byteLength(join(this.place.home, `.s.PGSQL.${SOCKET_PORT}`)) < MAX_SOCKET_PATH;
    const settings: Record<string, string> = {
      listen_addresses: bySocket ? '' : '127.0.0.1',
      unix_socket_directories: bySocket ? this.place.home : '',
      unix_socket_permissions: '0700',
      port: String(bySocket ? SOCKET_PORT : await freePort()),
      max_connections: '60',
      shared_buffers: '128MB',
      timezone: 'UTC',
      log_timezone: 'UTC',
      ...this.extra,
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
    await writeOwned(this.place, join(dataFolder(this.place), 'registry.conf'), `# Written at every start.\n${lines.join('\n')}\n`);
  }

  private control(args: string[]): ReturnType<typeof runProgram> {
    return runProgram({ ...this.place, folder: this.place.home }, 'pg_ctl', args);
  }
}

interface PostmasterState {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

async function tail(file: string): Promise<string> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).trim().split('\n');
  return lines.findLast(line => /FATAL|ERROR|PANIC/.test(line)) ?? '';
}

const sleep = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms));

function ignoreDuplicate(error: { code?: string }): void {
  const duplicateDatabase = '42P04';
  const duplicateRole = '42710';
  const uniqueViolation = '23505';
  if (![duplicateDatabase, duplicateRole, uniqueViolation].includes(error.code ?? '')) throw error;
}
