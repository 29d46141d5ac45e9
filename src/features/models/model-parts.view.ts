import { literal, sql } from '../../platform/database/sql.js';
import { view, type AnyView, type Expression } from '../../platform/views/view.js';
import { visibleToAll } from '../../platform/views/visibility.js';
import { one, part, value } from '../../platform/views/view-fields.js';
import { decisionView } from '../decisions/decision.view.js';
import { sectorView } from '../sectors/sector.view.js';
import { unitView } from '../units/unit.view.js';
import type { KeptContent, ModelFact, ModelForm, ModelStep, Recognition } from './model-parts.graphql.js';
import { actorIn } from '../../platform/audit/shown-actor-sql.js';

export const modelFormView: AnyView = view<ModelForm>()('ModelForm', {
  scope: visibleToAll('shown within its model only'),
  byId: (alias, registration) =>
    sql`(select f.*, f.registration_id as id from model_form f where f.registration_id = ${registration}) ${alias}`,
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
    on: value(row => sql`coalesce(${row}.on_given, ${row}.on_day::text)`),
    at: value('at'),
    actor: value(actorIn('actor_name')),
    reason: value('reason'),
    holder: one(() => unitView, 'unit_id'),
    decision: one(() => decisionView, 'decision_id'),
  },
});

/** A content that was submitted or approved, from its JSON. */
const kept =
  (name: string): Expression =>
  row =>
    sql`${row}.content ->> ${literal(name)}`;
const keptId =
  (name: string): Expression =>
  row =>
    sql`(${row}.content ->> ${literal(name)})::uuid`;

const keptFormView: AnyView = view<ModelForm>()('ModelForm', {
  scope: visibleToAll('shown within its content only'),
  fields: {
    situation: value(kept('situation')),
    aims: value(kept('aims')),
    approach: value(kept('approach')),
    audience: value(kept('audience')),
    forces: value(kept('forces')),
    resources: value(kept('resources')),
    schedule: value(kept('schedule')),
    outputs: value(kept('outputs')),
    sustainability: value(kept('sustainability')),
  },
});

export const keptContentView: AnyView = view<KeptContent>()('KeptContent', {
  scope: visibleToAll('shown within its model only'),
  byId: (alias, id) => sql`(select * from content_snapshot c where c.id = ${id}) ${alias}`,
  fields: {
    digest: value('digest'),
    keptAt: value('taken_at'),
    title: value(kept('title')),
    kind: value(kept('kind')),
    subjectKind: value(kept('subjectKind')),
    place: value(kept('place')),
    starts: value(kept('starts')),
    endsOn: value(kept('endsOn')),
    unit: one(() => unitView, keptId('unitId')),
    sector: one(() => sectorView, keptId('sectorId')),
    themes: value(row => sql`array(select jsonb_array_elements_text(${row}.content -> 'themes'))`),
    form: part(() => keptFormView),
  },
});

export const recognitionView: AnyView = view<Recognition>()('Recognition', {
  scope: visibleToAll('shown within its model only'),
  byId: (alias, id) => sql`(select * from recognition r where r.id = ${id}) ${alias}`,
  fields: {
    level: value('level'),
    on: value(row => sql`coalesce(${row}.recognised_given, ${row}.recognised_on::text)`),
    decision: one(() => decisionView, 'decision_id'),
    source: value('source'),
    deviationReason: value('deviation_reason'),
    approved: one(() => keptContentView, 'approved_id'),
    revokedOn: value((row, day) => sql`case when ${row}.revoked_on <= ${day} then ${row}.revoked_on end`),
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
