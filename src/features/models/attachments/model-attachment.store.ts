import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { ModelAttachmentEntity } from './model-attachment.entity.js';

export async function insertAttachment(tx: Tx, attachment: Omit<ModelAttachmentEntity, 'attachedAt'>): Promise<void> {
  await tx.manager.insert(ModelAttachmentEntity, { ...attachment, attachedAt: tx.now });
}

type Described = Pick<ModelAttachmentEntity, 'kind' | 'note'>;

/** How the file is attached to the model; `undefined` where it is not. */
export async function attachmentOf(tx: Tx, modelId: Id, fileId: Id): Promise<Described | undefined> {
  const [attached] = await tx.query<Described>(`select kind, note from model_attachment where file_id = $1 and model_id = $2`, [
    fileId,
    modelId,
  ]);
  return attached;
}

/** @returns the deleted row's kind and note; `undefined` where the file is not attached to the model. */
export async function deleteAttachment(tx: Tx, modelId: Id, fileId: Id): Promise<Described | undefined> {
  const [deleted] = await tx.query<Described>(
    `with deleted as (delete from model_attachment where file_id = $1 and model_id = $2 returning kind, note) select kind, note from deleted`,
    [fileId, modelId],
  );
  return deleted;
}

/** The model that the file is attached to. */
export async function modelWith(query: QueryRows, fileId: Id): Promise<Id | undefined> {
  const [row] = await query<{ modelId: Id }>(`select model_id as "modelId" from model_attachment where file_id = $1`, [fileId]);
  return row?.modelId;
}
