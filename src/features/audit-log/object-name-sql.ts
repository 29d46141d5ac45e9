import { literal, sql, words, type Sql } from '../../platform/database/sql.js';
import { nameOn } from '../units/unit-sql.js';

/** Where the name of an object of a type is found: its table and column. */
const NAMED: Readonly<Record<string, Sql>> = {
  Account: sql`select n.display_name from account n where n.id = `,
  ApiToken: sql`select n.name from api_token n where n.id = `,
  AppraisalRound: sql`select n.name from appraisal_round n where n.id = `,
  Council: sql`select n.name from council n where n.id = `,
  CriteriaSet: sql`select n.name from criteria_set n where n.id = `,
  Decision: sql`select n.number from decision n where n.id = `,
  EmulationModel: sql`select n.title from emulation_model n where n.id = `,
  Movement: sql`select n.name from movement n where n.id = `,
  Person: sql`select n.name from person n where n.id = `,
  Proposal: sql`select n.title from proposal n where n.id = `,
  RegistrationRound: sql`select n.name from registration_round n where n.id = `,
  Review: sql`select n.name from review n where n.id = `,
  Sector: sql`select n.name from sector n where n.id = `,
  Theme: sql`select n.name from theme n where n.id = `,
  UnitEvent: sql`select coalesce(n.act_number, n.note) from unit_event n where n.id = `,
};

/** What the object of an entry is called today. Who sees the entry sees its object. */
export const nameOfObject = (row: Sql, day: Sql): Sql => {
  const named = Object.entries(NAMED).map(([type, select]) => sql`when ${literal(type)} then (${select}${row}.object_id)`);
  return sql`case ${row}.object_type when 'Unit' then ${nameOn(sql`${row}.object_id`, day)} ${words(named)} end`;
};
