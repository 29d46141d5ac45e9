import { list, literal, or, sql, words, type Sql } from '../../platform/database/sql.js';
import { visibleByUnit, type AnyView } from '../../platform/views/view.js';
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

const knownModel = (model: Sql, matches: Sql): readonly Sql[] => [
  sql`${model}.unit_id ${matches}`,
  sql`${model}.id in (select r.model_id from registration r where r.holder_id ${matches})`,
  sql`${model}.id in (select joint.model_id from emulation_model_joint_owner joint where joint.unit_id ${matches})`,
];

/** What does not stay with its unit, or is not published: who may know its name, by the units of `n`. */
const NAMED_BY: Readonly<Record<string, { readonly table: Sql; readonly known: (matches: Sql) => readonly Sql[] }>> = {
  Decision: { table: sql`decision`, known: matches => [sql`n.state <> 'DRAFT'`, sql`n.issuer_id ${matches}`] },
  EmulationModel: { table: sql`emulation_model`, known: matches => knownModel(sql`n`, matches) },
  Person: {
    table: sql`person`,
    known: matches => [
      sql`n.unit_id ${matches}`,
      sql`n.id in (select post.person_id from person_post post where post.unit_id ${matches})`,
      sql`n.id in (select member.person_id from council_member member where member.unit_id ${matches})`,
      sql`exists (select from emulation_model m where m.person_id = n.id and ${or(knownModel(sql`m`, matches))})`,
    ],
  },
};
const namedByUnits = list(Object.keys(NAMED_BY).map(type => literal(type)));

/**
 * An entry as those see it who may know what its object is called today. An entry stays with the unit of its time; its object may have gone to units
 * that are out of reach of who reads the entry.
 */
export const namedObjectView: AnyView = {
  name: 'AuditEntryObject',
  scope: visibleByUnit('registry.read', (row, matches) => [
    sql`${row}.object_type not in (${namedByUnits})`,
    ...Object.entries(NAMED_BY).map(
      ([type, { table, known }]) =>
        sql`(${row}.object_type = ${literal(type)} and exists (select from ${table} n where n.id = ${row}.object_id and ${or(known(matches))}))`,
    ),
  ]),
  byId: undefined,
  fields: {},
  list: undefined,
  merges: false,
  resolverColumns: {},
};

/** What the object of an entry is called today. */
export const nameOfObject = (row: Sql, day: Sql): Sql => {
  const named = Object.entries(NAMED).map(([type, select]) => sql`when ${literal(type)} then (${select}${row}.object_id)`);
  return sql`case ${row}.object_type when 'Unit' then ${nameOn(sql`${row}.object_id`, day)} ${words(named)} end`;
};
