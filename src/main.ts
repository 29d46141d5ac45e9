import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { ExampleLoader } from './app/example/example.loader.js';
import { openRegistry, type Registry } from './app/registry.js';
import { AccountsService } from './features/accounts/accounts.service.js';
import { messageLanguage } from './platform/config/message-language.js';
import { readSettings, type Settings } from './platform/config/settings.js';
import { sentenceOf } from './app/start-fault.js';
import { StartupError } from './platform/errors/startup-error.js';
import { Log } from './platform/logging/log.js';
import { joined, type Bilingual } from './shared/language.js';

// By default the heap may grow to a multiple of what is alive before garbage is collected: under a mix of documents never seen, the process
// took 400 to 500 MB for 110 that were alive. A quarter more is enough, at the same speed (docs/performance.md).
setFlagsFromString('--heap-growing-percent=25');
// Otherwise what was often alive at a collection is put among the old objects at once, where it keeps everything alive that it refers to until those
// are collected: tables of statistics filled the old heap six times as fast, and p95 was twice as high.
setFlagsFromString('--no-allocation-site-pretenuring');

const WATCH_MS = 1_000;
const PARENT_WATCH_MS = 500;
/** A stop that takes longer hangs: then the process exits anyway, so that the supervisor does not wait for ever. */
const STOP_LIMIT_MS = 30_000;
/** Grace period in which clients with kept connections receive an answer with `Connection: close` (see `Shutdown`). */
const KEEP_ALIVE_GRACE_MS = 1_000;

async function start(settings: Settings, log: Log, stopping: AbortSignal): Promise<Running> {
  const { api, access, jobs, timeouts } = settings;
  const registry = await openRegistry(settings, { log, api, access, jobs, timeouts });
  try {
    stopping.throwIfAborted();
    const example = settings.example ?? registry.embedded !== undefined;
    const loaded = example && (await registry.app.get(ExampleLoader).loadIfEmpty());
    stopping.throwIfAborted();
    const url = await listen(registry, settings);
    keepDatabaseAlive(registry, log);
    // Last, when nothing can fail any more: the password is shown only once.
    const password = await registry.app.get(AccountsService).ensureAdministrator(settings.adminPassword);
    return { registry, greeting: greetingOf(url, registry, { password, loaded }) };
  } catch (error) {
    await registry.close();
    throw error;
  }
}

interface Running {
  readonly registry: Registry;
  readonly greeting: Bilingual;
}

async function listen({ app }: Registry, { host, port }: Settings): Promise<string> {
  try {
    // Not Nest's own `listen`: it would also log the error that is printed as a sentence below.
    await app.getHttpAdapter().getInstance().listen({ host, port });
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new StartupError(
        `Cổng ${port} đang được chương trình khác dùng. Hãy đặt PORT khác (PORT=0 tự chọn cổng trống), hoặc dừng chương trình kia.`,
        `Port ${port} is used by another program. Set another PORT (PORT=0 takes a free one), or stop that program.`,
        { cause: error },
      );
    }
    // The operating system refuses the address: an unknown name, an address of another machine, a port reserved for root.
    if (syscall === undefined) throw error;
    throw new StartupError(
      `Không mở được địa chỉ ${host}:${port} (${code}). Hãy kiểm tra HOST và PORT.`,
      `Cannot listen on ${host}:${port} (${code}). Check HOST and PORT.`,
      { cause: error },
    );
  }
  const { address, port: taken } = app.getHttpServer().address() as AddressInfo;
  return `http://${address.includes(':') ? `[${address}]` : address}:${taken}`;
}

/** Starts the embedded server again when it dies. Until then requests fail with DATABASE_UNAVAILABLE. */
function keepDatabaseAlive({ embedded }: Registry, log: Log): void {
  if (!embedded) return;
  setInterval(() => {
    embedded.revive().catch((error: unknown) => log.error('the embedded database did not start again', { error: String(error) }));
  }, WATCH_MS).unref();
}

/**
 * Returns the function that stops the registry in order (see `Shutdown`); further calls do nothing. A stop during the start waits until the start has
 * been broken off, so that no database server is left running.
 */
function stopOnce(starting: Promise<Running>, log: Log, stopping: AbortController): (signal: string) => void {
  const end = async (signal: string): Promise<void> => {
    log.info('stopping', { signal });
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    try {
      const running = await starting.catch(() => undefined);
      await running?.registry.close(KEEP_ALIVE_GRACE_MS);
      process.exit(0);
    } catch (error) {
      log.error('stopping failed', { error: String(error) });
      process.exit(1);
    }
  };
  return signal => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    void end(signal);
  };
}

/** The scripts in which npm, or `scripts/dev.mjs`, is the parent of the registry. */
const RUN_BY_NPM: ReadonlySet<string | undefined> = new Set(['start', 'dev', 'debug']);

/** `npm start` ends on a signal without passing it on. So the registry stops when its parent npm has ended. */
function stopWithParent(stop: (signal: string) => void): void {
  if (!RUN_BY_NPM.has(process.env.npm_lifecycle_event)) return;
  // npm starts a shell, and that starts node: when npm alone is killed, the shell goes on with another parent. Where the shell was replaced by node,
  // npm is the parent, and what started npm may end.
  const throughShell = SHELLS.has(procFile(process.ppid, 'comm')?.trim());
  const above = (): string => `${process.ppid} ${throughShell ? parentOf(process.ppid) : ''}`;
  const started = above();
  setInterval(() => {
    if (above() !== started) stop('npm ended');
  }, PARENT_WATCH_MS).unref();
}

/** `undefined` on systems without /proc: there only the end of the parent itself is noticed. */
const parentOf = (pid: number): string | undefined => /\) \S (\d+)/.exec(procFile(pid, 'stat') ?? '')?.[1];

const SHELLS: ReadonlySet<string | undefined> = new Set(['sh', 'dash', 'bash', 'ash', 'busybox', 'zsh']);

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}

function greetingOf(
  url: string,
  { embedded }: Registry,
  { password, loaded }: { password: string | undefined; loaded: boolean },
): Bilingual {
  const data = embedded?.folder ?? 'DATABASE_URL';
  return joined(
    [
      {
        vi: `Sổ đăng ký mô hình “Dân vận khéo” đang chạy tại ${url}/graphql`,
        en: `The registry of “Dân vận khéo” models listens on ${url}/graphql`,
      },
      { vi: `Mở bằng trình duyệt: ${url}`, en: `Open in a browser: ${url}` },
      { vi: `Dữ liệu: ${data}`, en: `Data: ${data}` },
      ...(loaded
        ? [
            {
              vi: 'Đã nạp ví dụ: huyện Quế Sơn 2008–nay, sơ kết 13/10/2022',
              en: 'The example is loaded: the district of “Quế Sơn” from 2008 to now, and its review of 13 October 2022',
            },
          ]
        : []),
      ...(password
        ? [{ vi: `Mật khẩu quản trị (chỉ hiện một lần): ${password}`, en: `The administrator’s password (shown once): ${password}` }]
        : []),
      { vi: 'Lấy mã truy cập: npm run cli -- token create --name TÊN', en: 'Get an access token: npm run cli -- token create --name NAME' },
      { vi: 'Câu hỏi đầu tiên: xem README.md', en: 'The first query: see README.md' },
    ],
    '\n',
  );
}

async function main(): Promise<void> {
  const stopping = new AbortController();
  try {
    const settings = readSettings();
    const log = new Log(settings.logLevel);
    const starting = start(settings, log, stopping.signal);
    const stop = stopOnce(starting, log, stopping);
    // SIGHUP is sent when the terminal is closed.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
    stopWithParent(stop);
    console.log((await starting).greeting[messageLanguage()]);
  } catch (error) {
    // A start that was broken off by a stop may fail half-way; that is not reported.
    if (stopping.signal.aborted) return;
    console.error(sentenceOf(error)?.[messageLanguage()] ?? error);
    process.exit(1);
  }
}

await main();
