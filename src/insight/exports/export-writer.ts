import { createHash } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { FILE_SETTINGS, type FileSettings } from '../../platform/files/file.settings.js';
import { Storage } from '../../platform/files/storage/storage.port.js';
import type { Id } from '../../shared/ids.js';
import { FORMATS } from './export-formats.js';
import type { ExportQuestion } from './export-question.js';
import { ExportedPages, type Asking } from './exported-pages.js';
import { ExportErrors } from './exports.errors.js';
import type { ExportFormat } from './exports.graphql.js';
import { claimRoom, type WrittenExport } from './exports.store.js';

/** After each page an export rests for as long as the page took, at most so long: requests come first. */
const LONGEST_REST_MS = 50;

const MB = 1024 * 1024;
/** One asker's exports take at most this share of the room. */
const SHARE_OF_ONE = 4;
/** Room is claimed in steps, before it is used: of this number of bytes, or of this share where the whole room is small. */
const STEP_BYTES = 16 * MB;
const STEPS_OF_ROOM = 64;

/** Writes an export to the file storage. In memory there is one page at a time. */
@Injectable()
export class ExportWriter {
  private readonly folder: string;
  private readonly maxBytes: number;

  constructor(
    private readonly pages: ExportedPages,
    private readonly storage: Storage,
    private readonly db: Database,
    @Inject(FILE_SETTINGS) settings: FileSettings,
  ) {
    this.folder = join(settings.folder, 'exporting');
    this.maxBytes = settings.maxExportBytes;
  }

  /** Can be repeated: an earlier file of this export is replaced. @throws EXPORT_TOO_LARGE as soon as there is no more room for it. */
  async write(id: Id, question: ExportQuestion, asking: Asking, format: ExportFormat): Promise<WrittenExport> {
    const path = join(this.folder, id);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    try {
      const written = await this.writeTo(path, id, question, asking, format);
      await this.storage.keep(id, { path, ...written });
      return written;
    } finally {
      await rm(path, { force: true });
    }
  }

  /** The bytes that the export may have, `needed` and one step more where there is so much room. */
  private async claim(id: Id, actor: Actor, needed: number): Promise<number> {
    const step = Math.min(STEP_BYTES, Math.floor(this.maxBytes / STEPS_OF_ROOM));
    const limits = { all: this.maxBytes, own: Math.floor(this.maxBytes / SHARE_OF_ONE) };
    return this.db.tx(actor, async tx => tx.keptApart(await claimRoom(tx, { id, askerId: actor.id! }, needed + step, limits)));
  }

  private async writeTo(path: string, id: Id, question: ExportQuestion, asking: Asking, format: ExportFormat): Promise<WrittenExport> {
    const { begin, row, end } = FORMATS[format];
    const { columns } = question;
    const hash = createHash('sha256');
    const file = await open(path, 'w', 0o600);
    let [rowCount, size, room] = [0, 0, 0];
    const append = async (text: string): Promise<void> => {
      const bytes = Buffer.from(text, 'utf8');
      size += bytes.length;
      if (size > room) room = await this.claim(id, asking.actor, size);
      if (size > room) throw ExportErrors.EXPORT_TOO_LARGE({ limit: Math.floor(room / MB) });
      hash.update(bytes);
      await file.writeFile(bytes);
    };
    try {
      await append(begin(columns));
      let since = performance.now();
      await this.pages.read(question, asking, async rows => {
        await append(rows.map(each => row(each, columns)).join(''));
        rowCount += rows.length;
        await pause(Math.min(LONGEST_REST_MS, performance.now() - since));
        since = performance.now();
      });
      await append(end(rowCount));
      await file.sync();
    } finally {
      await file.close();
    }
    return { rowCount, size, sha256: hash.digest('hex') };
  }
}
