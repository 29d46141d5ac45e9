import { toGlobalId, type Id } from '../../shared/ids.js';
import { computed, many, value, view, type AnyView, type Sql, type ViewField, open } from '../views/view.js';
import type { FieldChange, ObjectChange } from './object-history.graphql.js';

/** The `history` of a chapter's type: every entry of the trail about the object, the latest first. */
export const historyOf = (type: string): ViewField =>
  many(() => objectChangeView, {
    parent: t => `${t}.id`,
    rows: (t, object) => `(select * from audit_entry e where e.object_type = '${type}' and e.object_id = ${object}) ${t}`,
    orderBy: t => `${t}.at desc, ${t}.id desc`,
  });

const objectOr = (json: Sql): Sql => `case jsonb_typeof(${json}) when 'object' then ${json} else '{}' end`;

/** What an entry of the trail changed, field by field. What stayed as it was is left out, also where the entry holds the whole object. */
export const changesOfEntry: ViewField = many(() => fieldChangeView, {
  parent: t => `${t}.id`,
  rows: (t, entry) =>
    `(select k.name, e.before ->> k.name as before, e.after ->> k.name as after
        from audit_entry e
        cross join lateral (select jsonb_object_keys(${objectOr('e.before')}) union select jsonb_object_keys(${objectOr('e.after')})) k (name)
       where e.id = ${entry} and (e.before ->> k.name) is distinct from (e.after ->> k.name)) ${t}`,
  orderBy: t => `${t}.name`,
});

export const entryId = computed<[Id]>([t => `${t}.id`], id => toGlobalId('AuditEntry', id));

export const objectChangeView: AnyView = view<ObjectChange>()('ObjectChange', {
  scope: open('shown within its object only'),
  fields: {
    id: entryId,
    at: value(t => `${t}.at`),
    actor: value(t => `${t}.actor_name`),
    onBehalfOf: value(t => `${t}.on_behalf_of_name`),
    action: value(t => `${t}.action`),
    reason: value(t => `${t}.reason`),
    changes: changesOfEntry,
  },
});

export const fieldChangeView: AnyView = view<FieldChange>()('FieldChange', {
  scope: open('shown within its change only'),
  fields: { field: value(t => `${t}.name`), before: value(t => `${t}.before`), after: value(t => `${t}.after`) },
});
