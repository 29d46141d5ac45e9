import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Id } from '../../../shared/ids.js';
import { Storage, type ByteRange, type ReceivedFile } from './storage.port.js';

/** Files in a folder, distributed over 256 subfolders by the last two digits of their id. */
export class DiskStorage extends Storage {
  constructor(private readonly folder: string) {
    super();
  }

  async keep(id: Id, file: ReceivedFile): Promise<void> {
    const folder = this.folderOf(id);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(file.path, join(folder, id));
    // A renamed file survives a power failure only when its folder is synced, and a new folder when its parent is.
    await syncFolder(folder);
    await syncFolder(join(folder, '..'));
  }

  async read(id: Id, range?: ByteRange): Promise<Readable | undefined> {
    const handle = await open(this.pathOf(id)).catch(ifMissing);
    return handle?.createReadStream(range);
  }

  async sizeOf(id: Id): Promise<number | undefined> {
    return (await stat(this.pathOf(id)).catch(ifMissing))?.size;
  }

  async erase(id: Id): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  private folderOf(id: Id): string {
    return join(this.folder, id.slice(-2));
  }

  private pathOf(id: Id): string {
    return join(this.folderOf(id), id);
  }
}

function ifMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

/** Windows cannot open a folder and does not need this. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}
