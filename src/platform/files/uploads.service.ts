import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Id } from '../../shared/ids.js';
import type { Actor } from '../access/actor.js';
import { Database } from '../database/database.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { detectFileKind } from './content/file-kind.detector.js';
import { FileErrors } from './file.errors.js';
import type { FileState } from './file.graphql.js';
import { FILE_KINDS } from './file-kinds.js';
import { FilePurposes } from './file-purposes.js';
import { IncomingFiles } from './incoming-files.js';
import { Quarantine } from './quarantine.js';
import { Storage, type ReceivedFile } from './storage/storage.port.js';
import { UploadTickets, type Ticket } from './upload-tickets.service.js';

export interface Uploaded {
  readonly id: Id;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly state: FileState;
}

/** An upload in progress holds a file on the disk and a socket, but no database connection. */
const MAX_CONCURRENT = 32;
/** One account's share: slow uploads of one must not keep all others out. */
const MAX_OF_UPLOADER = 4;

/** Receives files by ticket: a file is streamed to the disk, checked, and then recorded in the database. A refused or broken upload leaves nothing. */
@Injectable()
export class Uploads {
  /** The tickets whose uploads are in progress, each with its uploader. */
  private readonly underWay = new Map<Id, Id | null>();

  constructor(
    private readonly db: Database,
    private readonly tickets: UploadTickets,
    private readonly incoming: IncomingFiles,
    private readonly purposes: FilePurposes,
    private readonly storage: Storage,
    private readonly quarantine: Quarantine,
  ) {}

  /** The ticket of this secret, and the actor who requested it. @throws UPLOAD_TICKET_UNKNOWN, _USED or _EXPIRED. */
  async findTicket(secret: string): Promise<{ ticket: Ticket; uploader: Actor }> {
    const ticket = await this.tickets.find(secret);
    return { ticket, uploader: uploaderOf(ticket) };
  }

  /**
   * @param body returns the bytes; called only after the checks that need none of them.
   * @param announced the `Content-Length` that the client sent, if any.
   * @throws the errors of size and content; the ticket stays valid then. The errors of the ticket itself, if it was used or expired meanwhile.
   */
  async receive(ticket: Ticket, body: () => Readable, announced: number | undefined, requestId: string): Promise<Uploaded> {
    this.incoming.refuseTooLarge(announced);
    if (this.underWay.has(ticket.id)) throw FileErrors.UPLOAD_UNDER_WAY();
    if (this.underWay.size >= MAX_CONCURRENT) throw PlatformErrors.OVERLOADED();
    const own = [...this.underWay.values()].filter(uploader => uploader === ticket.askerId).length;
    if (own >= MAX_OF_UPLOADER) throw FileErrors.UPLOADS_TOO_MANY({ limit: MAX_OF_UPLOADER });
    this.underWay.set(ticket.id, ticket.askerId);
    try {
      const uploaded = await this.incoming.receive(body(), file => this.store(ticket, file, requestId));
      return { ...uploaded, state: await this.quarantine.scan(uploaded) };
    } finally {
      this.underWay.delete(ticket.id);
    }
  }

  private async store(ticket: Ticket, file: ReceivedFile, requestId: string): Promise<Uploaded> {
    const { id, purpose, recordId } = ticket;
    const { kind, name } = await detectFileKind(file, ticket.fileName, this.purposes.of(purpose).purpose.kinds);
    const state = this.quarantine.firstState;
    const uploaded = { id, name, mediaType: FILE_KINDS[kind].mediaType, size: file.size, sha256: file.sha256, state };
    const { size, sha256, mediaType } = uploaded;
    await this.tickets.requireActive(ticket);
    await this.db.tx({ ...uploaderOf(ticket), requestId }, async tx => {
      await this.tickets.redeemIn(tx, id);
      await tx.query(
        `insert into file (id, name, media_type, size, sha256, state, purpose, record_id, uploader_kind, uploader_id, uploaded_by, uploaded_at, loose_since)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
        [id, name, mediaType, size, sha256, state, purpose, recordId, ticket.askerKind, ticket.askerId, ticket.askerName, tx.now],
      );
      await tx.audit({
        action: 'file.uploaded',
        object: { type: 'File', id },
        after: { name, mediaType, size, sha256, purpose, recordId },
      });
      // Before the commit, so that every row has its bytes. Bytes without a row are erased after the ticket has expired.
      await this.storage.keep(id, file);
    });
    return uploaded;
  }
}

/** The actor who requested the ticket, without grants: the ticket permits this upload only. */
const uploaderOf = ({ askerKind: kind, askerId: id, askerName: name }: Ticket): Actor => ({ kind, id, name, grants: [], personId: null });
