import { fileView } from '../../../platform/files/file.view.js';
import { many, one, open, value, view, type AnyView } from '../../../platform/views/view.js';
import type { ModelAttachment } from './model-attachment.graphql.js';

export const modelAttachmentView: AnyView = view<ModelAttachment>()('ModelAttachment', {
  scope: open('shown within its model only'),
  fields: {
    kind: value(t => `${t}.kind`),
    note: value(t => `${t}.note`),
    attachedAt: value(t => `${t}.attached_at`),
    file: one(
      () => fileView,
      t => `${t}.file_id`,
    ),
  },
});

/** What hangs on a model, in the order in which it came. */
export const modelAttachments = many(() => modelAttachmentView, {
  parent: t => `${t}.id`,
  rows: (t, model) => `(select * from model_attachment a where a.model_id = ${model}) ${t}`,
  orderBy: t => `${t}.attached_at, ${t}.file_id`,
});
