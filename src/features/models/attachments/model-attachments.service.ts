import { Injectable, type OnModuleInit } from '@nestjs/common';
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
import type { SeenModel } from '../changed-model.inputs.js';
import { ModelErrors } from '../model.errors.js';
import { ModelRights } from '../model-rights.js';
import { lockModel, raiseVersion, type LockedModel } from '../model.store.js';
import type { ModelAttachmentKind } from './model-attachment.graphql.js';
import { deleteAttachment, insertAttachment, modelWith } from './model-attachment.store.js';

const ATTACHMENT = filePurpose({ name: 'MODEL_ATTACHMENT', recordType: 'EmulationModel', kinds: DOCUMENT_KINDS });

/** A file of a model, as it was seen. */
export interface HungFile extends SeenModel {
  readonly fileId: Id;
}

/** Files on models: who may edit a model hangs files on it; who may read it reads them. */
@Injectable()
export class ModelAttachments implements OnModuleInit, FileRecords {
  readonly purpose = ATTACHMENT;

  constructor(
    private readonly db: Database,
    private readonly files: Files,
    private readonly purposes: FilePurposes,
    private readonly rights: ModelRights,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async authorise(tx: Tx, recordId: Id): Promise<void> {
    await this.modelIn(tx, recordId, 'share');
  }

  async mayRead(actor: Actor, fileId: Id): Promise<boolean> {
    const modelId = await modelWith(this.db.rows, fileId);
    return modelId !== undefined && this.rights.sees({ actor, query: this.db.rows, today: this.db.today() }, modelId);
  }

  attach(actor: Actor, hung: HungFile, kind: ModelAttachmentKind, given: string | null): Promise<Id> {
    return this.change(actor, hung, async (tx, { unitId }) => {
      const { id, fileId } = hung;
      const { name, sha256 } = await this.files.linkIn(tx, fileId, ATTACHMENT, id);
      const note = given === null ? null : cleanText(given);
      await insertAttachment(tx, { fileId, modelId: id, kind, note });
      const after = { file: name, sha256, kind, note };
      await tx.audit({ action: 'model.fileAttached', object: { type: 'EmulationModel', id }, unitId, after });
    });
  }

  detach(actor: Actor, hung: HungFile, reason: string): Promise<Id> {
    return this.change(actor, hung, async (tx, { unitId }) => {
      const { id, fileId } = hung;
      const held = await deleteAttachment(tx, id, fileId);
      if (!held) throw FileErrors.FILE_NOT_FOUND();
      const { name, sha256 } = await this.files.unlinkIn(tx, fileId);
      const before = { file: name, sha256, ...held };
      await tx.audit({
        action: 'model.fileDetached',
        object: { type: 'EmulationModel', id },
        unitId,
        before,
        reason: cleanText(reason),
      });
    });
  }

  private change(actor: Actor, { id, expectedVersion }: HungFile, work: (tx: Tx, model: LockedModel) => Promise<void>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const model = await this.modelIn(tx, id, 'update');
      requireVersion(expectedVersion, model.version);
      await work(tx, model);
      await raiseVersion(tx, id);
      return id;
    });
  }

  private async modelIn(tx: Tx, id: Id, lock: 'share' | 'update'): Promise<LockedModel> {
    const model = await lockModel(tx, id, lock);
    if (!model) throw ModelErrors.MODEL_NOT_FOUND({ id });
    await this.rights.require(tx, 'edit', id);
    if (model.gone) throw ModelErrors.MODEL_IN_TRASH();
    return model;
  }
}
