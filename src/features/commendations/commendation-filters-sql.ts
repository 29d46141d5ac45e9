import { sql, type Sql } from '../../platform/database/sql.js';
import { idOf } from '../../platform/graphql/node.js';
import type { Bind, Condition, Expression, Filter } from '../../platform/views/view.js';
import { containsText } from '../../platform/words/words.filter.js';
import { eventFiltersOf, ownerFilters } from '../models/events/event-filters-sql.js';
import { modelView } from '../models/model.view.js';
import { personView } from '../people/person.view.js';
import { reachOf, residualOf } from '../units/unit-reach-sql.js';
import { grantStanding, recipientUnitOf } from './commendation-events-sql.js';
import type { CommendationConditions, CommendationFilter, GrantedFilter } from './commendation.filter.js';

export const isRevoked: Expression = (row, day) => sql`coalesce(${row}.revoked_on <= ${day}, false)`;
export const isDue = (row: Sql): Sql =>
  sql`((${row}.certificate_due and ${row}.certificate_recovered_on is null) or (${row}.money_due and ${row}.money_recovered_on is null))`;

const isOneOf =
  (column: Sql): Condition =>
  (row, _day, bind) =>
    sql`${row}.${column} = any(${bind()})`;
const isMissing =
  (column: Sql): Condition =>
  (row, _day, bind) =>
    sql`(${row}.${column} is null) = ${bind()}::boolean`;

/** Conditions on the grant, by the names of their inputs. */
const grantedFilters: { readonly [K in keyof GrantedFilter]-?: Filter } = {
  ...eventFiltersOf(recipientUnitOf),
  form: isOneOf(sql`form`),
  withoutForm: isMissing(sql`form`),
  level: isOneOf(sql`level`),
  withoutLevel: isMissing(sql`level`),
  recipientKind: isOneOf(sql`recipient_kind`),
  withoutRecipientKind: isMissing(sql`recipient_kind`),
};

const unitNamed = (bind: Bind): Sql => bind((id: string) => idOf('Unit', id, 'filter', 'residualOf'));

/** The conditions of a list of commendations. */
const conditions: { readonly [K in keyof CommendationConditions]-?: Filter } = {
  recipient: containsText(row => sql`${row}.folded`),
  unitId: {
    keys: (day, bind) =>
      reachOf(
        bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
        day,
      ),
    paths: (row, matches) => [sql`${row}.unit_id ${matches}`],
  },
  issuerId: (row, _day, bind) => sql`${row}.issuer_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'issuerId'))}::uuid`,
  personId: (row, _day, bind, isVisible) => {
    const person = sql`${bind((id: string) => idOf('Person', id, 'filter', 'personId'))}::uuid`;
    return sql`(${row}.person_id = ${person} and ${isVisible(personView, person)})`;
  },
  modelId: (row, _day, bind, isVisible) => {
    const model = sql`${bind((id: string) => idOf('EmulationModel', id, 'filter', 'modelId'))}::uuid`;
    return sql`(${row}.model_id = ${model} and ${isVisible(modelView, model)})`;
  },
  decisionId: (row, _day, bind) => sql`${row}.decision_id = ${bind((id: string) => idOf('Decision', id, 'filter', 'decisionId'))}::uuid`,
  form: (row, _day, bind) => sql`${row}.form = any(${bind()})`,
  level: (row, _day, bind) => sql`${row}.level = any(${bind()})`,
  year: (row, _day, bind) => {
    const year = sql`${bind()}::int`;
    return sql`${row}.day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`;
  },
  state: (row, day, bind) => sql`case when ${isRevoked(row, day)} then 'REVOKED' else 'IN_FORCE' end = ${bind()}`,
  toRecover: (row, _day, bind) => sql`${isDue(row)} = ${bind()}::boolean`,
  toComplete: (row, _day, bind) => sql`(coalesce(${row}.stated_count, 0) > 0 and ${row}.count > 0) = ${bind()}::boolean`,
  residualOf: (row, day, bind) =>
    sql`(${row}.unit_id in (select id from ${residualOf(unitNamed(bind), day)} r) and not coalesce(${row}.unit_id in ${reachOf(unitNamed(bind), day)}, false))`,
  ...ownerFilters(recipientUnitOf, (_row, day) => day),
  withoutUnit: isMissing(sql`unit_id`),
  granted: {
    filters: () => grantedFilters,
    holds: (row, matching, day) =>
      sql`exists (select from ${grantStanding(sql`of_event`, sql`${row}.id`, day)} where ${matching(sql`of_event`)})`,
  },
  model: {
    filters: () => modelView.list!.filter,
    holds: (row, matching, _day, isVisible) =>
      sql`exists (select from emulation_model for_model where for_model.id = ${row}.model_id and for_model.merged_into_id is null
        and for_model.trashed_at is null and ${isVisible(modelView, sql`for_model.id`)} and ${matching(sql`for_model`)})`,
  },
};

export const commendationFilters: { readonly [K in keyof CommendationFilter]-?: Filter } = {
  ...conditions,
  and: { filters: () => conditions, holds: (row, matching) => matching(row) },
};
