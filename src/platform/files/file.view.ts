import { sql } from '../database/sql.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { view, type AnyView } from '../views/view.js';
import { visibleToAll } from '../views/visibility.js';
import { computed, value } from '../views/view-fields.js';
import type { File } from './file.graphql.js';
import { actorIn } from '../audit/shown-actor-sql.js';

const fileUrl = (id: Id): string => `/files/${toGlobalId('File', id)}`;

export const fileView: AnyView = view<File>()('File', {
  scope: visibleToAll('shown within its record only; by its id it can only be downloaded, and that asks the record'),
  byId: (alias, id) => sql`(select * from file f where f.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('File', id)),
    name: value('name'),
    mediaType: value('media_type'),
    size: value('size'),
    sha256: value('sha256'),
    state: value('state'),
    uploadedBy: value(actorIn('uploaded_by')),
    uploadedAt: value('uploaded_at'),
    url: computed<[Id]>(['id'], fileUrl),
  },
});
