import { literal, sql, type Sql } from '../database/sql.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { view, type AnyView, type ViewField } from '../views/view.js';
import { visibleToAll } from '../views/visibility.js';
import { computed, many, value } from '../views/view-fields.js';
import type { FieldChange, ObjectChange } from './object-history.graphql.js';
import { actorIn, actorOfEntry } from './shown-actor-sql.js';
import { asClientsKnowIt } from './trail-ids.js';

/** Nobody reads more, and a page of objects must not become a whole trail. */
export const MOST_CHANGES = 500;

/** The `history` of a chapter's type: the entries of the trail about the object, the latest first. @param change how an entry is shown, if not as usual. */
export const historyOf = (type: string, change: () => AnyView = () => objectChangeView): ViewField =>
  many(change, {
    rows: (alias, object) => sql`(select * from audit_entry e where e.object_type = ${literal(type)} and e.object_id = ${object}
      order by e.at desc, e.id desc limit ${MOST_CHANGES}) ${alias}`,
    orderBy: row => sql`${row}.at desc, ${row}.id desc`,
  });

const objectOr = (json: Sql): Sql => sql`case jsonb_typeof(${json}) when 'object' then ${json} else '{}' end`;

/** The changes of an entry of the trail, field by field. Unchanged fields are left out, also where the entry contains the whole object. */
export const changesOfEntry: ViewField = many(() => fieldChangeView, {
  rows: (alias, entry) =>
    sql`(select e.object_type, k.name, e.before ->> k.name as before, e.after ->> k.name as after
        from audit_entry e
        cross join lateral (select jsonb_object_keys(${objectOr(sql`e.before`)}) union select jsonb_object_keys(${objectOr(sql`e.after`)})) k (name)
       where e.id = ${entry} and (e.before ->> k.name) is distinct from (e.after ->> k.name)) ${alias}`,
  orderBy: row => sql`${row}.name`,
});

export const entryId = computed<[Id]>(['id'], id => toGlobalId('AuditEntry', id));

export const objectChangeView: AnyView = view<ObjectChange>()('ObjectChange', {
  scope: visibleToAll('shown within its object only'),
  fields: {
    id: entryId,
    at: value('at'),
    actor: value(actorOfEntry),
    onBehalfOf: value(actorIn('on_behalf_of_name')),
    action: value('action'),
    reason: value('reason'),
    changes: changesOfEntry,
  },
});

const asKnown = (column: 'before' | 'after'): ViewField =>
  computed<[string, string, string | null]>(['object_type', 'name', column], asClientsKnowIt);

export const fieldChangeView: AnyView = view<FieldChange>()('FieldChange', {
  scope: visibleToAll('shown within its change only'),
  fields: { field: value('name'), before: asKnown('before'), after: asKnown('after') },
});
