import type { AddressInfo } from 'node:net';
import { ExampleLoader } from './app/example/example.loader.js';
import { openRegistry, type Registry } from './app/registry.js';
import { AccountsService } from './features/accounts/accounts.service.js';
import { messageLanguage } from './platform/config/message-language.js';
import { readSettings, type Settings } from './platform/config/settings.js';
import { StartupError } from './platform/errors/startup-error.js';
import { Log } from './platform/logging/log.js';
import { joined, type Bilingual } from './shared/language.js';

const WATCH_MS = 1_000;
const PARENT_WATCH_MS = 500;
/** A stop that takes longer than this has hung: the supervisor must not wait for ever. */
const STOP_LIMIT_MS = 30_000;
/** Long enough for whoever keeps asking on a kept connection to be told, with an answer, to go elsewhere. */
const QUIET_MS = 1_000;

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
    // Last, when nothing can fail any more: its password is shown this once.
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
    // Not Nest's own `listen`: it would log the refusal beside the sentence.
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
    // The system's refusal of the address: an unknown name, an address of another machine, a port kept for root.
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

/** An embedded server that dies under a running registry is started again; until then requests are told that the database is unreachable. */
function keepDatabaseAlive({ embedded }: Registry, log: Log): void {
  if (!embedded) return;
  setInterval(() => {
    embedded.revive().catch((error: unknown) => log.error('the embedded database did not start again', { error: String(error) }));
  }, WATCH_MS).unref();
}

/** What ends the registry in order, at the first call. A stop during the start waits for it to break off, so that no database is left running. */
function stopOnce(starting: Promise<Running>, log: Log, stopping: AbortController): (signal: string) => void {
  const end = async (signal: string): Promise<void> => {
    log.info('stopping', { signal });
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    try {
      const running = await starting.catch(() => undefined);
      await running?.registry.close(QUIET_MS);
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

/** `npm start` dies of a signal without handing it on: whoever stops npm means the registry. */
function stopWithParent(stop: (signal: string) => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop('npm ended');
  }, PARENT_WATCH_MS).unref();
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
    // SIGHUP comes when the terminal is closed.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
    stopWithParent(stop);
    console.log((await starting).greeting[messageLanguage()]);
  } catch (error) {
    // A start that was told to stop may fail half-way; that is no trouble to tell of.
    if (stopping.signal.aborted) return;
    console.error(error instanceof StartupError ? error.text[messageLanguage()] : error);
    process.exit(1);
  }
}

await main();
