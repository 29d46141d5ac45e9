import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { FileErrors } from '../../../platform/files/file.errors.js';
import { DOCUMENT_KINDS } from '../../../platform/files/file-kinds.js';
import { FilePurposes, filePurpose, type FileRecords } from '../../../platform/files/file-purposes.js';
import { Files } from '../../../platform/files/files.service.js';
import { Scopes } from '../../../platform/views/scopes.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import type { InspectionEntity } from './inspection.entity.js';
import { InspectionErrors } from './inspection.errors.js';
import { deleteInspectionFile, insertInspectionFile, inspectionWith } from './inspection-file.store.js';
import { lockInspection, updateInspection } from './inspection.store.js';
import { inspectionView } from './inspection.view.js';

const INSPECTION = filePurpose({ name: 'INSPECTION', recordType: 'Inspection', kinds: DOCUMENT_KINDS });

/** An inspection and one of its files, with the version of the inspection that the client has read. */
export interface SeenInspectionFile {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly fileId: Id;
}

/** Files of inspections: attached by those who may record it at the unit that inspects, read by everyone who sees it. */
@Injectable()
export class InspectionFiles implements OnModuleInit, FileRecords {
  readonly purpose = INSPECTION;

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
    await this.writing(tx, recordId);
  }

  async mayRead(actor: Actor, fileId: Id): Promise<boolean> {
    const id = await inspectionWith(this.db.rows, fileId);
    return id !== undefined && this.scopes.sees({ actor, query: this.db.rows, today: this.db.today() }, inspectionView, id);
  }

  attach(actor: Actor, { id, expectedVersion, fileId }: SeenInspectionFile): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { version, unitId } = await this.writing(tx, id);
      requireVersion(expectedVersion, version);
      if ((await inspectionWith(tx.query, fileId)) === id) return tx.unchanged(id);
      const { name: file, sha256 } = await this.files.linkIn(tx, fileId, INSPECTION, id);
      await insertInspectionFile(tx, id, fileId);
      await updateInspection(tx, id, {});
      await tx.audit({ action: 'inspection.fileAttached', object: { type: 'Inspection', id }, unitId, after: { file, sha256 } });
      return id;
    });
  }

  detach(actor: Actor, { id, expectedVersion, fileId }: SeenInspectionFile, reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { version, unitId } = await this.writing(tx, id);
      requireVersion(expectedVersion, version);
      if (!(await deleteInspectionFile(tx, id, fileId))) throw FileErrors.FILE_NOT_FOUND();
      const { name: file, sha256 } = await this.files.unlinkIn(tx, fileId);
      await updateInspection(tx, id, {});
      const entry = { unitId, before: { file, sha256 }, reason: cleanText(reason) };
      await tx.audit({ action: 'inspection.fileDetached', object: { type: 'Inspection', id }, ...entry });
      return id;
    });
  }

  private async writing(tx: Tx, id: Id): Promise<InspectionEntity> {
    const found = (await this.scopes.sees(tx, inspectionView, id)) ? await lockInspection(tx, id) : null;
    if (!found) throw InspectionErrors.INSPECTION_NOT_FOUND({ id });
    await this.rights.require(tx, 'inspection.record', found.unitId);
    return found;
  }
}
