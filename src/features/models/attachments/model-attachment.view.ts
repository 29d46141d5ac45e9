import { sql } from '../../../platform/database/sql.js';
import { fileView } from '../../../platform/files/file.view.js';
import { view, type AnyView } from '../../../platform/views/view.js';
import { visibleToAll } from '../../../platform/views/visibility.js';
import { many, one, value } from '../../../platform/views/view-fields.js';
import type { ModelAttachment } from './model-attachment.graphql.js';

export const modelAttachmentView: AnyView = view<ModelAttachment>()('ModelAttachment', {
  scope: visibleToAll('shown within its model only'),
  fields: {
    kind: value('kind'),
    note: value('note'),
    attachedAt: value('attached_at'),
    file: one(() => fileView, 'file_id'),
  },
});

/** The files of a model, in the order in which they were attached. */
export const modelAttachments = many(() => modelAttachmentView, {
  rows: (alias, model) => sql`(select * from model_attachment a where a.model_id = ${model}) ${alias}`,
  orderBy: row => sql`${row}.attached_at, ${row}.file_id`,
});
