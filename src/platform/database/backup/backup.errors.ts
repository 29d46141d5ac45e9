import { StartupError } from '../../errors/startup-error.js';
import { reasonOf } from '../embedded/programs.js';

/** The errors of `backup` and `restore`, for the operator at the terminal. */
export const BackupErrors = {
  noRegistry: () =>
    new StartupError(
      'Cơ sở dữ liệu này chưa có dữ liệu đăng ký nào nên không có gì để sao lưu. Hãy kiểm tra DATA_DIR hoặc DATABASE_URL.',
      'This database holds no registry, so there is nothing to back up. Check DATA_DIR or DATABASE_URL.',
    ),
  fileExists: (file: string) =>
    new StartupError(
      `Tệp ${file} đã có và không bị ghi đè. Hãy chọn tên khác.`,
      `The file ${file} exists and is not overwritten. Choose another name.`,
    ),
  partialExists: (file: string) =>
    new StartupError(
      `Tệp ${file} đã có: một lần sao lưu khác đang chạy hoặc đã bị ngắt. Nếu không có lần nào đang chạy, hãy xóa tệp đó rồi chạy lại.`,
      `The file ${file} exists: another backup is running or was broken off. If none is running, delete that file and run again.`,
    ),
  unwritable: (file: string, cause: unknown) =>
    new StartupError(
      `Không ghi được tệp sao lưu ${file} (${describeCause(cause, 'vi')}). Chưa có bản sao lưu nào được tạo.`,
      `The backup ${file} could not be written (${describeCause(cause, 'en')}). No backup was made.`,
      { cause },
    ),
  backupFailed: (cause: unknown) =>
    new StartupError(
      `Không đọc được cơ sở dữ liệu để sao lưu (${describeCause(cause, 'vi')}). Chưa có bản sao lưu nào được tạo; hãy chạy lại.`,
      `The database could not be read for the backup (${describeCause(cause, 'en')}). No backup was made; run it again.`,
      { cause },
    ),

  unreadable: (file: string, cause: unknown) =>
    new StartupError(
      `Không đọc được tệp ${file} (${describeCause(cause, 'vi')}). Hãy kiểm tra đường dẫn và quyền đọc.`,
      `The file ${file} cannot be read (${describeCause(cause, 'en')}). Check the path and the right to read it.`,
      { cause },
    ),
  foreign: (file: string, cause?: unknown) =>
    new StartupError(
      `Tệp ${file} không phải bản sao lưu của hệ thống này. Hãy chọn đúng tệp do lệnh backup tạo ra.`,
      `The file ${file} is not a backup of this registry. Choose a file that the backup command made.`,
      { cause },
    ),
  newerFormat: (file: string, version: number) =>
    new StartupError(
      `Tệp ${file} do phiên bản mới hơn của chương trình tạo ra (định dạng ${version}). Hãy khôi phục bằng phiên bản đó.`,
      `The file ${file} was made by a newer version of the program (format ${version}). Restore it with that version.`,
    ),
  cutOff: (file: string, cause?: unknown) =>
    new StartupError(
      `Tệp ${file} bị cắt cụt: thiếu phần cuối. Chưa có gì thay đổi; hãy dùng một bản sao lưu khác hoặc chép lại tệp.`,
      `The file ${file} was cut off: its end is missing. Nothing has changed; use another backup or copy the file again.`,
      { cause },
    ),
  damaged: (file: string, where: string, cause?: unknown) =>
    new StartupError(
      `Tệp ${file} bị hỏng (${where}). Chưa có gì thay đổi; hãy dùng một bản sao lưu khác hoặc chép lại tệp.`,
      `The file ${file} is damaged (${where}). Nothing has changed; use another backup or copy the file again.`,
      { cause },
    ),
  newerSchema: (file: string, programVersion: string, unknown: readonly string[]) =>
    new StartupError(
      `Tệp ${file} do phiên bản ${programVersion} tạo ra, có cấu trúc mà chương trình này chưa biết (${unknown.join(', ')}). Hãy khôi phục bằng phiên bản đó hoặc mới hơn.`,
      `The file ${file} was made by version ${programVersion}, with a schema this program does not know (${unknown.join(', ')}). Restore it with that version or a later one.`,
    ),

  touched: () =>
    new StartupError(
      'Cơ sở dữ liệu này đã được sử dụng (nhật ký đã có dòng) nên không khôi phục đè lên. Hãy đặt DATA_DIR hoặc DATABASE_URL vào một nơi mới rồi chạy lại.',
      'This database is in use (its trail has entries), so nothing is restored over it. Point DATA_DIR or DATABASE_URL to a new place and run again.',
    ),
  newerDatabase: (unknown: readonly string[]) =>
    new StartupError(
      `Cơ sở dữ liệu đích đã được nâng cấp bởi phiên bản mới hơn (${unknown.join(', ')}). Hãy khôi phục bằng phiên bản đó.`,
      `The target database was upgraded by a newer version (${unknown.join(', ')}). Restore with that version.`,
    ),
  otherShape: (table: string) =>
    new StartupError(
      `Bảng ${table} của cơ sở dữ liệu đích không có trong bản sao lưu hoặc có cột khác (đã bị sửa tay?). Chưa có gì thay đổi; hãy khôi phục vào một cơ sở dữ liệu mới.`,
      `The table ${table} of the target database is not in the backup or has other columns (altered past the registry?). Nothing has changed; restore into a new database.`,
    ),
  notTheSame: (table: string) =>
    new StartupError(
      `Sau khi nạp, bảng ${table} không giống bản sao lưu. Mọi thứ đã được hoàn lại, chưa có gì thay đổi; hãy báo cho người phát triển.`,
      `Once loaded, the table ${table} is not what the backup holds. Everything was taken back, nothing has changed; tell the developers.`,
    ),
  restoreFailed: (cause: unknown) =>
    new StartupError(
      `Khôi phục không thành công (${describeCause(cause, 'vi')}). Chưa có gì thay đổi.`,
      `The restore failed (${describeCause(cause, 'en')}). Nothing has changed.`,
      { cause },
    ),
  connectionLost: (cause: unknown) =>
    new StartupError(
      'Mất kết nối với cơ sở dữ liệu khi đang khôi phục. Hãy chạy lại: nếu lần này thực ra đã xong, lệnh sẽ báo cơ sở dữ liệu đã được sử dụng.',
      'The connection to the database was lost during the restore. Run it again: if it had in fact finished, the command says that the database is in use.',
      { cause },
    ),
};

const WORDS: Readonly<Record<string, { vi: string; en: string }>> = {
  ENOSPC: { vi: 'ổ đĩa đầy', en: 'the disk is full' },
  EDQUOT: { vi: 'hết hạn mức ổ đĩa', en: 'the disk quota is used up' },
  ENOENT: { vi: 'không có tệp hoặc thư mục đó', en: 'no such file or folder' },
  EACCES: { vi: 'không có quyền', en: 'no permission' },
  EPERM: { vi: 'không có quyền', en: 'no permission' },
  EROFS: { vi: 'ổ đĩa chỉ cho đọc', en: 'the disk is read-only' },
  EISDIR: { vi: 'đó là thư mục', en: 'that is a folder' },
  53100: { vi: 'ổ đĩa của máy chủ cơ sở dữ liệu đầy', en: 'the disk of the database server is full' },
};

/** The cause in words; an unknown one keeps the server's message, which names the table or constraint. */
function describeCause(cause: unknown, language: 'vi' | 'en'): string {
  const { code = '' } = cause as { code?: string };
  const known = WORDS[code]?.[language];
  if (known !== undefined) return known;
  return cause instanceof Error ? cause.message : reasonOf(cause);
}

/** Whether the error comes from the server or the connection; any other error is a defect and keeps its stack. */
export function isDatabaseError(cause: unknown): boolean {
  const { code = '', syscall } = cause as NodeJS.ErrnoException;
  return syscall !== undefined || /^[0-9A-Z]{5}$/.test(code) || isConnectionLoss(cause);
}

export function isConnectionLoss(cause: unknown): boolean {
  const { code = '', message = '' } = cause as NodeJS.ErrnoException;
  return LOST.has(code) || message.startsWith('Connection terminated');
}

const LOST = new Set(['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE']);
