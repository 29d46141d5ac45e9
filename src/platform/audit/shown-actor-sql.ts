import { identifier, sql, type Sql } from '../database/sql.js';
import type { Expression } from '../views/view.js';

const shownAccount = (name: Sql, where: Sql): Sql =>
  sql`coalesce((select shown_account.display_name from account shown_account where shown_account.name = ${name} and ${where}), ${name})`;

/**
 * Who acted, as people know them: by the display name of today, also where the account has changed it since. What is stored is the sign-in name,
 * which never changes; a program is shown by its own name, and a name that both have stays as it is: nobody is shown for what a program did.
 */
export const shownActor = (name: Sql): Sql =>
  shownAccount(name, sql`not exists (select from api_token shown_token where shown_token.name = ${name})`);

/** The actor whose name is in this column of the row. */
export const actorIn =
  (column: string): Expression =>
  row =>
    shownActor(sql`${row}.${identifier(column)}`);

/** The same of an entry of the trail, which knows whether a person acted. */
export const actorOfEntry: Expression = row =>
  sql`case when ${row}.actor_kind = 'ACCOUNT' then ${shownAccount(sql`${row}.actor_name`, sql`true`)} else ${row}.actor_name end`;
