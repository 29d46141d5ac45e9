import { toGlobalId, type Id } from '../../shared/ids.js';
import { computed, open, value, view, type AnyView } from '../views/view.js';
import type { File } from './file.graphql.js';

const fileUrl = (id: Id): string => `/files/${toGlobalId('File', id)}`;

export const fileView: AnyView = view<File>()('File', {
  scope: open('shown within its record only; by its id it can only be downloaded, and that asks the record'),
  one: (t, id) => `(select * from file f where f.id = ${id}) ${t}`,
  fields: {
    id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('File', id)),
    name: value(t => `${t}.name`),
    mediaType: value(t => `${t}.media_type`),
    size: value(t => `${t}.size`),
    sha256: value(t => `${t}.sha256`),
    state: value(t => `${t}.state`),
    uploadedBy: value(t => `${t}.uploaded_by`),
    uploadedAt: value(t => `${t}.uploaded_at`),
    url: computed<[Id]>([t => `${t}.id`], fileUrl),
  },
});
