import { isIP } from 'node:net';
import { z } from 'zod';
import type { Bilingual } from '../../shared/language.js';
import { fileSettingsRules, fileSettingsShape, missingForS3 } from '../files/file.settings.js';

const onOff = z.enum(['on', 'off']);
const seconds = z.coerce.number().int().min(1).max(3_600);

/** https, or http on this machine. */
const SAFE_URL = /^(https:\/\/[^\s/?#]+|http:\/\/(127\.[\d.]+|localhost)(:\d+)?)(\/[^\s?#]*)?$/;

/** Addresses and networks separated by commas: `127.0.0.1, 10.0.0.0/8`. */
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

/** Every setting that the registry reads from its environment, with its default. The README explains them to operators. */
export const environment = z.object({
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
  MESSAGE_LANGUAGE: z.enum(['vi', 'en']).default('vi'),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
});

/** The same with the rules that concern several settings. */
export const checkedEnvironment = environment
  .refine(raw => raw.TRUSTED_ONLY === 'off' || raw.TRUSTED_DOCUMENTS !== undefined, { path: ['TRUSTED_ONLY'] })
  .refine(raw => (raw.PERSONAL_DATA_MONTHS === undefined) === (raw.PERSONAL_DATA_REASON === undefined), { path: ['PERSONAL_DATA_REASON'] })
  .superRefine((raw, check) => {
    for (const name of missingForS3(raw)) check.addIssue({ code: 'custom', path: [name] });
    const vouching = [raw.OIDC_CLIENT_ID, raw.OIDC_CLIENT_SECRET, raw.PUBLIC_URL];
    if (raw.OIDC_ISSUER !== undefined && vouching.includes(undefined)) check.addIssue({ code: 'custom', path: ['OIDC_ISSUER'] });
  });

/** The settings as they were given, defaults filled in. */
export type Environment = z.infer<typeof environment>;

const SECONDS = { vi: 'số giây từ 1 đến 3600', en: 'a number of seconds from 1 to 3600' };

/** The rule of each setting, for the error about a wrong value. */
export const RULES: Readonly<Record<keyof Environment, Bilingual>> = {
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
  MESSAGE_LANGUAGE: { vi: 'vi hoặc en', en: 'vi or en' },
  LOG_LEVEL: { vi: 'error, warn, info hoặc debug', en: 'error, warn, info or debug' },
};
