import { sql, type Sql } from '../../platform/database/sql.js';

/** The name of the person with this id, for sentences of chapters above. */
export const personName = (id: Sql): Sql => sql`(select named_person.name from person named_person where named_person.id = ${id})`;
