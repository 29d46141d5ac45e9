import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Rights } from '../../../platform/access/rights.js';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { FileErrors } from '../../../platform/files/file.errors.js';
import { DOCUMENT_KINDS } from '../../../platform/files/file-kinds.js';
import { FilePurposes, filePurpose, type FileRecords } from '../../../platform/files/file-purposes.js';
import { Files } from '../../../platform/files/files.service.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { DecisionErrors } from '../decision.errors.js';

const SCAN = filePurpose({ name: 'DECISION_SCAN', recordType: 'Decision', kinds: DOCUMENT_KINDS });

/** A file of a decision, as it was seen. */
export interface HungScan {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly fileId: Id;
}

interface Decision {
  readonly version: number;
  readonly issuerId: Id;
}

/** The papers of decisions as files: hung on by whoever may correct a decision, read by whoever may read it. */
@Injectable()
export class DecisionScans implements OnModuleInit, FileRecords {
  readonly purpose = SCAN;

  constructor(
    private readonly db: Database,
    private readonly files: Files,
    private readonly purposes: FilePurposes,
    private readonly rights: Rights,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async authorise(tx: Tx, recordId: Id): Promise<void> {
    const { issuerId } = await decisionIn(tx, recordId, 'share');
    await this.rights.require(tx, 'decision.correct', issuerId);
  }

  async mayRead(_actor: Actor, fileId: Id): Promise<boolean> {
    return (await this.db.rows(`select from decision_scan where file_id = $1`, [fileId])).length > 0;
  }

  attach(actor: Actor, hung: HungScan): Promise<Id> {
    return this.change(actor, hung, async (tx, { issuerId }) => {
      const { id, fileId } = hung;
      const { name: file, sha256 } = await this.files.linkIn(tx, fileId, SCAN, id);
      await tx.query(`insert into decision_scan (file_id, decision_id, attached_at) values ($1, $2, $3)`, [fileId, id, tx.now]);
      await tx.audit({ action: 'decision.scanAttached', object: { type: 'Decision', id }, unitId: issuerId, after: { file, sha256 } });
    });
  }

  detach(actor: Actor, hung: HungScan, given: string): Promise<Id> {
    return this.change(actor, hung, async (tx, { issuerId: unitId }) => {
      const { id, fileId } = hung;
      const [before] = await tx.query<{ file: string; sha256: string }>(
        `with gone as (delete from decision_scan where file_id = $1 and decision_id = $2 returning file_id)
         select f.name as file, f.sha256 from gone join file f on f.id = gone.file_id`,
        [fileId, id],
      );
      if (!before) throw FileErrors.FILE_NOT_FOUND();
      await this.files.unlinkIn(tx, fileId);
      const reason = cleanText(given);
      await tx.audit({ action: 'decision.scanDetached', object: { type: 'Decision', id }, unitId, before, reason });
    });
  }

  private change(actor: Actor, { id, expectedVersion }: HungScan, work: (tx: Tx, decision: Decision) => Promise<void>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const decision = await decisionIn(tx, id, 'update');
      await this.rights.require(tx, 'decision.correct', decision.issuerId);
      requireVersion(expectedVersion, decision.version);
      await work(tx, decision);
      await tx.query(`update decision set version = version + 1 where id = $1`, [id]);
      return id;
    });
  }
}

async function decisionIn(tx: Tx, id: Id, lock: 'share' | 'update'): Promise<Decision> {
  const [decision] = await tx.query<Decision>(`select version, issuer_id as "issuerId" from decision where id = $1 for ${lock}`, [id]);
  if (!decision) throw DecisionErrors.DECISION_NOT_FOUND({ id });
  return decision;
}
