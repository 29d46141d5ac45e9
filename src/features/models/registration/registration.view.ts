import { sql, type Sql } from '../../../platform/database/sql.js';
import { idOf } from '../../../platform/graphql/node.js';
import { view, type AnyView, type Expression, type LateralRow } from '../../../platform/views/view.js';
import { visibleByUnit, type OwnershipPaths } from '../../../platform/views/visibility.js';
import { computed, lateralOne, many, one, page, value } from '../../../platform/views/view-fields.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { registrationRoundView } from '../../movements/movement.view.js';
import { reachOf } from '../../units/unit-reach-sql.js';
import { unitView } from '../../units/unit.view.js';
import { registeredFilters } from '../events/event-filters-sql.js';
import { registrationsSubmitted } from '../events/model-events-sql.js';
import { keptContentView, modelFormView, modelStepView, recognitionView } from '../model-parts.view.js';
import { carriedBy, modelView } from '../model.view.js';
import type { Registration, RegistrationFilter, RegistrationOrder } from './registration.graphql.js';

/** A column of the registration while it is in its present state, and what the last step by the day says of the days before. */
const onDay =
  (present: Sql, ofStep: Sql): Expression =>
  (row, day) =>
    sql`case when ${row}.state_since <= ${day} then ${row}.${present} else
      (select s.${ofStep} from model_step s where s.registration_id = ${row}.id and s.on_day <= ${day} order by s.on_day desc, s.id desc limit 1) end`;
const state = onDay(sql`file_state`, sql`to_state`);

/** The recognition, if it counts by the day. */
const recognitionBy: LateralRow = (b, row, day) =>
  sql`(select c.* from recognition c where c.registration_id = ${row}.id and c.recognised_on <= ${day}) ${b}`;

const modelOf = (row: Sql, conditions: Sql): Sql =>
  sql`exists (select from emulation_model m where m.id = ${row}.model_id and ${conditions})`;

export const registrationView: AnyView = view<Registration, RegistrationFilter, RegistrationOrder>()('Registration', {
  // Who sees a model sees all its registrations: the paths of models are added in `app/views.ts`.
  scope: visibleByUnit('registry.read', (row, matches) => [sql`${row}.holder_id ${matches}`]),
  byId: (alias, id) => sql`(select * from registration r where r.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Registration', id)),
    model: one(() => modelView, 'model_id'),
    round: one(() => registrationRoundView, 'round_id'),
    openedOn: value(row => sql`coalesce(${row}.opened_given, ${row}.opened_on::text)`),
    state: value(state),
    holder: one(() => unitView, onDay(sql`holder_id`, sql`unit_id`)),
    latest: value('latest'),
    source: value('source'),
    form: one(() => modelFormView, 'id'),
    submitted: one(
      () => keptContentView,
      (
        row,
        day,
      ) => sql`(select s.content_id from model_step s where s.registration_id = ${row}.id and s.action = 'submit' and s.on_day <= ${day}
        order by s.on_day desc, s.id desc limit 1)`,
    ),
    steps: many(() => modelStepView, {
      rows: (alias, registration, day) =>
        sql`(select * from model_step s where s.registration_id = ${registration} and s.on_day <= ${day}) ${alias}`,
      orderBy: row => sql`${row}.on_day, ${row}.id`,
    }),
    recognition: lateralOne(() => recognitionView, recognitionBy),
  },
  resolverColumns: { id: 'id' },
  list: {
    rows: (alias, day) =>
      sql`(select r.* from registration r where r.opened_on <= ${day} and ${modelOf(sql`r`, sql`m.merged_into_id is null and m.trashed_at is null`)}) ${alias}`,
    filter: {
      roundId: (row, _day, bind) =>
        sql`${row}.round_id = ${bind((id: string) => idOf('RegistrationRound', id, 'filter', 'roundId'))}::uuid`,
      unitId: {
        keys: (day, bind) =>
          reachOf(
            bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
            day,
          ),
        paths: (row, matches, driving) => ofModels(carriedBy)(row, matches, driving),
      },
      holderId: (row, _day, bind) => sql`${row}.holder_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'holderId'))}::uuid`,
      state: (row, day, bind) => sql`${state(row, day)} = any(${bind()})`,
      submitted: {
        filters: () => registeredFilters,
        holds: (row, matching, day) =>
          sql`exists (select from ${registrationsSubmitted(sql`of_event`, sql`${row}.model_id`, day)} where of_event.registration_id = ${row}.id and ${matching(sql`of_event`)})`,
      },
      model: { filters: () => modelView.list!.filter, holds: (row, matching) => modelOf(row, matching(sql`m`)) },
    },
    order: {
      OPENED_ON_DESC: { by: 'opened_on', type: 'date', descending: true },
      OPENED_ON: { by: 'opened_on', type: 'date' },
    },
  },
});

/** Ownership by way of the model: who sees a model sees its registrations. */
export const ofModels =
  (modelPaths: OwnershipPaths): OwnershipPaths =>
  (row, matches, driving) =>
    modelPaths(sql`m`, matches).map(where =>
      driving ? sql`${row}.model_id = any(array(select m.id from emulation_model m where ${where}))` : modelOf(row, where),
    );

/** The field `registrations` of models: in order, the earliest first. */
export const registrationsOfModel = many(() => registrationView, {
  rows: (alias, model, day) => sql`(select * from registration r where r.model_id = ${model} and r.opened_on <= ${day}) ${alias}`,
  orderBy: row => sql`${row}.opened_on, ${row}.id`,
});

/** The field `registrations` of rounds. */
export const registrationsOfRound = page(
  () => registrationView,
  (row, round) => sql`${row}.round_id = ${round}`,
);
