import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { StartupError } from '../../errors/startup-error.js';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { locateBinaries } from './binaries.js';
import { SUPERUSER, dataFolder, ensureCluster, passwordFile, filesOf, serverHome, type ClusterLocation } from './cluster.js';
import { postmasterOf, removeDeadLocks, type Postmaster } from './postmaster.js';
import { reasonOf, runProgram } from './programs.js';
import { ServerLease } from './server-lease.js';
import { ServerLog } from './server-log.js';
import { serviceAccount } from './service-account.js';
import { ifMissing, isShortage } from './shortage.js';

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
  /** The folder with the database files. It may be outside `DATA_DIR` (see `serverHome`). */
  readonly folder: string;
  /** Starts the server again if it has died, and keeps its log short. To be called each second. */
  revive(): Promise<void>;
  /** Stops the server unless another process of the registry still uses it. */
  release(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Extra lines of postgresql.conf; only the tests and the bench have any. */
  readonly extra?: Readonly<Record<string, string>>;
}

const USER = 'registry';
const DATABASE = 'registry';
/** The path of a Unix socket has 108 bytes on Linux and 104 on macOS; this leaves a margin. */
const MAX_SOCKET_PATH = 100;
const SOCKET_PORT = 5432;
/** How long to wait for a server that recovers from a crash; after that the start fails, and the next one goes on waiting. */
const START_TIMEOUT_MS = 120_000;
const MAX_FAILURES = 3;
const PAUSE_MS = 250;

/**
 * Creates, starts or adopts the PostgreSQL server under `dataDir`; resolves when it accepts connections.
 *
 * A server that a killed process left running is adopted. Two simultaneous starts share one server, because `initdb` works in a
 * draft folder that is renamed, and PostgreSQL's own lock file decides which of them starts it.
 * @throws StartupError.
 */
export async function openEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    const account = await serviceAccount(options.dataDir);
    const binaries = await locateBinaries(account);
    const home = await serverHome(options.dataDir, account);
    const location = { home, binaries, account };
    await ensureCluster(location);
    return await new Server(location, options.extra ?? {}).open();
  } catch (cause) {
    // An error of the operating system (a full disk, a missing right) is for the operator; anything else is a defect and keeps its stack.
    const { syscall, path } = cause as NodeJS.ErrnoException;
    if (cause instanceof StartupError || syscall === undefined) throw cause;
    if (isShortage(cause)) {
      throw new StartupError(
        `Máy không cấp đủ cho chương trình (${reasonOf(cause)}: ${syscall}). Hãy nâng giới hạn số tệp mở và số tiến trình (ulimit -n, ulimit -u; LimitNOFILE= của systemd).`,
        `The machine does not give the program what it needs (${reasonOf(cause)}: ${syscall}). Raise the limits of open files and processes (ulimit -n, ulimit -u; LimitNOFILE= of systemd).`,
        { cause },
      );
    }
    throw new StartupError(
      `Không chuẩn bị được PostgreSQL kèm theo (${reasonOf(cause)}: ${path ?? syscall}). Hãy kiểm tra DATA_DIR, quyền ghi và dung lượng ổ đĩa.`,
      `The bundled PostgreSQL could not be made ready (${reasonOf(cause)}: ${path ?? syscall}). Check DATA_DIR, its rights and the space on the disk.`,
      { cause },
    );
  }
}

class Server implements EmbeddedServer {
  address: ServerAddress;
  private lease: ServerLease | undefined;
  private reviving: Promise<void> | undefined;
  private released = false;
  private readonly log: ServerLog;

  constructor(
    private readonly location: ClusterLocation,
    private readonly extra: Readonly<Record<string, string>>,
  ) {
    this.log = new ServerLog(join(location.home, 'server.log'), filesOf(location));
  }

  get folder(): string {
    return dataFolder(this.location);
  }

  private get socket(): string {
    return join(this.location.home, `.s.PGSQL.${SOCKET_PORT}`);
  }

  async open(): Promise<this> {
    try {
      await this.ensureRunning();
      return this;
    } catch (error) {
      // A server that was reached but could not be used (its disk is full) is stopped; one that still recovers is left to the next start.
      if (this.lease?.held) await this.release();
      throw error;
    }
  }

  private async ensureRunning(): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    let failure: StartFailure | undefined;
    for (let failures = 0; failures < MAX_FAILURES && Date.now() < deadline && !this.released; await sleep(PAUSE_MS)) {
      removeDeadLocks(this.folder, `${this.socket}.lock`);
      failure = postmasterOf(this.folder) ? undefined : await this.start();
      // The start may have failed because another process was faster.
      const running = postmasterOf(this.folder);
      if (running) failure = await this.adopt(running);
      if (running && !failure) return;
      if (!failure?.transient) failures++;
    }
    throw new StartupError(
      `PostgreSQL kèm theo không khởi động được (${failure?.reason ?? '?'}). Xem ${this.log.path}.`,
      `The bundled PostgreSQL did not start (${failure?.reason ?? '?'}). See ${this.log.path}.`,
    );
  }

  revive(): Promise<void> {
    if (this.released) return Promise.resolve();
    if (this.isAlive()) return this.log.shorten();
    this.reviving ??= this.ensureRunning().finally(() => (this.reviving = undefined));
    return this.reviving;
  }

  /** While the process is out of descriptors nothing can be said of the server, and nothing done about it. */
  private isAlive(): boolean {
    try {
      return this.lease?.held === true && postmasterOf(this.folder) !== undefined;
    } catch (error) {
      if (isShortage(error)) return true;
      throw error;
    }
  }

  async release(): Promise<void> {
    if (this.released) return;
    this.released = true;
    await this.reviving?.catch(() => undefined);
    // A server that cannot be reached any more is of no use to other processes either.
    const lease = this.lease?.held ? this.lease : await ServerLease.acquire(this.asSuperuser()).catch(unlessShortage);
    const last = lease ? await lease.release().catch(() => true) : true;
    try {
      if (last && postmasterOf(this.folder)) await this.control(['stop', '-D', this.folder, '-m', 'fast', '-w', '-t', '30', '-s']);
    } finally {
      await lease?.end();
    }
  }

  /** Starts the server. @returns what kept it from starting, if it did not start. */
  private async start(): Promise<StartFailure | undefined> {
    await this.log.shorten();
    const logSize = await this.log.size();
    await this.writeConfiguration();
    const { code, lastError } = await this.control(['start', '-D', this.folder, '-l', this.log.path, '-w', '-t', '60', '-s']);
    if (code === 0) return undefined;
    const message = (await this.log.lastErrorAfter(logSize)) ?? lastError;
    // The processes of a killed server take a moment to end.
    return { reason: message, transient: /shared memory block|lock file "[^"]*" (already exists|is empty)/.test(message) };
  }

  /** Acquires a lease on a running server and creates the registry's role and database if they are missing. */
  private async adopt({ port, socketFolder }: Postmaster): Promise<StartFailure | undefined> {
    const password = (await filesOf(this.location).read(passwordFile(this.location))).trim();
    this.address = { host: socketFolder || '127.0.0.1', port, user: USER, password, database: DATABASE };
    await this.lease?.end();
    try {
      this.lease = await ServerLease.acquire(this.asSuperuser());
      await createRoleAndDatabase(this.lease, password);
      return undefined;
    } catch (error) {
      const { code } = error as { code?: string };
      return { reason: reasonOf(error), transient: code === undefined || TRANSIENT_CODES.has(code) };
    }
  }

  private asSuperuser(): pg.ClientConfig {
    return { ...this.address, user: SUPERUSER, database: 'postgres' };
  }

  private async writeConfiguration(): Promise<void> {
    const bySocket = process.platform !== 'win32' && Buffer.byteLength(this.socket) < MAX_SOCKET_PATH;
    const file = join(this.folder, 'registry.conf');
    const settings: Record<string, string> = {
      listen_addresses: bySocket ? '' : '127.0.0.1',
      unix_socket_directories: bySocket ? this.location.home : '',
      unix_socket_permissions: '0700',
      port: String(bySocket ? SOCKET_PORT : await freePort(this.address?.port ?? (await portIn(file)))),
      max_connections: '100',
      shared_buffers: '128MB',
      timezone: 'UTC',
      log_timezone: 'UTC',
      // Without refused statements, which are answered to those who sent them and may hold what they wrote.
      log_min_messages: 'log',
      log_min_error_statement: 'panic',
      log_checkpoints: 'off',
      ...this.extra,
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
    await filesOf(this.location).write(file, `# Written at every start.\n${lines.join('\n')}\n`);
  }

  private control(args: string[]): ReturnType<typeof runProgram> {
    return runProgram({ ...this.location, folder: this.location.home }, 'pg_ctl', args);
  }
}

interface StartFailure {
  readonly reason: string;
  /** Whether the start should be tried again. */
  readonly transient: boolean;
}

/** Error codes of a server that is starting, recovering or stopping. A connection that was cut has no code. */
const TRANSIENT_CODES = new Set(['57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT']);

async function createRoleAndDatabase(lease: ServerLease, password: string): Promise<void> {
  await lease.query(`select pg_advisory_lock($1)`, [ADVISORY_LOCKS.embeddedSetup]);
  const [existing] = await lease.query<{ role: boolean; database: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as role, exists (select from pg_database where datname = $2) as database`,
    [USER, DATABASE],
  );
  if (!existing!.role) await lease.query(`create role ${USER} login createdb password ${pg.escapeLiteral(password)}`);
  if (!existing!.database) await lease.query(`create database ${DATABASE} owner ${USER}`);
  await lease.query(`select pg_advisory_unlock($1)`, [ADVISORY_LOCKS.embeddedSetup]);
}

/** The port of the previous start: processes that still run know the server by it. */
async function portIn(configuration: string): Promise<number | undefined> {
  const port = /^port = '(\d+)'/m.exec(await readFile(configuration, 'utf8').catch(ifMissing('')))?.[1];
  return port === undefined || Number(port) === SOCKET_PORT ? undefined : Number(port);
}

function freePort(wanted = 0): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', error => (wanted === 0 ? fail(error) : done(freePort())));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

/** Whether others use the server is not known to a process that is out of descriptors: it leaves the server running. */
function unlessShortage(error: unknown): undefined {
  if (isShortage(error)) throw error;
}

const sleep = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms));
