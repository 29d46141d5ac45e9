import { createHash } from 'node:crypto';
import type { RegistryClient } from './client.js';

/** A file that is not what the registry wrote: it was cut off or changed on the way. */
export class BrokenDownload extends Error {
  override readonly name = 'BrokenDownload';
}

export interface Downloaded {
  readonly size: number;
  readonly sha256: string;
  /** The number of rows of an export, by which its last line is known. */
  readonly rows: number | null;
}

/** How often a download goes on where it broke off. */
const CONTINUATIONS = 20;

/**
 * Gives every byte of a file to `write`, in order and once. Where the connection breaks it goes on from the byte it had, and at the end it compares
 * length and digest with what the registry says of the whole file: a file that was cut off is never taken for a whole one.
 * @param path as the API gives it. @throws BrokenDownload; RegistryError
 */
export async function downloadWhole(
  client: RegistryClient,
  path: string,
  write: (bytes: Uint8Array) => void | Promise<void>,
): Promise<Downloaded> {
  const hash = createHash('sha256');
  let [size, stated]: [number, Stated | undefined] = [0, undefined];
  for (let left = CONTINUATIONS; ; left--) {
    const response = await client.download(path, size);
    const now = statedOf(response);
    if (stated && now.digest !== stated.digest) throw new BrokenDownload('The file has become another one meanwhile. Begin again.');
    stated = now;
    try {
      for await (const bytes of response.body ?? []) {
        await write(bytes);
        hash.update(bytes);
        size += bytes.length;
      }
    } catch (error) {
      if (left === 0) throw new BrokenDownload(`The connection broke after ${size} of ${stated.size} bytes.`, { cause: error });
    }
    if (size >= stated.size) break;
    if (left === 0) throw new BrokenDownload(`The file was cut off after ${size} of ${stated.size} bytes.`);
  }
  const digest = hash.digest();
  if (size !== stated.size || digest.toString('base64') !== stated.digest)
    throw new BrokenDownload('The bytes are not those that the registry wrote. Download the file again.');
  return { size, sha256: digest.toString('hex'), rows: stated.rows };
}

interface Stated {
  readonly size: number;
  readonly digest: string;
  readonly rows: number | null;
}

/** What the registry says of the whole file, also where it sends a part. */
function statedOf({ headers }: Response): Stated {
  const size = Number(/\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1] ?? headers.get('content-length') ?? Number.NaN);
  const digest = /sha-256=:([^:]+):/.exec(headers.get('repr-digest') ?? '')?.[1];
  if (Number.isNaN(size) || digest === undefined) throw new BrokenDownload('Length or digest of the file is missing from the answer.');
  const rows = headers.get('x-row-count');
  return { size, digest, rows: rows === null ? null : Number(rows) };
}
