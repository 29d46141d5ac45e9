import { afterAll, beforeAll, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { chmod, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Program, processes, until, type Ended } from './program.js';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const BUILD_LIMIT_MS = 240_000;
/** Some seconds are enough on an idle machine; the limit is for a busy one. */
const TEST_LIMIT_MS = 180_000;
const URL_LINE = /(http:\/\/\S+)\/graphql/;

export type Environment = Readonly<Record<string, string>>;

export interface Where {
  /** The folder of the program; the checkout by default. */
  readonly program?: string;
  readonly cwd?: string;
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
}

export interface Answer {
  readonly status: number;
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** A running registry. */
export interface Running {
  readonly program: Program;
  readonly url: string;
  ask(token: string, query: string, variables?: object): Promise<Answer>;
  /** Whether it answers a query that needs the database. */
  answers(token: string): Promise<boolean>;
}

/** The operator of a registry: starts and kills it, and runs commands. Everything that a test file starts and writes is removed after it. */
export class Operator {
  private readonly programs: Program[] = [];
  private readonly folders: string[] = [];

  /** A folder that other accounts can enter. */
  async folder(): Promise<string> {
    const folder = await mkdtemp(join(realpathSync(tmpdir()), 'dvk-process-'));
    this.folders.push(folder);
    await chmod(folder, 0o755);
    return folder;
  }

  /** Also removes what a start has created outside its folder. */
  owns(path: string): void {
    this.folders.push(path);
  }

  run(command: string, args: readonly string[], env: Environment, { cwd, account }: Where = {}): Program {
    const { PATH = '', HOME = '', TMPDIR } = process.env;
    const program = new Program(command, args, {
      cwd: cwd ?? ROOT,
      // Without the developer's own settings, above all without DATABASE_URL.
      env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), PORT: '0', ...env },
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    this.programs.push(program);
    return program;
  }

  main(env: Environment, where: Where = {}): Program {
    return this.run(process.execPath, [join(where.program ?? ROOT, 'dist/main.js')], env, where);
  }

  async start(env: Environment, where?: Where): Promise<Running> {
    const program = this.main(env, where);
    const [, url] = await program.says(URL_LINE);
    return {
      program,
      url: url!,
      ask: (token, query, variables) => ask(url!, token, query, variables),
      answers: async token => (await ask(url!, token, '{ units { totalCount } }')).data?.units?.totalCount >= 0,
    };
  }

  cli(words: string, env: Environment, where: Where = {}): Promise<Ended> {
    return this.run(process.execPath, [join(where.program ?? ROOT, 'dist/cli.js'), ...words.split(' ')], env, where).ended;
  }

  async token(env: Environment, where?: Where): Promise<string> {
    const { stdout, stderr } = await this.cli('token create --name x --role boardStaff', env, where);
    const token = stdout.trim().split('\n').at(-1);
    if (!token) throw new Error(`no token: ${stderr}`);
    return token;
  }

  /** Ends everything that this test file has started, also after a failed test. */
  async leave(): Promise<void> {
    await Promise.all(this.programs.filter(({ running }) => running).map(program => program.kill('SIGKILL')));
    for (const folder of this.folders) {
      for (const pid of serversOn(folder)) process.kill(pid, 'SIGQUIT');
      await until('PostgreSQL has stopped', () => serversOn(folder).length === 0);
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** For one test file: builds the program before its tests and removes everything after them. */
export function operator(): Operator {
  jest.setTimeout(TEST_LIMIT_MS);
  const made = new Operator();
  beforeAll(build, BUILD_LIMIT_MS);
  afterAll(() => made.leave());
  return made;
}

/** Of several test files that start at the same time, one builds. */
async function build(): Promise<void> {
  const lock = join(tmpdir(), `dvk-build-${Buffer.from(ROOT).toString('base64url').slice(-40)}`);
  await until(
    'the program is built',
    async () => {
      const mine = await open(lock, 'wx').catch(() => undefined);
      if (!mine) return false;
      try {
        const { status, stderr } = spawnSync(process.execPath, ['scripts/build-if-needed.mjs'], { cwd: ROOT });
        if (status !== 0) throw new Error(String(stderr));
        return true;
      } finally {
        await mine.close();
        await rm(lock);
      }
    },
    BUILD_LIMIT_MS,
  );
}

/** The processes of embedded servers (and of initdb) for a DATA_DIR or a folder above it. */
export function serversOn(folder: string): number[] {
  return processes()
    .filter(({ command }) => command.includes('-D ') && command.includes(`${folder}/`) && !command.startsWith(process.execPath))
    .map(({ pid }) => pid);
}

/** The processes of the embedded server of a DATA_DIR, the postmaster first. */
export function serverProcesses(dataDir: string): number[] {
  const file = join(dataDir, 'postgres', 'pgdata', 'postmaster.pid');
  const postmaster = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
  const all = processes();
  if (postmaster === undefined || !all.some(({ pid }) => pid === postmaster)) return [];
  return [postmaster, ...all.filter(({ parent }) => parent === postmaster).map(({ pid }) => pid)];
}

/** Opens a connection of its own to the embedded server's database. */
export async function connect(dataDir: string): Promise<pg.Client> {
  const folder = join(dataDir, 'postgres', 'pgdata');
  const [, , , port, socketFolder] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(folder, 'registry.password'), 'utf8').trim();
  const client = new pg.Client({ host: socketFolder || '127.0.0.1', port: Number(port), user: 'postgres', password, database: 'registry' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export async function rows(dataDir: string, text: string): Promise<any[]> {
  const client = await connect(dataDir);
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function ask(url: string, token: string, query: string, variables: object = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, connection: 'close' },
    body: JSON.stringify({ query, variables }),
  });
  return { ...((await response.json()) as Omit<Answer, 'status'>), status: response.status };
}
