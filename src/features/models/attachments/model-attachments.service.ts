import { isDeepStrictEqual } from 'node:util';
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
import { attachmentOf, deleteAttachment, insertAttachment, modelWith } from './model-attachment.store.js';

const ATTACHMENT = filePurpose({ name: 'MODEL_ATTACHMENT', recordType: 'EmulationModel', kinds: DOCUMENT_KINDS });

/** A file of a model, and the model's version that the client has read. */
export interface AttachedFile extends SeenModel {
  readonly fileId: Id;
}

/** Files attached to models. Who may edit a model attaches and detaches them; who sees the model may read them. */
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

  attach(actor: Actor, attached: AttachedFile, kind: ModelAttachmentKind, given: string | null): Promise<Id> {
    return this.change(actor, attached, async (tx, { unitId }) => {
      const { id, fileId } = attached;
      const note = given === null ? null : cleanText(given);
      if (isDeepStrictEqual(await attachmentOf(tx, id, fileId), { kind, note })) return tx.unchanged(false);
      const { name, sha256 } = await this.files.linkIn(tx, fileId, ATTACHMENT, id);
      await insertAttachment(tx, { fileId, modelId: id, kind, note });
      const after = { file: name, sha256, kind, note };
      await tx.audit({ action: 'model.fileAttached', object: { type: 'EmulationModel', id }, unitId, after });
      return true;
    });
  }

  detach(actor: Actor, attached: AttachedFile, reason: string): Promise<Id> {
    return this.change(actor, attached, async (tx, { unitId }) => {
      const { id, fileId } = attached;
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
      return true;
    });
  }

  /** @param work returns whether it has changed the model. */
  private change(actor: Actor, { id, expectedVersion }: AttachedFile, work: (tx: Tx, model: LockedModel) => Promise<boolean>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const model = await this.modelIn(tx, id, 'update');
      requireVersion(expectedVersion, model.version);
      if (await work(tx, model)) await raiseVersion(tx, id);
      return id;
    });
  }

  private async modelIn(tx: Tx, id: Id, lock: 'share' | 'update'): Promise<LockedModel> {
    const model = await lockModel(tx, id, lock);
    if (!model) throw ModelErrors.MODEL_NOT_FOUND({ id });
    await this.rights.requireEdit(tx, id);
    if (model.gone) throw ModelErrors.MODEL_IN_TRASH();
    return model;
  }
}
