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
import { Scopes } from '../../../platform/views/scopes.js';
import { DecisionErrors } from '../decision.errors.js';
import { decisionView } from '../decision.view.js';
import { incrementVersion, lockDecision } from '../decision.store.js';
import { decisionOfScan, deleteScan, insertScan, isScanOf } from './decision-scan.store.js';

const SCAN = filePurpose({ name: 'DECISION_SCAN', recordType: 'Decision', kinds: DOCUMENT_KINDS });

/** A decision and one of its files, with the version of the decision that the sender has read. */
export interface SeenScan {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly fileId: Id;
}

interface LockedDecision {
  readonly version: number;
  readonly issuerId: Id;
}

/** Scans of decisions: attached by actors who may correct the decision, read by everyone who may read it. */
@Injectable()
export class DecisionScans implements OnModuleInit, FileRecords {
  readonly purpose = SCAN;

  constructor(
    private readonly db: Database,
    private readonly files: Files,
    private readonly purposes: FilePurposes,
    private readonly rights: Rights,
    private readonly scopes: Scopes,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async authorise(tx: Tx, recordId: Id): Promise<void> {
    const { issuerId } = await this.locked(tx, recordId, 'share');
    await this.rights.require(tx, 'decision.correct', issuerId);
  }

  /** A scan of a draft is for those who see the draft. */
  async mayRead(actor: Actor, fileId: Id): Promise<boolean> {
    const id = await decisionOfScan(this.db.rows, fileId);
    return id !== undefined && this.scopes.sees({ actor, query: this.db.rows, today: this.db.today() }, decisionView, id);
  }

  attach(actor: Actor, scan: SeenScan): Promise<Id> {
    return this.change(actor, scan, async (tx, { issuerId }) => {
      const { id, fileId } = scan;
      if (await isScanOf(tx.query, id, fileId)) return tx.unchanged(false);
      const { name: file, sha256 } = await this.files.linkIn(tx, fileId, SCAN, id);
      await insertScan(tx, id, fileId);
      await tx.audit({ action: 'decision.scanAttached', object: { type: 'Decision', id }, unitId: issuerId, after: { file, sha256 } });
      return true;
    });
  }

  detach(actor: Actor, scan: SeenScan, given: string): Promise<Id> {
    return this.change(actor, scan, async (tx, { issuerId: unitId }) => {
      const { id, fileId } = scan;
      if (!(await deleteScan(tx, id, fileId))) throw FileErrors.FILE_NOT_FOUND();
      const { name: file, sha256 } = await this.files.unlinkIn(tx, fileId);
      const before = { file, sha256 };
      const reason = cleanText(given);
      await tx.audit({ action: 'decision.scanDetached', object: { type: 'Decision', id }, unitId, before, reason });
      return true;
    });
  }

  /** @param work returns whether it has changed the decision. */
  private change(
    actor: Actor,
    { id, expectedVersion }: SeenScan,
    work: (tx: Tx, decision: LockedDecision) => Promise<boolean>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const decision = await this.locked(tx, id, 'update');
      await this.rights.require(tx, 'decision.correct', decision.issuerId);
      requireVersion(expectedVersion, decision.version);
      if (await work(tx, decision)) await incrementVersion(tx, id);
      return id;
    });
  }

  private async locked(tx: Tx, id: Id, lock: 'share' | 'update'): Promise<LockedDecision> {
    const decision = await lockDecision(tx, id, lock);
    if (!decision || !(await this.scopes.sees(tx, decisionView, id))) throw DecisionErrors.DECISION_NOT_FOUND({ id });
    return decision;
  }
}
