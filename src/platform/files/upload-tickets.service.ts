import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { newId, type Id } from '../../shared/ids.js';
import { Authentication } from '../access/authenticator.port.js';
import type { Actor } from '../access/actor.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { FileErrors } from './file.errors.js';
import { FILE_KINDS, kindByEnding } from './file-kinds.js';
import { cleanFileName, endingOf } from './file-name.js';
import { FilePurposes } from './file-purposes.js';
import { FILE_SETTINGS, type FileSettings } from './file.settings.js';

/** What a ticket is requested for. */
export interface UploadRequest {
  readonly purpose: string;
  readonly recordId: Id | null;
  readonly fileName: string;
}

export interface IssuedTicket {
  readonly secret: string;
  readonly expiresAt: Date;
  readonly maxBytes: number;
  readonly endings: readonly string[];
}

/** A valid ticket. */
export interface Ticket {
  /** The uploaded file gets this id. */
  readonly id: Id;
  readonly fileName: string;
  readonly purpose: string;
  readonly recordId: Id | null;
  readonly askerKind: Actor['kind'];
  readonly askerId: Id | null;
  readonly askerName: string;
}

const LIFETIME_MS = 15 * 60_000;
const DAY_MS = 24 * 3_600_000;
const MAX_PER_RECORD = 100;
const MAX_PER_DAY = 300;

/** Permissions to upload one file, once. The secret in the URL is the permission, so the upload itself needs no credentials; only its hash is stored. */
@Injectable()
export class UploadTickets {
  constructor(
    private readonly db: Database,
    private readonly purposes: FilePurposes,
    private readonly authentication: Authentication,
    @Inject(FILE_SETTINGS) private readonly settings: FileSettings,
  ) {}

  /** @throws the error of the record's chapter when the actor may not add files to it; FILE_KIND_NOT_TAKEN, FILE_NAME_EMPTY, FILE_RECORD_FULL, FILE_DAY_FULL. */
  request(actor: Actor, { purpose, recordId, fileName }: UploadRequest): Promise<IssuedTicket> {
    const records = this.purposes.of(purpose);
    const { kinds } = records.purpose;
    return this.db.tx(actor, async tx => {
      await records.authorise(tx, recordId);
      const name = cleanFileName(fileName);
      if (name === '') throw FileErrors.FILE_NAME_EMPTY().at('fileName');
      const ending = endingOf(name);
      const promised = kindByEnding(ending);
      if (ending !== '' && !(promised && kinds.includes(promised))) {
        throw FileErrors.FILE_KIND_NOT_TAKEN({ kind: ending, allowed: kinds.join(', ') }).at('fileName');
      }
      await refuseTooMany(tx, recordId);
      const secret = randomBytes(32).toString('base64url');
      const [id, expiresAt] = [newId(), new Date(tx.now.getTime() + LIFETIME_MS)];
      await tx.query(
        `insert into upload_ticket (id, secret_hash, file_name, purpose, record_id, asker_kind, asker_id, asker_name, asked_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, hashOf(secret), name, purpose, recordId, actor.kind, actor.id, actor.name, tx.now, expiresAt],
      );
      await tx.audit({ action: 'file.uploadRequested', object: { type: 'File', id }, after: { name, purpose, recordId } });
      return { secret, expiresAt, maxBytes: this.settings.maxBytes, endings: kinds.flatMap(kind => FILE_KINDS[kind].endings) };
    });
  }

  /** @throws UPLOAD_TICKET_UNKNOWN, _USED or _EXPIRED. */
  async find(secret: string): Promise<Ticket> {
    const [row] = await this.db.rows<Ticket & TicketState>(`${TICKET} where secret_hash = $1`, [hashOf(secret)]);
    const ticket = requireValid(row, this.db.now());
    await this.requireActive(ticket);
    return ticket;
  }

  /** A ticket ends with the account or token that asked for it. @throws UPLOAD_TICKET_UNKNOWN */
  async requireActive({ askerKind: kind, askerId: id }: Ticket): Promise<void> {
    if (!(await this.authentication.isActive({ kind, id }))) throw FileErrors.UPLOAD_TICKET_UNKNOWN();
  }

  /** Marks a ticket as used, within the transaction that inserts the file. A second upload with the same ticket waits here and is then refused. */
  async redeemIn(tx: Tx, id: Id): Promise<void> {
    const [row] = await tx.query<Ticket & TicketState>(`${TICKET} where id = $1 for update`, [id]);
    requireValid(row, tx.now);
    await tx.query(`update upload_ticket set used_at = $2 where id = $1`, [id, tx.now]);
  }
}

interface TicketState {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

const TICKET = `
  select id, file_name as "fileName", purpose, record_id as "recordId", asker_kind as "askerKind", asker_id as "askerId", asker_name as "askerName",
         expires_at as "expiresAt", used_at as "usedAt"
    from upload_ticket`;

function requireValid(row: (Ticket & TicketState) | undefined, now: Date): Ticket {
  if (!row) throw FileErrors.UPLOAD_TICKET_UNKNOWN();
  if (row.usedAt) throw FileErrors.UPLOAD_TICKET_USED();
  if (row.expiresAt <= now) throw FileErrors.UPLOAD_TICKET_EXPIRED();
  return row;
}

/** The secret is random, so one round of hashing is enough. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Counts uploaded files and open tickets. Simultaneous requests are counted one after the other. */
async function refuseTooMany(tx: Tx, recordId: Id | null): Promise<void> {
  const requester = tx.actor.id ?? tx.actor.name;
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('upload ' || k, 0)) from unnest($1::text[]) k order by k`, [
    [requester, ...(recordId === null ? [] : [recordId])],
  ]);
  const [count] = await tx.query<{ record: number; day: number }>(
    `select (select count(*) from file where record_id = $1 and state <> 'REFUSED')::int
              + (select count(*) from upload_ticket where record_id = $1 and used_at is null and expires_at > $4)::int as record,
            (select count(*) from upload_ticket where asker_id is not distinct from $2 and asked_at > $3)::int as day`,
    [recordId, tx.actor.id, new Date(tx.now.getTime() - DAY_MS), tx.now],
  );
  if (count!.record >= MAX_PER_RECORD) throw FileErrors.FILE_RECORD_FULL({ limit: MAX_PER_RECORD });
  if (count!.day >= MAX_PER_DAY) throw FileErrors.FILE_DAY_FULL({ limit: MAX_PER_DAY });
}
