import { identifier, sql, type Sql } from '../database/sql.js';
import type { Expression } from '../views/view.js';

/**
 * Who acted, as people know them: by the display name of today, also where the account has changed it since. What is stored is the sign-in name,
 * which never changes; a program is shown by its own name.
 */
export const shownActor = (name: Sql): Sql =>
  sql`coalesce((select shown_account.display_name from account shown_account where shown_account.name = ${name}), ${name})`;

/** The actor whose name is in this column of the row. */
export const actorIn =
  (column: string): Expression =>
  row =>
    shownActor(sql`${row}.${identifier(column)}`);

/** The same of an entry of the trail, which knows whether a person acted. */
export const actorOfEntry: Expression = row =>
  sql`case when ${row}.actor_kind = 'ACCOUNT' then ${shownActor(sql`${row}.actor_name`)} else ${row}.actor_name end`;
