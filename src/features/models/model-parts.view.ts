import { open, one, value, view, type AnyView } from '../../platform/views/view.js';
import { decisionView } from '../decisions/decision.view.js';
import { unitView } from '../units/unit.view.js';
import type { ModelFact, ModelForm, ModelStep, Recognition } from './model.graphql.js';

export const modelFormView: AnyView = view<ModelForm>()('ModelForm', {
  scope: open('shown within its model only'),
  one: (t, model) => `(select f.*, f.model_id as id from model_form f where f.model_id = ${model}) ${t}`,
  fields: {
    situation: value(t => `${t}.situation`),
    aims: value(t => `${t}.aims`),
    approach: value(t => `${t}.approach`),
    audience: value(t => `${t}.audience`),
    forces: value(t => `${t}.forces`),
    resources: value(t => `${t}.resources`),
    schedule: value(t => `${t}.schedule`),
    outputs: value(t => `${t}.outputs`),
    sustainability: value(t => `${t}.sustainability`),
  },
});

export const modelStepView: AnyView = view<ModelStep>()('ModelStep', {
  scope: open('shown within its model only'),
  one: (t, id) => `(select * from model_step s where s.id = ${id}) ${t}`,
  fields: {
    lifecycle: value(t => `${t}.lifecycle`),
    action: value(t => `${t}.action`),
    from: value(t => `${t}.from_state`),
    to: value(t => `${t}.to_state`),
    on: value(t => `${t}.on_day`),
    at: value(t => `${t}.at`),
    actor: value(t => `${t}.actor_name`),
    reason: value(t => `${t}.reason`),
    holder: one(
      () => unitView,
      t => `${t}.unit_id`,
    ),
    decision: one(
      () => decisionView,
      t => `${t}.decision_id`,
    ),
  },
});

export const recognitionView: AnyView = view<Recognition>()('Recognition', {
  scope: open('shown within its model only'),
  fields: {
    level: value(t => `${t}.level`),
    on: value(t => `${t}.recognised_on`),
    decision: one(
      () => decisionView,
      t => `${t}.decision_id`,
    ),
    revokedOn: value(t => `${t}.revoked_on`),
  },
});

export const modelFactView: AnyView = view<ModelFact>()('ModelFact', {
  scope: open('shown within its model only'),
  fields: {
    kind: value(t => `${t}.kind`),
    on: value(t => `${t}.on_day`),
    level: value(t => `${t}.level`),
    decision: one(
      () => decisionView,
      t => `${t}.decision_id`,
    ),
    source: value(t => `${t}.source`),
  },
});
