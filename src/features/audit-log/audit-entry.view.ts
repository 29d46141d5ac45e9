import { list, literal, sql, type Sql } from '../../platform/database/sql.js';
import { changesOfEntry, entryId } from '../../platform/audit/object-history.view.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { idOf } from '../../platform/graphql/node.js';
import { view, type AnyView, type Bind } from '../../platform/views/view.js';
import { visibleByUnit } from '../../platform/views/visibility.js';
import { computed, nameOfThing, one, value } from '../../platform/views/view-fields.js';
import { fromGlobalId, toGlobalId, type Id } from '../../shared/ids.js';
import type { ActorKind } from '../accounts/viewer.graphql.js';
import { reachOf } from '../units/unit-reach-sql.js';
import { unitView } from '../units/unit.view.js';
import type { AuditEntry, AuditEntryFilter, AuditEntryOrder } from './audit-entry.graphql.js';
import { actorIn, actorOfEntry } from '../../platform/audit/shown-actor-sql.js';

/** The type in the global id of an actor, by kind of actor. */
const ACTOR_TYPES: Readonly<Record<keyof typeof ActorKind, string | undefined>> = {
  ACCOUNT: 'Account',
  TOKEN: 'ApiToken',
  SYSTEM: undefined,
};

const idOrNull = (type: string | undefined, id: Id | null): string | null =>
  type === undefined || id === null ? null : toGlobalId(type, id);

/** A global id of any type; the filter compares its type separately or not at all. */
function anyId(id: string, field: string): { type: string; id: Id } {
  const found = fromGlobalId(id);
  if (!found) throw PlatformErrors.ID_INVALID({ field: `filter.${field}`, type: 'Node' }).at('filter', field);
  return found;
}

/** Types whose entries would tell an auditor what only those may know who decide about it: who cannot be granted now, and why. */
const CONFIDENTIAL_TYPES = ['Hold'];
const confidential = sql`array[${list(CONFIDENTIAL_TYPES.map(type => literal(type)))}]`;

const seal = (column: Sql, row: Sql): Sql => sql`(select ${column} from audit_seal s where s.entry_id = ${row}.id)`;

/** The audit trail is shown as a list only. Without `byId`, the field `node` cannot return an entry, for which it would check no right. */
export const auditEntryView: AnyView = view<AuditEntry, AuditEntryFilter, AuditEntryOrder>()('AuditEntry', {
  scope: visibleByUnit('audit.read', (row, matches) => [sql`${row}.unit_id ${matches}`]),
  fields: {
    id: entryId,
    at: value('at'),
    actorKind: value('actor_kind'),
    actorId: computed<[keyof typeof ActorKind, Id | null]>(['actor_kind', 'actor_id'], (kind, id) => idOrNull(ACTOR_TYPES[kind], id)),
    actor: value(actorOfEntry),
    actorName: value('actor_name'),
    onBehalfOfId: computed<[Id | null]>(['on_behalf_of_id'], id => idOrNull('Account', id)),
    onBehalfOf: value(actorIn('on_behalf_of_name')),
    action: value('action'),
    objectType: value('object_type'),
    objectId: computed<[string, Id | null]>(['object_type', 'object_id'], idOrNull),
    objectName: nameOfThing('object_type', 'object_id'),
    unit: one(
      () => unitView,
      'unit_id',
      row => sql`(${row}.at at time zone 'Asia/Ho_Chi_Minh')::date`,
    ),
    reason: value('reason'),
    requestId: value('request_id'),
    changes: changesOfEntry,
    position: value(row => seal(sql`s.position::int`, row)),
    hash: value(row => seal(sql`encode(s.hash, 'hex')`, row)),
  },
  list: {
    // What few may know is shown with its object alone, by its own right (`history`): here not even that there is an entry.
    rows: alias => sql`(select * from audit_entry e where e.object_type <> all(${confidential})) ${alias}`,
    filter: {
      objectId: (row, _day, bind) => {
        const [type, id] = [bind((given: string) => anyId(given, 'objectId').type), bind((given: string) => anyId(given, 'objectId').id)];
        return sql`(${row}.object_type = ${type} and ${row}.object_id = ${id}::uuid)`;
      },
      objectType: (row, _day, bind) => sql`${row}.object_type = ${bind()}`,
      actorId: (row, _day, bind) => sql`${row}.actor_id = ${uuid(bind, 'actorId')}`,
      onBehalfOfId: (row, _day, bind) =>
        sql`${row}.on_behalf_of_id = ${bind((id: string) => idOf('Account', id, 'filter', 'onBehalfOfId'))}::uuid`,
      actorKind: (row, _day, bind) => sql`${row}.actor_kind = any(${bind()})`,
      action: (row, _day, bind) => sql`${row}.action = any(${bind()})`,
      since: (row, _day, bind) => sql`${row}.at >= ${bind()}::timestamptz`,
      until: (row, _day, bind) => sql`${row}.at < ${bind()}::timestamptz`,
      unitId: {
        keys: (day, bind) =>
          reachOf(
            bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
            day,
          ),
        paths: (row, matches) => [sql`${row}.unit_id ${matches}`],
      },
      requestId: (row, _day, bind) => sql`${row}.request_id = ${bind()}`,
    },
    order: {
      AT_DESC: { by: 'at', type: 'timestamptz', descending: true },
      AT: { by: 'at', type: 'timestamptz' },
    },
  },
});

const uuid = (bind: Bind, field: string): Sql => sql`${bind((id: string) => anyId(id, field).id)}::uuid`;
