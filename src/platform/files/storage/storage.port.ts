import type { Readable } from 'node:stream';
import type { Id } from '../../../shared/ids.js';

/** A completely received file, synced to the local disk. */
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

/** The storage of files' bytes, each under its id and never under a name given by a user. */
export abstract class Storage {
  /** Stores a file. When this resolves, its bytes survive a power failure. The received file may have been moved. An existing file of this id is replaced. */
  abstract keep(id: Id, file: ReceivedFile): Promise<void>;

  /** @returns the bytes, or `undefined` when there are none under this id. */
  abstract read(id: Id, range?: ByteRange): Promise<Readable | undefined>;

  /** The number of bytes stored under this id; `undefined` when there are none. */
  abstract sizeOf(id: Id): Promise<number | undefined>;

  /** Erases the bytes, if there are any. */
  abstract erase(id: Id): Promise<void>;
}
