import { resolve } from 'node:path';
import { StartupError } from '../errors/startup-error.js';
import { RULES, checkedEnvironment, environment, type Environment } from './environment.js';
import { similarName } from './similar-name.js';
import type { Retention } from './retention.js';
import { fileSettingsOf, type FileSettings } from '../files/file.settings.js';

/** Whether only this machine can reach the server: a first start on a laptop, where introspection is on by default. */
const isLoopback = (host: string): boolean => /^(127\.[\d.]+|::1|localhost)$/.test(host);
/** Injection token of `ApiSettings`. */
export const API_SETTINGS = Symbol('API settings');

/** Settings of the GraphQL API. */
export interface ApiSettings {
  /** Whether clients may explore the schema: introspection, and suggested names in error messages. */
  readonly explorable: boolean;
  /** Trusted documents of the operator: a folder of `.graphql` files or a manifest. */
  readonly trustedDocuments: string | undefined;
  /** Whether all other documents are refused. */
  readonly trustedOnly: boolean;
  /** Points per minute for an account, token or address; a point is a row as the gate counts them. */
  readonly pointsPerMinute: number;
  /** The bearer token of `/metrics`; absent: there is no such route. */
  readonly metricsToken: string | undefined;
}

/** For a registry opened without settings: commands, tests. */
export const OPEN_API: ApiSettings = {
  explorable: true,
  trustedDocuments: undefined,
  trustedOnly: false,
  pointsPerMinute: 1_000_000_000,
  metricsToken: undefined,
};

/** Seconds after which PostgreSQL ends a statement that runs, one that waits for a lock, or a transaction that is idle. */
export interface Timeouts {
  readonly statement: number;
  readonly lock: number;
  readonly idleTransaction: number;
}

/** Injection token of `AccessSettings`. */
export const ACCESS_SETTINGS = Symbol('access settings');

/** Single sign-on by OpenID Connect. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The address of the registry as browsers use it. */
  readonly publicUrl: string;
}

export interface AccessSettings {
  readonly oidc?: OidcSettings | undefined;
  /** Proxies whose `X-Forwarded-*` headers are used. */
  readonly trustedProxies: readonly string[];
  /** A session ends after `sessionIdleMs` without a request, and after `sessionMs` in any case. */
  readonly sessionIdleMs: number;
  readonly sessionMs: number;
}

/** For a registry opened without settings: commands, tests. */
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
  /** `undefined`: no protected data of people are kept. */
  readonly retention: Retention | undefined;
  /** Whether this process runs the jobs of the queue. */
  readonly jobs: boolean;
  readonly logLevel: Environment['LOG_LEVEL'];
}

/**
 * Reads and checks the settings.
 * @throws StartupError naming each wrong value, or an unknown name that resembles one of ours (a misspelled setting must not be ignored).
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(environment.shape).flatMap(name => {
      const value = env[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const misspelled = Object.keys(env).flatMap(name => {
    const meant = similarName(name, Object.keys(environment.shape));
    return meant ? [`${name} (${meant}?)`] : [];
  });
  if (misspelled.length > 0) {
    throw new StartupError(
      `Không có thiết lập tên ${misspelled.join(', ')}. Hãy sửa tên hoặc bỏ thiết lập đó.`,
      `Unknown setting ${misspelled.join(', ')}. Correct the name or remove it.`,
    );
  }
  const parsed = checkedEnvironment.safeParse(given);
  if (!parsed.success) {
    // Only the name and the rule: a value may contain a password.
    const names = [...new Set(parsed.error.issues.map(({ path }) => path[0] as keyof Environment))];
    const rules = (verb: string, language: 'vi' | 'en'): string => names.map(name => `${name} ${verb} ${RULES[name][language]}`).join('; ');
    throw new StartupError(`Thiết lập sai: ${rules('phải là', 'vi')}.`, `Wrong setting: ${rules('must be', 'en')}.`);
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

function oidcOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL }: Environment): OidcSettings | undefined {
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !PUBLIC_URL) return undefined;
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, publicUrl: PUBLIC_URL };
}
