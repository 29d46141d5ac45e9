import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Id } from '../../shared/ids.js';
import type { Actor } from '../access/actor.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { FileErrors } from './file.errors.js';
import type { FileState } from './file.graphql.js';
import { FilePurposes, type FilePurpose } from './file-purposes.js';
import { Storage, type ByteRange } from './storage/storage.port.js';

/** A file that the caller may read. */
export interface ReadableFile {
  readonly id: Id;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

interface FileRow extends ReadableFile {
  readonly state: FileState;
  readonly refusal: string | null;
  readonly purpose: string;
  readonly recordId: Id | null;
  readonly loose: boolean;
}

const FILE = `
  select id, name, media_type as "mediaType", size, state, refusal, purpose, record_id as "recordId", loose_since is not null as loose
    from file where id = $1`;

/** Files as chapters use them: linked to records and unlinked in the chapter's own transaction, and read. */
@Injectable()
export class Files {
  constructor(
    private readonly db: Database,
    private readonly purposes: FilePurposes,
    private readonly storage: Storage,
  ) {}

  /** Links a file that was uploaded for this record. @throws FILE_NOT_FOUND, FILE_REFUSED, FILE_FOR_OTHER_PURPOSE, FILE_FOR_OTHER_RECORD, FILE_ATTACHED_ALREADY. */
  async linkIn(tx: Tx, fileId: Id, { name }: FilePurpose, recordId: Id): Promise<{ readonly name: string; readonly sha256: string }> {
    const [row] = await tx.query<FileRow & { sha256: string }>(`${FILE.replace('select ', 'select sha256, ')} for update`, [fileId]);
    if (!row) throw FileErrors.FILE_NOT_FOUND();
    if (row.purpose !== name) throw FileErrors.FILE_FOR_OTHER_PURPOSE({ purpose: row.purpose, wanted: name });
    if (row.recordId !== recordId) throw FileErrors.FILE_FOR_OTHER_RECORD();
    if (!row.loose) throw FileErrors.FILE_ATTACHED_ALREADY();
    if (row.state === 'REFUSED') throw FileErrors.FILE_REFUSED({ found: row.refusal ?? '?' });
    await tx.query(`update file set loose_since = null where id = $1`, [fileId]);
    return row;
  }

  /** Unlinks a file. For some days it can be linked to the same record again; then it is erased. */
  async unlinkIn(tx: Tx, fileId: Id): Promise<{ readonly name: string; readonly sha256: string }> {
    const [file] = await tx.query<{ name: string; sha256: string }>(
      `with loose as (update file set loose_since = $2 where id = $1 returning name, sha256) select name, sha256 from loose`,
      [fileId, tx.now],
    );
    return file!;
  }

  /**
   * A file that the actor may read: because they may read its record.
   * @throws FILE_NOT_FOUND for one that they may not read as for an unknown one; FILE_IN_QUARANTINE, FILE_REFUSED.
   */
  async readable(actor: Actor, fileId: Id): Promise<ReadableFile> {
    const [row] = await this.db.rows<FileRow>(FILE, [fileId]);
    if (!row || !(await this.purposes.of(row.purpose).mayRead(actor, row.id, row.recordId))) throw FileErrors.FILE_NOT_FOUND();
    if (row.state === 'QUARANTINED') throw FileErrors.FILE_IN_QUARANTINE();
    if (row.state === 'REFUSED') throw FileErrors.FILE_REFUSED({ found: row.refusal ?? '?' });
    return row;
  }

  /** @throws FILE_BYTES_MISSING when the storage has lost it. */
  async open({ id }: ReadableFile, range?: ByteRange): Promise<Readable> {
    const bytes = await this.storage.read(id, range);
    if (!bytes) throw FileErrors.FILE_BYTES_MISSING().because(new Error(`The bytes of the file ${id} are missing.`));
    return bytes;
  }

  /** The size of a file that `contentOf` would give. */
  async sizeOf(actor: Actor, fileId: Id, { name: purpose }: FilePurpose): Promise<number> {
    const file = (await this.readable(actor, fileId)) as FileRow;
    if (file.purpose !== purpose) throw FileErrors.FILE_FOR_OTHER_PURPOSE({ purpose: file.purpose, wanted: purpose });
    return file.size;
  }

  /** The whole content of a file in memory: for lists, which are read as a whole. */
  async contentOf(actor: Actor, fileId: Id, { name: purpose }: FilePurpose): Promise<{ readonly name: string; readonly content: Buffer }> {
    const file = (await this.readable(actor, fileId)) as FileRow;
    if (file.purpose !== purpose) throw FileErrors.FILE_FOR_OTHER_PURPOSE({ purpose: file.purpose, wanted: purpose });
    const chunks: Buffer[] = [];
    for await (const chunk of (await this.open(file)) as AsyncIterable<Buffer>) chunks.push(chunk);
    return { name: file.name, content: Buffer.concat(chunks) };
  }
}
