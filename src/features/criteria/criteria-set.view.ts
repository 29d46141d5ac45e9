import { literal, sql, type Sql } from '../../platform/database/sql.js';
import { historyOf } from '../../platform/audit/object-history.view.js';
import { idOf } from '../../platform/graphql/node.js';
import { view, type AnyView, type ViewField } from '../../platform/views/view.js';
import { visibleToAllOrByUnit } from '../../platform/views/visibility.js';
import { computed, lateralOne, many, one, part, value } from '../../platform/views/view-fields.js';
import { containsText } from '../../platform/words/words.filter.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { sectorView } from '../sectors/sector.view.js';
import { actView } from '../units/unit-event.view.js';
import { unitView } from '../units/unit.view.js';
import type { CriteriaSetFilter, CriteriaSetOrder } from './criteria-set.filter.js';
import type { CriteriaSet, CriteriaSetVersion } from './criteria-set.graphql.js';
import {
  adjustmentView,
  checklistRuleView,
  criterionView,
  gradeCapView,
  gradeKnockOutView,
  gradeQuotaView,
  gradeView,
  sourcedPartView,
  tieBreakView,
} from './version-parts.view.js';

/** The columns that the resolvers of a version read. */
export interface VersionCarried {
  readonly id: Id;
}

/**
 * Criteria are published to all whom they grade, and what is known of the sets of others, published elsewhere, is for everybody, with what it lacks.
 * Drafts of the units of this registry are seen by those who draft and publish them.
 */
const isLaw = (version: Sql): Sql => sql`${version}.state <> 'DRAFT'`;

const globalId = (type: string): ViewField => computed<[Id]>(['id'], id => toGlobalId(type, id));

/** The set with the act of its latest published version, or else of its latest draft. */
const sets = sql`(select s.*, latest.act_number, latest.act_date, latest.act_issuer from criteria_set s
  cross join lateral (select v.act_number, v.act_date, v.act_issuer from criteria_set_version v
                       where v.set_id = s.id order by v.state = 'DRAFT', v.number desc limit 1) latest)`;

export const criteriaSetView: AnyView = view<CriteriaSet, CriteriaSetFilter, CriteriaSetOrder>()('CriteriaSet', {
  scope: visibleToAllOrByUnit(
    row => sql`(${row}.issuer_id is null or exists (select from criteria_set_version v where v.set_id = ${row}.id and ${isLaw(sql`v`)}))`,
    'criteria.readDrafts',
    (row, matches) => [sql`${row}.issuer_id ${matches}`],
  ),
  byId: (alias, id) => sql`(select x.* from ${sets} x where x.id = ${id}) ${alias}`,
  named: 'name',
  fields: {
    id: globalId('CriteriaSet'),
    name: value('name'),
    issuer: one(() => unitView, 'issuer_id'),
    act: part(() => actView),
    graded: value('graded'),
    illustrative: value('illustrative'),
    note: value('note'),
    versions: many(() => criteriaSetVersionView, {
      rows: (alias, set) => sql`(select * from criteria_set_version v where v.set_id = ${set}) ${alias}`,
      orderBy: row => sql`${row}.number desc`,
    }),
    version: value('version'),
    history: historyOf('CriteriaSet'),
  },
  list: {
    rows: alias => sql`${sets} ${alias}`,
    filter: {
      text: containsText(row => sql`fold(${row}.name)`),
      issuerId: (row, _day, bind) => sql`${row}.issuer_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'issuerId'))}::uuid`,
      graded: (row, _day, bind) => sql`${row}.graded = ${bind()}`,
      illustrative: (row, _day, bind) => sql`${row}.illustrative = ${bind()}::boolean`,
      inForceOn: (row, _day, bind) => {
        const on = sql`${bind()}::date`;
        return sql`exists (select from criteria_set_version v left join criteria_set_version next on next.id = v.superseded_by_id
          where v.set_id = ${row}.id and v.state <> 'DRAFT' and v.validity @> ${on} and (next.id is null or not lower(next.validity) <= ${on}))`;
      },
    },
    order: {
      NAME: { by: row => sql`${row}.name collate vi_natural`, type: 'text' },
      NAME_DESC: { by: row => sql`${row}.name collate vi_natural`, type: 'text', descending: true },
    },
  },
});

/** A list within the rules of a version, in its order: each item as a row of the column `item`. */
const listed = (name: string, items: () => AnyView): ViewField =>
  many(items, {
    rows: (alias, version) =>
      sql`(select e.item, e.place from criteria_set_version v cross join lateral jsonb_array_elements(v.rules -> ${literal(name)}) with ordinality e (item, place)
            where v.id = ${version}) ${alias}`,
    orderBy: row => sql`${row}.place`,
  });

const rule = (name: string) => value(row => sql`${row}.rules ->> ${literal(name)}`);

/** An object within the rules; null where there is none. */
const ruleObject = (name: string, shown: () => AnyView): ViewField =>
  lateralOne(
    shown,
    (alias, row) =>
      sql`(select ${row}.id, ${row}.rules -> ${literal(name)} as item where jsonb_typeof(${row}.rules -> ${literal(name)}) = 'object') ${alias}`,
  );

const nodesOf =
  (which: Sql) =>
  (alias: Sql, version: Sql): Sql =>
    sql`(select * from criterion c where c.version_id = ${version}${which}) ${alias}`;

export const criteriaSetVersionView: AnyView = view<CriteriaSetVersion>()('CriteriaSetVersion', {
  scope: visibleToAllOrByUnit(
    row => sql`(${isLaw(row)} or exists (select from criteria_set s where s.id = ${row}.set_id and s.issuer_id is null))`,
    'criteria.readDrafts',
    (row, matches) => [sql`exists (select from criteria_set s where s.id = ${row}.set_id and s.issuer_id ${matches})`],
  ),
  byId: (alias, id) => sql`(select * from criteria_set_version v where v.id = ${id}) ${alias}`,
  fields: {
    id: globalId('CriteriaSetVersion'),
    set: one(() => criteriaSetView, 'set_id'),
    number: value('number'),
    state: value('state'),
    act: part(() => actView),
    signedOn: value('act_date'),
    validFrom: value('valid_from'),
    validTo: value('valid_to'),
    scoredFrom: value('scored_from'),
    subjectKinds: value('subject_kinds'),
    sector: one(() => sectorView, 'sector_id'),
    level: value('level'),
    appliesTo: value('applies_to'),
    scoring: value('scoring'),
    maximum: value(row => sql`trim_scale(${row}.maximum)::text`),
    places: value('places'),
    groups: many(() => criterionView, { rows: nodesOf(sql` and c.parent_id is null`), orderBy: row => sql`${row}.place` }),
    criteria: many(() => criterionView, { rows: nodesOf(sql``), orderBy: row => sql`${row}.place` }),
    grades: listed('grades', () => gradeView),
    gradeGap: rule('gradeGap'),
    knockOuts: listed('knockOuts', () => gradeKnockOutView),
    caps: listed('caps', () => gradeCapView),
    bonus: ruleObject('bonus', () => adjustmentView),
    penalty: ruleObject('penalty', () => adjustmentView),
    mayPassMaximum: rule('mayPassMaximum'),
    beforeThresholds: rule('beforeThresholds'),
    rounding: value('rounding'),
    zeroOf: rule('zeroOf'),
    checklist: ruleObject('checklist', () => checklistRuleView),
    quotas: listed('quotas', () => gradeQuotaView),
    tieBreaks: listed('tieBreaks', () => tieBreakView),
    marks: listed('marks', () => sourcedPartView),
    incompleteness: value('incompleteness'),
    source: value('source'),
    publishedOn: value('published_on'),
    publishReason: value('publish_reason'),
    supersededBy: one(() => criteriaSetVersionView, 'superseded_by_id'),
    version: value('version'),
    history: historyOf('CriteriaSetVersion'),
  },
  resolverColumns: { id: 'id' },
});
