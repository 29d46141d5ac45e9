import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { StartupError } from '../errors/startup-error.js';
import { nearMiss } from './near-miss.js';
import type { Retention } from './retention.js';
import { fileSettingsOf, fileSettingsRules, fileSettingsShape, missingForS3, type FileSettings } from '../files/file.settings.js';

const onOff = z.enum(['on', 'off']);
const seconds = z.coerce.number().int().min(1).max(3_600);

/** Only this machine reaches it: a first start on a laptop, where looking around is what the API is there for. */
const isLoopback = (host: string): boolean => /^(127\.[\d.]+|::1|localhost)$/.test(host);
/** https, or this machine. */
const SAFE_URL = /^(https:\/\/[^\s/?#]+|http:\/\/(127\.[\d.]+|localhost)(:\d+)?)(\/[^\s?#]*)?$/;

/** Addresses and networks, with commas between them. */
const networks = z.string().transform((text, check) => {
  const named = text.split(',').map(part => part.trim());
  if (named.every(isNetwork)) return named;
  check.addIssue({ code: 'custom' });
  return z.NEVER;
});

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  return family !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
}

/** Every setting the registry reads from its environment, with its default. The README explains them to operators. */
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/)
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  ADMIN_PASSWORD: z.string().min(12).max(200).optional(),
  EXAMPLE: onOff.optional(),
  EXPLORABLE: onOff.optional(),
  TRUSTED_DOCUMENTS: z.string().min(1).optional(),
  TRUSTED_ONLY: onOff.default('off'),
  POINTS_PER_MINUTE: z.coerce.number().int().min(1_000).max(1_000_000_000).default(300_000),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/)
    .optional(),
  STATEMENT_TIMEOUT: seconds.default(15),
  LOCK_TIMEOUT: seconds.default(5),
  IDLE_TRANSACTION_TIMEOUT: seconds.default(30),
  UNSAFE_FSYNC_OFF: onOff.default('off'),
  TRUSTED_PROXIES: networks.optional(),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(1_440).default(60),
  PUBLIC_URL: z
    .string()
    .regex(SAFE_URL)
    .transform(url => url.replace(/\/$/, ''))
    .optional(),
  OIDC_ISSUER: z.string().regex(SAFE_URL).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  SESSION_HOURS: z.coerce.number().int().min(1).max(720).default(12),
  PERSONAL_DATA_MONTHS: z.coerce.number().int().min(1).max(1_200).optional(),
  PERSONAL_DATA_REASON: z.string().min(10).max(500).optional(),
  JOBS: onOff.default('on'),
  ...fileSettingsShape,
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
});
const checked = schema
  .refine(raw => raw.TRUSTED_ONLY === 'off' || raw.TRUSTED_DOCUMENTS !== undefined, { path: ['TRUSTED_ONLY'] })
  .refine(raw => (raw.PERSONAL_DATA_MONTHS === undefined) === (raw.PERSONAL_DATA_REASON === undefined), { path: ['PERSONAL_DATA_REASON'] })
  .superRefine((raw, check) => {
    for (const name of missingForS3(raw)) check.addIssue({ code: 'custom', path: [name] });
    const vouching = [raw.OIDC_CLIENT_ID, raw.OIDC_CLIENT_SECRET, raw.PUBLIC_URL];
    if (raw.OIDC_ISSUER !== undefined && vouching.includes(undefined)) check.addIssue({ code: 'custom', path: ['OIDC_ISSUER'] });
  });

type Raw = z.infer<typeof schema>;

const SECONDS = { vi: 'số giây từ 1 đến 3600', en: 'a number of seconds from 1 to 3600' };

/** What each setting must be, as a refusal tells it in both languages. */
const RULES: Readonly<Record<keyof Raw, { readonly vi: string; readonly en: string }>> = {
  PORT: { vi: 'số nguyên từ 0 đến 65535', en: 'a whole number from 0 to 65535' },
  HOST: { vi: 'tên hoặc địa chỉ của máy này', en: 'a name or address of this machine' },
  DATABASE_URL: {
    vi: 'một địa chỉ dạng postgres://tên:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu',
    en: 'an address of the form postgres://user:password@host:port/database',
  },
  DATA_DIR: { vi: 'một thư mục', en: 'a folder' },
  ADMIN_PASSWORD: { vi: 'một mật khẩu từ 12 đến 200 ký tự', en: 'a password of 12 to 200 characters' },
  EXAMPLE: { vi: 'on hoặc off', en: 'on or off' },
  EXPLORABLE: { vi: 'on hoặc off', en: 'on or off' },
  TRUSTED_DOCUMENTS: {
    vi: 'một thư mục, hoặc tệp .json do lệnh “documents build” tạo',
    en: 'a folder, or a .json file made by “documents build”',
  },
  POINTS_PER_MINUTE: { vi: 'số nguyên từ 1000 đến 1000000000', en: 'a whole number from 1000 to 1000000000' },
  METRICS_TOKEN: { vi: 'một mã từ 16 đến 200 ký tự, không dấu cách', en: 'a token of 16 to 200 characters without blanks' },
  STATEMENT_TIMEOUT: SECONDS,
  LOCK_TIMEOUT: SECONDS,
  IDLE_TRANSACTION_TIMEOUT: SECONDS,
  TRUSTED_ONLY: { vi: 'on hoặc off, và on thì cần TRUSTED_DOCUMENTS', en: 'on or off, and on needs TRUSTED_DOCUMENTS' },
  UNSAFE_FSYNC_OFF: { vi: 'on hoặc off', en: 'on or off' },
  TRUSTED_PROXIES: {
    vi: 'các địa chỉ hoặc dải địa chỉ, cách nhau bằng dấu phẩy, ví dụ 127.0.0.1, 10.0.0.0/8',
    en: 'addresses or networks with commas between them, for example 127.0.0.1, 10.0.0.0/8',
  },
  SESSION_IDLE_MINUTES: { vi: 'số phút từ 5 đến 1440', en: 'a number of minutes from 5 to 1440' },
  PUBLIC_URL: {
    vi: 'địa chỉ https mà mọi người dùng, cần khi có OIDC_ISSUER',
    en: 'the https address that people use, needed with OIDC_ISSUER',
  },
  OIDC_ISSUER: {
    vi: 'địa chỉ https, cùng với OIDC_CLIENT_ID, OIDC_CLIENT_SECRET và PUBLIC_URL',
    en: 'an https address, together with OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL',
  },
  OIDC_CLIENT_ID: { vi: 'tên do hệ thống đăng nhập một lần cấp', en: 'the name given by the single sign-on' },
  OIDC_CLIENT_SECRET: { vi: 'mã bí mật do hệ thống đăng nhập một lần cấp', en: 'the secret given by the single sign-on' },
  SESSION_HOURS: { vi: 'số giờ từ 1 đến 720', en: 'a number of hours from 1 to 720' },
  PERSONAL_DATA_MONTHS: {
    vi: 'số tháng từ 1 đến 1200, cùng với PERSONAL_DATA_REASON',
    en: 'a number of months from 1 to 1200, together with PERSONAL_DATA_REASON',
  },
  PERSONAL_DATA_REASON: {
    vi: 'lý do từ 10 đến 500 ký tự, cùng với PERSONAL_DATA_MONTHS',
    en: 'a reason of 10 to 500 characters, together with PERSONAL_DATA_MONTHS',
  },
  JOBS: { vi: 'on hoặc off', en: 'on or off' },
  ...fileSettingsRules,
  LOG_LEVEL: { vi: 'error, warn, info hoặc debug', en: 'error, warn, info or debug' },
};

/** The settings of the API, for whatever asks by injection. */
export const API_SETTINGS = Symbol('API settings');

/** How the API meets those who ask. */
export interface ApiSettings {
  /** Whether clients may look around: introspection, and hints of names in messages. */
  readonly explorable: boolean;
  /** Documents that the operator vouches for: a folder of `.graphql` files or a manifest. */
  readonly trustedDocuments: string | undefined;
  /** No other document is answered. */
  readonly trustedOnly: boolean;
  /** What an account, token or address may ask for in a minute: rows, as the gate reckons. */
  readonly pointsPerMinute: number;
  /** What Prometheus shows to read `/metrics`; absent: there is none. */
  readonly metricsToken: string | undefined;
}

/** For whoever opens a registry without settings: commands, tests. */
export const OPEN_API: ApiSettings = {
  explorable: true,
  trustedDocuments: undefined,
  trustedOnly: false,
  pointsPerMinute: 1_000_000_000,
  metricsToken: undefined,
};

/** How long a statement runs, waits for a lock, or lets its transaction stand idle before PostgreSQL ends it, in seconds. */
export interface Timeouts {
  readonly statement: number;
  readonly lock: number;
  readonly idleTransaction: number;
}

/** The settings of who may come in, for whatever asks by injection. */
export const ACCESS_SETTINGS = Symbol('access settings');

/** The single sign-on, where there is one. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As people's browsers address the registry. */
  readonly publicUrl: string;
}

export interface AccessSettings {
  readonly oidc?: OidcSettings | undefined;
  /** Proxies whose word on the client's address and scheme counts. */
  readonly trustedProxies: readonly string[];
  /** A session ends after so long without a request, and after so long in any case. */
  readonly sessionIdleMs: number;
  readonly sessionMs: number;
}

/** For whoever opens a registry without settings: commands, tests. */
export const LOCAL_ACCESS: AccessSettings = { trustedProxies: [], sessionIdleMs: 3_600_000, sessionMs: 12 * 3_600_000 };

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded server under `dataDir` is used. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly adminPassword: string | undefined;
  /** `undefined`: the caller decides (on for an empty embedded database, off otherwise). */
  readonly example: boolean | undefined;
  readonly api: ApiSettings;
  readonly timeouts: Timeouts;
  readonly files: FileSettings;
  readonly allowUnsafeFsync: boolean;
  readonly access: AccessSettings;
  /** How long protected data of people are kept, and why; `undefined`: none are kept. */
  readonly retention: Retention | undefined;
  /** Whether this process runs the jobs of the queue. */
  readonly jobs: boolean;
  readonly logLevel: Raw['LOG_LEVEL'];
}

/**
 * Reads and checks the settings.
 * @throws StartupError naming each wrong value, or a name that is nearly one of ours (a typing slip must not be ignored).
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap(name => {
      const value = env[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const slips = Object.keys(env).flatMap(name => {
    const meant = nearMiss(name, Object.keys(schema.shape));
    return meant ? [`${name} (${meant}?)`] : [];
  });
  if (slips.length > 0) {
    throw new StartupError(
      `Không có thiết lập tên ${slips.join(', ')}. Hãy sửa tên hoặc bỏ thiết lập đó.`,
      `Unknown setting ${slips.join(', ')}. Correct the name or remove it.`,
    );
  }
  const parsed = checked.safeParse(given);
  if (!parsed.success) {
    // Only the name and the rule: a value may hold a password.
    const names = [...new Set(parsed.error.issues.map(({ path }) => path[0] as keyof Raw))];
    const told = (be: string, language: 'vi' | 'en'): string => names.map(name => `${name} ${be} ${RULES[name][language]}`).join('; ');
    throw new StartupError(`Thiết lập sai: ${told('phải là', 'vi')}.`, `Wrong setting: ${told('must be', 'en')}.`);
  }
  const raw = parsed.data;
  return {
    port: raw.PORT,
    host: raw.HOST,
    databaseUrl: raw.DATABASE_URL,
    dataDir: resolve(raw.DATA_DIR),
    adminPassword: raw.ADMIN_PASSWORD,
    example: raw.EXAMPLE === undefined ? undefined : raw.EXAMPLE === 'on',
    api: {
      explorable: raw.EXPLORABLE === undefined ? isLoopback(raw.HOST) && raw.TRUSTED_PROXIES === undefined : raw.EXPLORABLE === 'on',
      trustedDocuments: raw.TRUSTED_DOCUMENTS,
      trustedOnly: raw.TRUSTED_ONLY === 'on',
      pointsPerMinute: raw.POINTS_PER_MINUTE,
      metricsToken: raw.METRICS_TOKEN,
    },
    timeouts: { statement: raw.STATEMENT_TIMEOUT, lock: raw.LOCK_TIMEOUT, idleTransaction: raw.IDLE_TRANSACTION_TIMEOUT },
    files: fileSettingsOf(raw, resolve(raw.DATA_DIR)),
    allowUnsafeFsync: raw.UNSAFE_FSYNC_OFF === 'on',
    access: {
      trustedProxies: raw.TRUSTED_PROXIES ?? [],
      sessionIdleMs: raw.SESSION_IDLE_MINUTES * 60_000,
      sessionMs: raw.SESSION_HOURS * 3_600_000,
      oidc: oidcOf(raw),
    },
    retention: raw.PERSONAL_DATA_MONTHS === undefined ? undefined : { months: raw.PERSONAL_DATA_MONTHS, reason: raw.PERSONAL_DATA_REASON! },
    jobs: raw.JOBS === 'on',
    logLevel: raw.LOG_LEVEL,
  };
}

function oidcOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL }: Raw): OidcSettings | undefined {
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !PUBLIC_URL) return undefined;
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, publicUrl: PUBLIC_URL };
}
