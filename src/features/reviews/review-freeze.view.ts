import { literal, sql } from '../../platform/database/sql.js';
import { computed, many, value } from '../../platform/views/view-fields.js';
import { view, type AnyView, type ViewField } from '../../platform/views/view.js';
import { visibleByUnit, visibleToAll } from '../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type { FrozenFigure, FrozenIdentity, FrozenNumber, ReviewFreeze } from './review-freeze.graphql.js';

const WITHIN = visibleToAll('frozen with its review, whose scope applies');

/** The rows of one list of the frozen answer, in their order. */
const frozen = (of: () => AnyView, list: 'numbers' | 'figures' | 'identities'): ViewField =>
  many(of, {
    rows: (alias, freeze) =>
      sql`(select r.value, r.ordinality from review_freeze z cross join lateral jsonb_array_elements(z.answer -> ${literal(list)}) with ordinality r where z.id = ${freeze}) ${alias}`,
    orderBy: row => sql`${row}.ordinality`,
  });

const text = (key: string): ViewField => value(row => sql`${row}.value ->> ${literal(key)}`);

export const reviewFreezeView: AnyView = view<ReviewFreeze>()('ReviewFreeze', {
  scope: visibleByUnit('registry.read', (row, matches) => [
    sql`${row}.unit_id ${matches}`,
    sql`${row}.review_id in (select o.review_id from review_organiser o where o.unit_id ${matches})`,
    sql`${row}.review_id in (select ru.review_id from review_unit ru where ru.unit_id ${matches})`,
  ]),
  byId: (alias, id) => sql`(select * from review_freeze z where z.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('ReviewFreeze', id)),
    frozenAt: value('frozen_at'),
    basis: value('basis'),
    asOf: value('as_of'),
    asked: value(row => sql`${row}.asked::json`),
    numbers: frozen(() => frozenNumberView, 'numbers'),
    figures: frozen(() => frozenFigureView, 'figures'),
    identities: frozen(() => frozenIdentityView, 'identities'),
    notes: value(row => sql`array(select jsonb_array_elements_text(${row}.answer -> 'notes'))`),
  },
});

const frozenNumberView: AnyView = view<FrozenNumber>()('FrozenNumber', {
  scope: WITHIN,
  fields: {
    row: text('row'),
    column: text('column'),
    measure: text('measure'),
    value: value(row => sql`(${row}.value ->> 'value')::int`),
    filter: value(row => sql`(${row}.value -> 'filter')::json`),
  },
});

const frozenFigureView: AnyView = view<FrozenFigure>()('FrozenFigure', {
  scope: WITHIN,
  fields: {
    code: text('code'),
    indicator: text('indicator'),
    measure: text('measure'),
    unit: text('unit'),
    raw: text('raw'),
    reading: text('reading'),
    qualifier: text('qualifier'),
    state: text('state'),
  },
});

const frozenIdentityView: AnyView = view<FrozenIdentity>()('FrozenIdentity', {
  scope: WITHIN,
  fields: {
    name: text('name'),
    unit: text('unit'),
    residual: text('residual'),
    closes: value(row => sql`(${row}.value ->> 'closes')::boolean`),
    explanation: text('explanation'),
  },
});

/** Views of what is only shown within frozen numbers. */
export const reviewFreezeParts: readonly AnyView[] = [frozenNumberView, frozenFigureView, frozenIdentityView];
