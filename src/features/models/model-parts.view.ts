import { sql } from '../../platform/database/sql.js';
import { visibleToAll, view, type AnyView } from '../../platform/views/view.js';
import { one, value } from '../../platform/views/view-fields.js';
import { decisionView } from '../decisions/decision.view.js';
import { unitView } from '../units/unit.view.js';
import type { ModelFact, ModelForm, ModelStep, Recognition } from './model.graphql.js';

export const modelFormView: AnyView = view<ModelForm>()('ModelForm', {
  scope: visibleToAll('shown within its model only'),
  byId: (alias, model) => sql`(select f.*, f.model_id as id from model_form f where f.model_id = ${model}) ${alias}`,
  fields: {
    situation: value('situation'),
    aims: value('aims'),
    approach: value('approach'),
    audience: value('audience'),
    forces: value('forces'),
    resources: value('resources'),
    schedule: value('schedule'),
    outputs: value('outputs'),
    sustainability: value('sustainability'),
  },
});

export const modelStepView: AnyView = view<ModelStep>()('ModelStep', {
  scope: visibleToAll('shown within its model only'),
  byId: (alias, id) => sql`(select * from model_step s where s.id = ${id}) ${alias}`,
  fields: {
    lifecycle: value('lifecycle'),
    action: value('action'),
    from: value('from_state'),
    to: value('to_state'),
    on: value('on_day'),
    at: value('at'),
    actor: value('actor_name'),
    reason: value('reason'),
    holder: one(() => unitView, 'unit_id'),
    decision: one(() => decisionView, 'decision_id'),
  },
});

export const recognitionView: AnyView = view<Recognition>()('Recognition', {
  scope: visibleToAll('shown within its model only'),
  fields: {
    level: value('level'),
    on: value('recognised_on'),
    decision: one(() => decisionView, 'decision_id'),
    revokedOn: value('revoked_on'),
  },
});

export const modelFactView: AnyView = view<ModelFact>()('ModelFact', {
  scope: visibleToAll('shown within its model only'),
  fields: {
    kind: value('kind'),
    on: value('on_day'),
    level: value('level'),
    decision: one(() => decisionView, 'decision_id'),
    source: value('source'),
  },
});
