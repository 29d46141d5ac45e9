import { sql, type Sql } from '../../platform/database/sql.js';

/** Successions that are to be corrected (`StandingSuccession`), bound as JSON, as rows with the same names. */
export const standingRows = (alias: Sql, json: Sql): Sql =>
  sql`jsonb_to_recordset(${json}::jsonb) ${alias} ("predecessorId" uuid, replaced uuid[], "replacedBy" uuid[], "from" date, since timestamptz)`;
