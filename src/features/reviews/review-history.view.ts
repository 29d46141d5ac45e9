import { fieldChangeView, objectChangeView } from '../../platform/audit/object-history.view.js';
import { list, literal, or, sql, type Sql } from '../../platform/database/sql.js';
import { many } from '../../platform/views/view-fields.js';
import { type AnyView } from '../../platform/views/view.js';
import { visibleByUnit } from '../../platform/views/visibility.js';
import { commendationView } from '../commendations/commendation.view.js';
import { modelView } from '../models/model.view.js';

/** Fields that name things which not everybody sees who sees the review, each with the table of these things. */
const NAMED = { modelIds: sql`emulation_model`, commendationIds: sql`commendation`, previousId: sql`review` } as const;
const names = list(Object.keys(NAMED).map(literal));

/** The ids of a value of an entry, whether it is one or a list. */
const ids = (value: Sql): Sql =>
  sql`jsonb_array_elements_text(case jsonb_typeof(${value}) when 'array' then ${value} when 'string' then jsonb_build_array(${value}) else '[]' end)`;
const keys = (value: Sql): Sql => sql`jsonb_object_keys(case jsonb_typeof(${value}) when 'object' then ${value} else '{}' end)`;

/** A change of a review. Of things that not everybody sees, each that came or went is a line of its own, for those who see it. */
export function reviewChangeOf(reviewView: () => AnyView): AnyView {
  const views = { modelIds: () => modelView, commendationIds: () => commendationView, previousId: reviewView };
  const seen = (): AnyView => ({
    ...fieldChangeView,
    // Scopes are found by the name.
    name: 'ReviewFieldChange',
    scope: visibleByUnit('registry.read', (row, matches) => [
      sql`${row}.thing_id is null`,
      ...Object.entries(NAMED).map(([name, table]) => {
        const { scope } = views[name as keyof typeof NAMED]();
        const paths = scope.kind === 'units' ? scope.paths(sql`named_thing`, matches) : [sql`true`];
        return sql`(${row}.name = ${literal(name)} and exists (select from ${table} named_thing where named_thing.id = ${row}.thing_id and ${or(paths)}))`;
      }),
    ]),
  });
  const changes = many(() => fieldChangeView, {
    rows: (alias, entry) => sql`(
      select e.object_type, k.name, e.before ->> k.name as before, e.after ->> k.name as after, null::uuid as thing_id
        from audit_entry e cross join lateral (select ${keys(sql`e.before`)} union select ${keys(sql`e.after`)}) k (name)
       where e.id = ${entry} and k.name not in (${names}) and (e.before ->> k.name) is distinct from (e.after ->> k.name)
      union all
      select e.object_type, k.name, case when t.gone then t.id end, case when not t.gone then t.id end, t.id::uuid
        from audit_entry e cross join unnest(array[${names}]) k (name)
       cross join lateral (
         select of_entry.id, bool_or(of_entry.before) as gone
           from (select b.id, true as before from ${ids(sql`(e.before -> k.name)`)} b (id)
                 union all select a.id, false from ${ids(sql`(e.after -> k.name)`)} a (id)) of_entry
          group by of_entry.id having count(*) = 1) t
       where e.id = ${entry}) ${alias}`,
    orderBy: row => sql`${row}.name, ${row}.thing_id`,
    as: seen,
  });
  return { ...objectChangeView, fields: { ...objectChangeView.fields, changes } };
}
