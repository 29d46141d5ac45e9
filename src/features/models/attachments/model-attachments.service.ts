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
import type { ModelAttachmentKind } from './model-attachment.graphql.js';

const ATTACHMENT = filePurpose({ name: 'MODEL_ATTACHMENT', recordType: 'EmulationModel', kinds: DOCUMENT_KINDS });

/** A file of a model, as it was seen. */
export interface HungFile extends SeenModel {
  readonly fileId: Id;
}

interface Model {
  readonly version: number;
  readonly unitId: Id;
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
    const [hung] = await this.db.rows<{ modelId: Id }>(`select model_id as "modelId" from model_attachment where file_id = $1`, [fileId]);
    return hung !== undefined && this.rights.mayRead(actor, this.db.rows, hung.modelId);
  }

  attach(actor: Actor, hung: HungFile, kind: ModelAttachmentKind, given: string | null): Promise<Id> {
    return this.change(actor, hung, async (tx, { unitId }) => {
      const { id, fileId } = hung;
      const { name, sha256 } = await this.files.linkIn(tx, fileId, ATTACHMENT, id);
      const note = given === null ? null : cleanText(given);
      await tx.query(`insert into model_attachment (file_id, model_id, kind, note, attached_at) values ($1, $2, $3, $4, $5)`, [
        fileId,
        id,
        kind,
        note,
        tx.now,
      ]);
      const after = { file: name, sha256, kind, note };
      await tx.audit({ action: 'model.fileAttached', object: { type: 'EmulationModel', id }, unitId, after });
    });
  }

  detach(actor: Actor, hung: HungFile, reason: string): Promise<Id> {
    return this.change(actor, hung, async (tx, { unitId }) => {
      const { id, fileId } = hung;
      const [before] = await tx.query<{ file: string; sha256: string; kind: string; note: string | null }>(
        `with gone as (delete from model_attachment where file_id = $1 and model_id = $2 returning kind, note)
         select f.name as file, f.sha256, gone.kind, gone.note from gone, file f where f.id = $1`,
        [fileId, id],
      );
      if (!before) throw FileErrors.FILE_NOT_FOUND();
      await this.files.unlinkIn(tx, fileId);
      await tx.audit({
        action: 'model.fileDetached',
        object: { type: 'EmulationModel', id },
        unitId,
        before,
        reason: cleanText(reason),
      });
    });
  }

  private change(actor: Actor, { id, expectedVersion }: HungFile, work: (tx: Tx, model: Model) => Promise<void>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const model = await this.modelIn(tx, id, 'update');
      requireVersion(expectedVersion, model.version);
      await work(tx, model);
      await tx.query(`update emulation_model set version = version + 1 where id = $1`, [id]);
      return id;
    });
  }

  private async modelIn(tx: Tx, id: Id, lock: 'share' | 'update'): Promise<Model> {
    // The lock first: a shared one, that the rights take, could not be raised while others hold it, too.
    const [model] = await tx.query<Model & { gone: boolean }>(
      `select version, unit_id as "unitId", trashed_at is not null or merged_into_id is not null as gone from emulation_model where id = $1 for ${lock}`,
      [id],
    );
    if (!model) throw ModelErrors.MODEL_NOT_FOUND({ id });
    await this.rights.require(tx, 'edit', id);
    if (model.gone) throw ModelErrors.MODEL_IN_TRASH();
    return model;
  }
}
