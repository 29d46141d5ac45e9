import { sql, type Sql } from '../../../platform/database/sql.js';

/*
 * Edges keep the models that they were recorded for. A duplicate that is merged away is read as the model that remains: what copies the one
 * copies the other, until the merge is undone. So merging writes no edge, and undoing it restores exactly what was.
 */

/** The model that the origin of an edge has become today, where it was merged. @param origin alias of a row of `emulation_model`. */
export const standsFor = (origin: Sql): Sql => sql`coalesce(${origin}.merged_into_id, ${origin}.id)`;

/** The origin of the model of this id, as a value. */
export const originOf = (copyId: Sql): Sql =>
  sql`(select ${standsFor(sql`origin_model`)} from replication of_copy join emulation_model origin_model on origin_model.id = of_copy.origin_id
     where of_copy.copy_id = ${copyId})`;

/** The models whose edges come from this one: itself, and duplicates merged into it. */
export const originsStandingFor = (model: Sql): Sql =>
  sql`(select ${model} union all select double.id from emulation_model double where double.merged_into_id = ${model})`;

/** All copies below these models, as rows (top, id, depth). @param visible the condition under which a copy is seen; one that is not hides what copies it. */
export const copiesBelow = (tops: Sql, day: Sql, visible: (copy: Sql) => Sql): Sql =>
  sql`(with recursive below (top, id, depth, path) as (
      select t.id, t.id, 0, array[t.id] from unnest(${tops}::uuid[]) t (id)
      union all
      select b.top, c.id, b.depth + 1, b.path || c.id from below b
        join replication e on e.origin_id in ${originsStandingFor(sql`b.id`)} join emulation_model c on c.id = e.copy_id
       where c.attested_on <= ${day} and c.merged_into_id is null and c.trashed_at is null and c.id <> all (b.path) and ${visible(sql`c`)})
    select top, id, depth from below where depth > 0)`;
