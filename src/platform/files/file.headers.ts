import contentDisposition from 'content-disposition';
import { FileErrors } from './file.errors.js';
import type { ReadableFile } from './files.service.js';
import type { ByteRange } from './storage/storage.port.js';

/** Files are downloads and are never rendered with our origin. A browser that shows one anyway runs no scripts in it and gives it no origin. */
export const headersOf = ({ name, mediaType }: Pick<ReadableFile, 'name' | 'mediaType'>): Record<string, string> => ({
  'content-type': mediaType,
  'content-disposition': contentDisposition(name, { type: 'attachment', fallback: inAscii(name) }),
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'accept-ranges': 'bytes',
});

/** For programs that read only the ASCII form of a name. */
const inAscii = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^\x20-\x7e]/g, '_');

/**
 * The requested range of bytes. Several ranges, or one with a condition, are answered with the whole file, as the standard allows.
 * @throws FILE_RANGE_WRONG when it is outside of the file.
 */
export function rangeOf(header: string | undefined, condition: string | undefined, size: number): ByteRange | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || condition !== undefined || (from === '' && to === '')) return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start > end) throw FileErrors.FILE_RANGE_WRONG();
  return { start, end };
}
