import { createRequire } from 'node:module';
import { backup } from '../../platform/database/backup/backup.js';
import { restore } from '../../platform/database/backup/restore.js';
import { dataSourceFor } from '../../platform/database/connection.js';
import { openDatabase, type DatabaseLocation } from '../database-location.js';
import { registrySchema } from '../schema.js';
import type { Settings } from '../../platform/config/settings.js';
import type { FileSettings } from '../../platform/files/file.settings.js';
import { inEach, type Bilingual } from '../../shared/language.js';
import type { Command } from './command.js';

const { version } = createRequire(import.meta.url)('../../../package.json') as { version: string };

export const backupCommand: Command = {
  name: 'backup',
  usage: { vi: 'backup TỆP', en: 'backup FILE' },
  summary: { vi: 'Sao lưu toàn bộ dữ liệu vào một tệp mới', en: 'Saves everything into a new file' },
  files: 1,
  run: ({ settings, files, print }) =>
    withDatabase(settings, async ({ address }) => {
      const { bytes, sha256, tables, rows } = await backup(address, files[0]!, version, new Date(), (table, n) =>
        print(inEach(`${table}: ${n}`)),
      );
      print(filesApart(settings.files));
      return {
        output: {
          vi: `Đã sao lưu ${rows} dòng của ${tables} bảng vào ${files[0]} (${bytes} B). Hãy giữ mã kiểm tra:\n${sha256}`,
          en: `Saved ${rows} rows of ${tables} tables to ${files[0]} (${bytes} B). Keep this checksum:\n${sha256}`,
        },
      };
    }),
};

export const restoreCommand: Command = {
  name: 'restore',
  usage: { vi: 'restore TỆP', en: 'restore FILE' },
  summary: { vi: 'Khôi phục từ tệp sao lưu vào một nơi chưa dùng', en: 'Brings a backup into an unused database' },
  files: 1,
  run: ({ settings, files, print }) =>
    withDatabase(settings, async ({ address }) => {
      const source = await dataSourceFor(address, registrySchema).initialize();
      try {
        const { at, rows, tables, sha256, leftOut } = await restore(source, files[0]!, new Date(), (table, n) =>
          print(inEach(`${table}: ${n}`)),
        );
        if (leftOut.length > 0) {
          const names = leftOut.join(', ');
          print({ vi: `Bỏ qua bảng lạ: ${names}`, en: `Foreign tables left out: ${names}` });
        }
        return {
          output: {
            vi: `Đã khôi phục ${rows} dòng của ${tables} bảng từ bản sao lưu lúc ${at}. Mã kiểm tra:\n${sha256}`,
            en: `Restored ${rows} rows of ${tables} tables from the backup of ${at}. Checksum:\n${sha256}`,
          },
        };
      } finally {
        await source.destroy();
      }
    }),
};

/** Uploaded files are not in the database, so a backup is not complete without them: the operator must know. */
const filesApart = ({ s3, folder }: FileSettings): Bilingual => {
  const storage = s3 ? `${s3.endpoint}/${s3.bucket}` : folder;
  return {
    vi: `Tệp đính kèm không nằm trong bản sao lưu này, hãy chép thêm: ${storage}`,
    en: `Uploaded files are not in this backup, copy them too: ${storage}`,
  };
};

/** Opens only the database: backup and restore work without the application. */
async function withDatabase<T>(settings: Settings, work: (database: DatabaseLocation) => Promise<T>): Promise<T> {
  const database = await openDatabase(settings);
  try {
    return await work(database);
  } finally {
    await database.embedded?.release();
  }
}
