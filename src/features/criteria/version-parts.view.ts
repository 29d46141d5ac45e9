import { literal, sql } from '../../platform/database/sql.js';
import { view, type AnyView, type ViewField } from '../../platform/views/view.js';
import { visibleToAll } from '../../platform/views/visibility.js';
import { computed, lateralOne, many, value } from '../../platform/views/view-fields.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type {
  ChecklistRule,
  CriteriaGrade,
  Criterion,
  CriterionLevel,
  GradeBound,
  GradeCap,
  GradeCondition,
  GradeKnockOut,
  GradeQuota,
  PointAdjustment,
  SourcedPart,
  TieBreak,
} from './version-parts.graphql.js';

const WITHIN = visibleToAll('shown within its version only');

/** A text of an object that is stored as JSON in the column `item`. */
const text = (name: string): ViewField => value(row => sql`${row}.item ->> ${literal(name)}`);
const flag = (name: string): ViewField => value(row => sql`(${row}.item ->> ${literal(name)})::boolean`);
const number = (name: string): ViewField => value(row => sql`(${row}.item ->> ${literal(name)})::int`);

/** A list within such an object, whose parent is the object and not an id. */
const listed = (name: string, items: () => AnyView): ViewField =>
  many(items, {
    parent: row => sql`${row}.item`,
    rows: (alias, item) =>
      sql`(select e.item, e.place from jsonb_array_elements(to_jsonb(${item}) -> ${literal(name)}) with ordinality e (item, place)) ${alias}`,
    orderBy: row => sql`${row}.place`,
  });

/** An object within such an object; null where there is none. */
const within = (name: string, shown: () => AnyView): ViewField =>
  lateralOne(
    shown,
    (alias, row) =>
      sql`(select true as id, ${row}.item -> ${literal(name)} as item where jsonb_typeof(${row}.item -> ${literal(name)}) = 'object') ${alias}`,
  );

export const criterionView: AnyView = view<Criterion>()('Criterion', {
  scope: visibleToAll('criteria are published to all whom they grade'),
  byId: (alias, id) => sql`(select * from criterion c where c.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Criterion', id)),
    code: value('code'),
    parentCode: value(row => sql`(select p.code from criterion p where p.id = ${row}.parent_id)`),
    kind: value('kind'),
    text: value('text'),
    maximum: value(row => sql`trim_scale(${row}.maximum)::text`),
    note: value('note'),
    depth: value('depth'),
    levels: many(() => criterionLevelView, {
      rows: (alias, id) =>
        sql`(select e.item, e.place from criterion c cross join lateral jsonb_array_elements(c.levels) with ordinality e (item, place) where c.id = ${id}) ${alias}`,
      orderBy: row => sql`${row}.place`,
    }),
    children: many(() => criterionView, {
      rows: (alias, id) => sql`(select * from criterion c where c.parent_id = ${id}) ${alias}`,
      orderBy: row => sql`${row}.place`,
    }),
  },
});

export const criterionLevelView: AnyView = view<CriterionLevel>()('CriterionLevel', {
  scope: WITHIN,
  fields: { name: text('name'), text: text('text'), from: text('from'), to: text('to') },
});

export const gradeBoundView: AnyView = view<GradeBound>()('GradeBound', {
  scope: WITHIN,
  fields: { at: text('at'), inclusive: flag('inclusive') },
});

export const gradeConditionView: AnyView = view<GradeCondition>()('GradeCondition', {
  scope: WITHIN,
  fields: { kind: text('kind'), code: text('code'), text: text('text') },
});

export const gradeView: AnyView = view<CriteriaGrade>()('CriteriaGrade', {
  scope: WITHIN,
  fields: {
    code: text('code'),
    name: text('name'),
    lower: within('lower', () => gradeBoundView),
    upper: within('upper', () => gradeBoundView),
    conditions: listed('conditions', () => gradeConditionView),
  },
});

export const gradeKnockOutView: AnyView = view<GradeKnockOut>()('GradeKnockOut', {
  scope: WITHIN,
  fields: { code: text('code'), kind: text('kind'), text: text('text'), gradeCode: text('gradeCode') },
});

export const gradeCapView: AnyView = view<GradeCap>()('GradeCap', {
  scope: WITHIN,
  fields: { code: text('code'), text: text('text'), gradeCode: text('gradeCode') },
});

export const adjustmentView: AnyView = view<PointAdjustment>()('PointAdjustment', {
  scope: WITHIN,
  fields: { maximum: text('maximum'), basis: text('basis') },
});

export const checklistRuleView: AnyView = view<ChecklistRule>()('ChecklistRule', {
  scope: WITHIN,
  fields: { share: text('share'), moreThan: flag('moreThan'), of: text('of'), atLeast: number('atLeast') },
});

export const gradeQuotaView: AnyView = view<GradeQuota>()('GradeQuota', {
  scope: WITHIN,
  fields: {
    gradeCode: text('gradeCode'),
    baseGradeCode: text('baseGradeCode'),
    percent: text('percent'),
    raisedPercent: text('raisedPercent'),
    floor: number('floor'),
  },
});

export const tieBreakView: AnyView = view<TieBreak>()('TieBreak', {
  scope: WITHIN,
  fields: { kind: text('kind'), code: text('code'), text: text('text') },
});

export const sourcedPartView: AnyView = view<SourcedPart>()('SourcedPart', {
  scope: WITHIN,
  fields: { about: text('about'), mark: text('mark'), note: text('note') },
});
