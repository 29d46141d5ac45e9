import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '../../shared/ids.js';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { translateSystemError } from '../errors/system-errors.js';
import { FileErrors } from './file.errors.js';
import { FILE_SETTINGS, type FileSettings } from './file.settings.js';
import type { ReceivedFile } from './storage/storage.port.js';

const MB = 1024 * 1024;
/** Disk space that uploads must leave free, mainly for the database; README says it. */
export const RESERVED_BYTES = 256 * MB;
/** No upload takes so long; an older file was left behind by a killed process. */
const STALE_MS = 15 * 60_000;

/** Receives uploads into temporary files, each of which is removed when its request ends. */
@Injectable()
export class IncomingFiles implements OnModuleInit {
  private readonly folder: string;

  constructor(@Inject(FILE_SETTINGS) private readonly settings: FileSettings) {
    this.folder = join(settings.folder, 'incoming');
  }

  async onModuleInit(): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names) {
      const path = join(this.folder, name);
      const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
      if (age > STALE_MS) await rm(path, { force: true });
    }
  }

  /**
   * Refuses an upload whose announced length is too large, before a byte of it is read.
   * @param announced the `Content-Length` that the client sent, if any.
   */
  refuseTooLarge(announced: number | undefined): void {
    if (announced !== undefined && announced > this.settings.maxBytes) throw this.tooLarge();
    if (announced === 0) throw FileErrors.FILE_EMPTY();
  }

  /**
   * Receives a file and passes it to `work`. The temporary file is removed afterwards in any case.
   * @throws FILE_TOO_LARGE as soon as the limit is exceeded, UPLOAD_BROKEN_OFF, FILE_EMPTY, DISK_FULL.
   */
  async receive<T>(body: Readable, work: (file: ReceivedFile) => Promise<T>): Promise<T> {
    const path = join(this.folder, newId());
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await this.refuseWithoutSpace();
      return await work({ path, ...(await this.write(body, path)) });
    } catch (error) {
      throw translateSystemError(error);
    } finally {
      await rm(path, { force: true });
    }
  }

  private async write(body: Readable, path: string): Promise<{ size: number; sha256: string }> {
    const hash = createHash('sha256');
    const file = await open(path, 'wx', 0o600);
    let size = 0;
    try {
      for await (const chunk of bytesOf(body)) {
        size += chunk.length;
        if (size > this.settings.maxBytes) throw this.tooLarge();
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      if (size === 0) throw FileErrors.FILE_EMPTY();
      await file.sync();
    } finally {
      await file.close();
    }
    return { size, sha256: hash.digest('hex') };
  }

  private async refuseWithoutSpace(): Promise<void> {
    const { bavail, bsize } = await statfs(this.folder);
    if (bavail * bsize < this.settings.maxBytes + RESERVED_BYTES) throw PlatformErrors.DISK_FULL();
  }

  private tooLarge(): DomainError {
    return FileErrors.FILE_TOO_LARGE({ limit: Math.floor(this.settings.maxBytes / MB) });
  }
}

/** The stream's bytes. An early end is the client's error and not a fault of the server. The stream stays open, because an answer must be sent. */
async function* bytesOf(body: Readable): AsyncGenerator<Buffer> {
  try {
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch (error) {
    throw FileErrors.UPLOAD_BROKEN_OFF().because(error);
  }
}
