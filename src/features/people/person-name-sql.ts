import { sql, type Sql } from '../../platform/database/sql.js';

/** What people are sorted by: the given name (tên), which a Vietnamese name ends with, then the whole name. The index `person_given_name_order` has it. */
export const givenNameFirst = (name: Sql): Sql => sql`(substring(${name} from '[^ ]+$') || ' ' || ${name}) collate vi_natural`;

/** The name of the person with this id, for sentences of chapters above. */
export const personName = (id: Sql): Sql => sql`(select named_person.name from person named_person where named_person.id = ${id})`;
