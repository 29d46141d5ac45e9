import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** An S3-compatible object storage for the bytes of files. */
export interface S3Settings {
  /** `https://s3.example.vn`; buckets are addressed by path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface FileSettings {
  /** The folder of files; with S3, only of files that are being uploaded. */
  readonly folder: string;
  readonly maxBytes: number;
  /** How large the kept files of exports may be together. */
  readonly maxExportBytes: number;
  readonly s3: S3Settings | undefined;
  /** Where clamd listens; `undefined`: files are not scanned. */
  readonly clamd: { readonly host: string; readonly port: number } | { readonly path: string } | undefined;
}

/** Injection token of `FileSettings`. */
export const FILE_SETTINGS = Symbol('file settings');

const MB = 1024 * 1024;

/** The settings as environment variables. */
export const fileSettingsShape = {
  FILES_DIR: z.string().min(1).optional(),
  MAX_UPLOAD_MB: z.coerce.number().int().min(1).max(1_000).default(25),
  MAX_EXPORTS_MB: z.coerce.number().int().min(1).max(1_000_000).default(10_000),
  CLAMD: z
    .string()
    .regex(/^(\/\S+|[^\s/:]+:\d{1,5}|\[[0-9a-f:]+\]:\d{1,5})$/i)
    .optional(),
  S3_ENDPOINT: z
    .string()
    .regex(/^https?:\/\/[^\s/?#]+\/?$/)
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
};
const shape = z.object(fileSettingsShape);
type Raw = z.infer<typeof shape>;

const S3 = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** The settings of S3 that are missing while others of them are given. */
export function missingForS3(raw: Raw): (typeof S3)[number][] {
  const missing = S3.filter(name => raw[name] === undefined);
  return missing.length === S3.length ? [] : missing;
}

export const fileSettingsRules = {
  FILES_DIR: { vi: 'một thư mục', en: 'a folder' },
  MAX_UPLOAD_MB: { vi: 'số MB từ 1 đến 1000', en: 'a number of MB from 1 to 1000' },
  MAX_EXPORTS_MB: { vi: 'số MB từ 1 đến 1000000', en: 'a number of MB from 1 to 1000000' },
  CLAMD: { vi: 'một địa chỉ dạng máy:cổng hoặc đường dẫn của socket', en: 'an address of the form host:port, or the path of a socket' },
  S3_ENDPOINT: {
    vi: 'một địa chỉ dạng https://máy, đi cùng S3_BUCKET, S3_ACCESS_KEY_ID và S3_SECRET_ACCESS_KEY',
    en: 'an address of the form https://host, together with S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY',
  },
  S3_BUCKET: {
    vi: 'tên của một kho (bucket), đi cùng các thiết lập S3_* khác',
    en: 'the name of a bucket, together with the other S3_* settings',
  },
  S3_REGION: { vi: 'tên vùng của kho', en: 'the region’s name' },
  S3_ACCESS_KEY_ID: { vi: 'mã khóa của kho, đi cùng các thiết lập S3_* khác', en: 'the key’s id, together with the other S3_* settings' },
  S3_SECRET_ACCESS_KEY: {
    vi: 'khóa bí mật của kho, đi cùng các thiết lập S3_* khác',
    en: 'the secret key, together with the other S3_* settings',
  },
} as const satisfies Readonly<Record<keyof Raw, { readonly vi: string; readonly en: string }>>;

/** @param dataDir the parent of the files' folder unless `FILES_DIR` is set. */
export function fileSettingsOf(raw: Raw, dataDir: string): FileSettings {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = raw;
  const s3 =
    endpoint && bucket && accessKeyId && secretAccessKey
      ? { endpoint, bucket, region: raw.S3_REGION, accessKeyId, secretAccessKey }
      : undefined;
  return {
    folder: raw.FILES_DIR === undefined ? join(dataDir, 'files') : resolve(raw.FILES_DIR),
    maxBytes: raw.MAX_UPLOAD_MB * MB,
    maxExportBytes: raw.MAX_EXPORTS_MB * MB,
    s3,
    clamd: raw.CLAMD === undefined ? undefined : clamdAt(raw.CLAMD),
  };
}

function clamdAt(address: string): FileSettings['clamd'] {
  if (address.startsWith('/')) return { path: address };
  const colon = address.lastIndexOf(':');
  return { host: address.slice(0, colon).replaceAll(/[[\]]/g, ''), port: Number(address.slice(colon + 1)) };
}

/** For a registry opened without settings: commands, tests. The folder is created with the first file. */
export const LOCAL_FILES: FileSettings = {
  folder: join(tmpdir(), `dvk-files-${process.pid}`),
  maxBytes: 25 * MB,
  maxExportBytes: 10_000 * MB,
  s3: undefined,
  clamd: undefined,
};
