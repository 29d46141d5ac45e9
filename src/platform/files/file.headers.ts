import contentDisposition from 'content-disposition';
import { FileErrors } from './file.errors.js';
import type { ReadableFile } from './files.service.js';
import type { ByteRange } from './storage/storage.port.js';

/** Always saved, never shown in our name: even where a browser shows it, it runs nothing and belongs to nobody. */
export const headersOf = ({ name, mediaType }: ReadableFile): Record<string, string> => ({
  'content-type': mediaType,
  'content-disposition': contentDisposition(name, { type: 'attachment', fallback: inAscii(name) }),
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'accept-ranges': 'bytes',
});

/** For programs that read only the plain form of a name. */
const inAscii = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^\x20-\x7e]/g, '_');

/**
 * The one range of bytes that is asked for. Several at once, or one with a condition, are answered with the whole file, as the standard allows.
 * @throws FILE_RANGE_WRONG when it lies outside.
 */
export function rangeOf(header: string | undefined, condition: string | undefined, size: number): ByteRange | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || condition !== undefined || (from === '' && to === '')) return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start > end) throw FileErrors.FILE_RANGE_WRONG();
  return { start, end };
}
