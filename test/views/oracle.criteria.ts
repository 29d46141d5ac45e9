import { toGlobalId } from '../../src/shared/ids.js';
import { historyOf } from './oracle.audit.js';
import {
  bothWays,
  byNumber,
  byVietnamese,
  columns,
  holds,
  idOf,
  rowId,
  shownAll,
  shownIn,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import { rootPage } from './oracle.page.js';
import type { AnyRow } from './oracle.rows.js';
import { shownUnit } from './oracle.units.js';

const versionsOf = ({ rows }: World, set: AnyRow): AnyRow[] =>
  rows.criteriaVersions.filter(version => version.set_id === set.id).toSorted((a, b) => byNumber(b.number, a.number));

const startsBy = (version: AnyRow | undefined, day: string): boolean =>
  version !== undefined && (version.from === null || version.from <= day);

const criteriaSetList: ListOracle<Shown> = {
  things: ({ rows }, day) => shownAll('CriteriaSet', rows.criteriaSets, day),
  filter: {
    text:
      (words: string) =>
      ({ row }) =>
        holds(row.name, words),
    issuerId: (id: string) => {
      const issuer = rowId('Unit', id);
      return ({ row }) => row.issuer_id === issuer;
    },
    graded:
      (wanted: string) =>
      ({ row }) =>
        row.graded === wanted,
    illustrative:
      (wanted: boolean) =>
      ({ row }) =>
        row.illustrative === wanted,
    inForceOn:
      (on: string, world) =>
      ({ row }) =>
        versionsOf(world, row).some(version => {
          const next = world.rows.criteriaVersions.find(({ id }) => id === version.superseded_by_id);
          const goesOn = version.to === null || on < version.to;
          // A version without a known start was in force before the one that follows it is.
          return version.state !== 'DRAFT' && startsBy(version, on) && goesOn && !(next && next.from !== null && next.from <= on);
        }),
  },
  order: bothWays('NAME', shown => shown.row.name, byVietnamese),
};

/** The digits that say something: `10.5000` is 10.5. */
const trimmed: (column: string) => Answer =
  column =>
  ({ row }: Shown) =>
    row[column] === null ? null : (row[column] as string).replace(/\.?0+$/, '');

/** An object that is stored as JSON, as a thing of its own. */
const item = (type: string, value: object | null, day: string): Shown | null => value && { type, row: value as AnyRow, day };

const inRules =
  (name: string): Answer =>
  ({ row }: Shown) =>
    row.rules[name];
const ruleObject =
  (name: string, type: string): Answer =>
  ({ row, day }: Shown) =>
    item(type, row.rules[name], day);
const ruleList =
  (name: string, type: string): Answer =>
  ({ row, day }: Shown) =>
    row.rules[name].map((value: object) => item(type, value, day));

const nodes = ({ rows }: World, belongs: (node: AnyRow) => boolean, day: string): Shown[] =>
  shownAll(
    'Criterion',
    rows.criteria.filter(belongs).toSorted((a, b) => byNumber(a.place, b.place)),
    day,
  );

const same = (...names: string[]): Record<string, Answer> => columns(Object.fromEntries(names.map(name => [name, name])));

export const criteriaChapter: Chapter = {
  lists: { CriteriaSet: criteriaSetList },
  nodes: {
    CriteriaSet: rows => rows.criteriaSets,
    CriteriaSetVersion: rows => rows.criteriaVersions,
    Criterion: rows => rows.criteria,
  },
  fields: {
    Query: {
      criteriaSets: rootPage('CriteriaSet', criteriaSetList),
      criteriaSet: (_, { id }, { rows, today }) => shownIn('CriteriaSet', rows.criteriaSets, rowId('CriteriaSet', id), today),
    },
    CriteriaSet: {
      id: idOf,
      ...same('name', 'graded', 'illustrative', 'note', 'version'),
      history: historyOf('CriteriaSet'),
      issuer: ({ row, day }: Shown, _, world) => shownUnit(world, row.issuer_id, day),
      act: ({ row, day }: Shown, _, world) => {
        const versions = versionsOf(world, row);
        return { type: 'Act', row: versions.find(({ state }) => state !== 'DRAFT') ?? versions[0]!, day };
      },
      versions: ({ row, day }: Shown, _, world) => shownAll('CriteriaSetVersion', versionsOf(world, row), day),
    },
    CriteriaSetVersion: {
      id: idOf,
      ...same('number', 'state', 'level', 'scoring', 'places', 'rounding', 'incompleteness', 'source', 'version'),
      ...columns({
        signedOn: 'act_date',
        validFrom: 'valid_from',
        validTo: 'valid_to',
        scoredFrom: 'scored_from',
        subjectKinds: 'subject_kinds',
        appliesTo: 'applies_to',
        publishedOn: 'published_on',
        publishReason: 'publish_reason',
      }),
      history: historyOf('CriteriaSetVersion'),
      maximum: trimmed('maximum'),
      set: ({ row, day }: Shown, _, { rows }) => shownIn('CriteriaSet', rows.criteriaSets, row.set_id, day),
      act: ({ row, day }: Shown) => ({ type: 'Act', row, day }),
      sector: ({ row, day }: Shown, _, { rows }) => shownIn('Sector', rows.sectors, row.sector_id, day),
      supersededBy: ({ row, day }: Shown, _, { rows }) => shownIn('CriteriaSetVersion', rows.criteriaVersions, row.superseded_by_id, day),
      groups: ({ row, day }: Shown, _, world) => nodes(world, node => node.version_id === row.id && node.parent_id === null, day),
      criteria: ({ row, day }: Shown, _, world) => nodes(world, node => node.version_id === row.id, day),
      gradeGap: inRules('gradeGap'),
      mayPassMaximum: inRules('mayPassMaximum'),
      beforeThresholds: inRules('beforeThresholds'),
      zeroOf: inRules('zeroOf'),
      bonus: ruleObject('bonus', 'PointAdjustment'),
      penalty: ruleObject('penalty', 'PointAdjustment'),
      checklist: ruleObject('checklist', 'ChecklistRule'),
      grades: ruleList('grades', 'CriteriaGrade'),
      knockOuts: ruleList('knockOuts', 'GradeKnockOut'),
      caps: ruleList('caps', 'GradeCap'),
      quotas: ruleList('quotas', 'GradeQuota'),
      tieBreaks: ruleList('tieBreaks', 'TieBreak'),
      marks: ruleList('marks', 'SourcedPart'),
    },
    Criterion: {
      id: ({ row }: Shown) => toGlobalId('Criterion', row.id),
      ...same('code', 'kind', 'text', 'note', 'depth'),
      maximum: trimmed('maximum'),
      parentCode: ({ row }: Shown, _, { rows }) => rows.criteria.find(({ id }) => id === row.parent_id)?.code ?? null,
      levels: ({ row, day }: Shown) => row.levels.map((level: object) => item('CriterionLevel', level, day)),
      children: ({ row, day }: Shown, _, world) => nodes(world, node => node.parent_id === row.id, day),
    },
    CriterionLevel: same('name', 'text', 'from', 'to'),
    CriteriaGrade: {
      ...same('code', 'name'),
      lower: ({ row, day }: Shown) => item('GradeBound', row.lower, day),
      upper: ({ row, day }: Shown) => item('GradeBound', row.upper, day),
      conditions: ({ row, day }: Shown) => row.conditions.map((condition: object) => item('GradeCondition', condition, day)),
    },
    GradeBound: same('at', 'inclusive'),
    GradeCondition: same('kind', 'code', 'text'),
    GradeKnockOut: same('code', 'kind', 'text', 'gradeCode'),
    GradeCap: same('code', 'text', 'gradeCode'),
    PointAdjustment: same('maximum', 'basis'),
    ChecklistRule: same('share', 'moreThan', 'of', 'atLeast'),
    GradeQuota: same('gradeCode', 'baseGradeCode', 'percent', 'raisedPercent', 'floor'),
    TieBreak: same('kind', 'code', 'text'),
    SourcedPart: same('about', 'mark', 'note'),
  },
};
