import { changesOfEntry, entryId } from '../../platform/audit/object-history.view.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { idOf } from '../../platform/graphql/node.js';
import { computed, ofUnits, one, value, view, type AnyView, type Bind } from '../../platform/views/view.js';
import { fromGlobalId, toGlobalId, type Id } from '../../shared/ids.js';
import type { ActorKind } from '../accounts/viewer.graphql.js';
import { subtreeWithPredecessors } from '../units/unit-sql.js';
import { unitView } from '../units/unit.view.js';
import type { AuditEntry, AuditEntryFilter, AuditEntryOrder } from './audit-entry.graphql.js';

/** The types behind the ids of those who act. */
const ACTOR_TYPES: Readonly<Record<keyof typeof ActorKind, string | undefined>> = {
  ACCOUNT: 'Account',
  TOKEN: 'ApiToken',
  SYSTEM: undefined,
};

const idOrNull = (type: string | undefined, id: Id | null): string | null =>
  type === undefined || id === null ? null : toGlobalId(type, id);

/** An id whose type does not matter, or is asked for beside it. */
function anyId(id: string, field: string): { type: string; id: Id } {
  const found = fromGlobalId(id);
  if (!found) throw PlatformErrors.ID_INVALID({ field: `filter.${field}`, type: 'Node' }).at('filter', field);
  return found;
}

const seal = (column: string, t: string): string => `(select ${column} from audit_seal s where s.entry_id = ${t}.id)`;

/** The trail is only ever a list: without `one`, the general field `node` cannot show what it asks no right for. */
export const auditEntryView: AnyView = view<AuditEntry, AuditEntryFilter, AuditEntryOrder>()('AuditEntry', {
  scope: ofUnits('audit.read', (t, is) => [`${t}.unit_id ${is}`]),
  fields: {
    id: entryId,
    at: value(t => `${t}.at`),
    actorKind: value(t => `${t}.actor_kind`),
    actorId: computed<[keyof typeof ActorKind, Id | null]>([t => `${t}.actor_kind`, t => `${t}.actor_id`], (kind, id) =>
      idOrNull(ACTOR_TYPES[kind], id),
    ),
    actor: value(t => `${t}.actor_name`),
    onBehalfOfId: computed<[Id | null]>([t => `${t}.on_behalf_of_id`], id => idOrNull('Account', id)),
    onBehalfOf: value(t => `${t}.on_behalf_of_name`),
    action: value(t => `${t}.action`),
    objectType: value(t => `${t}.object_type`),
    objectId: computed<[string, Id | null]>([t => `${t}.object_type`, t => `${t}.object_id`], idOrNull),
    unit: one(
      () => unitView,
      t => `${t}.unit_id`,
      t => `(${t}.at at time zone 'Asia/Ho_Chi_Minh')::date`,
    ),
    reason: value(t => `${t}.reason`),
    requestId: value(t => `${t}.request_id`),
    changes: changesOfEntry,
    position: value(t => seal('s.position::int', t)),
    hash: value(t => seal(`encode(s.hash, 'hex')`, t)),
  },
  list: {
    rows: t => `audit_entry ${t}`,
    filter: {
      objectId: (t, _day, bind) => {
        const [type, id] = [bind((given: string) => anyId(given, 'objectId').type), bind((given: string) => anyId(given, 'objectId').id)];
        return `(${t}.object_type = ${type} and ${t}.object_id = ${id}::uuid)`;
      },
      objectType: (t, _day, bind) => `${t}.object_type = ${bind()}`,
      actorId: (t, _day, bind) => `${t}.actor_id = ${uuid(bind, 'actorId')}`,
      onBehalfOfId: (t, _day, bind) =>
        `${t}.on_behalf_of_id = ${bind((id: string) => idOf('Account', id, 'filter', 'onBehalfOfId'))}::uuid`,
      actorKind: (t, _day, bind) => `${t}.actor_kind = any(${bind()})`,
      action: (t, _day, bind) => `${t}.action = any(${bind()})`,
      since: (t, _day, bind) => `${t}.at >= ${bind()}::timestamptz`,
      until: (t, _day, bind) => `${t}.at < ${bind()}::timestamptz`,
      unitId: {
        keys: (day, bind) =>
          subtreeWithPredecessors(
            bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
            day,
          ),
        ways: (t, is) => [`${t}.unit_id ${is}`],
      },
      requestId: (t, _day, bind) => `${t}.request_id = ${bind()}`,
    },
    order: {
      AT_DESC: { by: t => `${t}.at`, type: 'timestamptz', descending: true },
      AT: { by: t => `${t}.at`, type: 'timestamptz' },
    },
  },
});

const uuid = (bind: Bind, field: string): string => `${bind((id: string) => anyId(id, field).id)}::uuid`;
