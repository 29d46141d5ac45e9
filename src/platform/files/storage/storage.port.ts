import type { Readable } from 'node:stream';
import type { Id } from '../../../shared/ids.js';

/** A file that has come in whole and lies in a folder of ours, safely on the disk. */
export interface ReceivedFile {
  readonly path: string;
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Where the bytes of files lie, each under its id and never under a name that somebody gave. */
export abstract class Storage {
  /** Keeps a file; once this resolves, its bytes survive a power failure. The received file may be gone afterwards. Again for the same id: replaces it. */
  abstract keep(id: Id, file: ReceivedFile): Promise<void>;

  /** @returns the bytes, or `undefined` when there are none under this id. */
  abstract read(id: Id, range?: ByteRange): Promise<Readable | undefined>;

  /** How many bytes there are; `undefined`: none. */
  abstract sizeOf(id: Id): Promise<number | undefined>;

  /** Erases the bytes, if there are any. */
  abstract erase(id: Id): Promise<void>;
}
