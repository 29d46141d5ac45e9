import { and, literal, or, sql, type Sql } from '../../platform/database/sql.js';
import { historyOf } from '../../platform/audit/object-history.view.js';
import { idOf } from '../../platform/graphql/node.js';
import { view, type AnyView, type Bind, type Condition, type Expression, type Filter, type IsVisible } from '../../platform/views/view.js';
import { visibleByUnit, type OwnershipPaths } from '../../platform/views/visibility.js';
import { computed, rowCount, many, one, lateralOne, page, throughTable, value, lateralValue } from '../../platform/views/view-fields.js';
import { byVillage, isInVillage, villageOfRow } from '../units/village.view.js';
import { indexedWords } from '../../platform/words/words.filter.js';
import type { LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { registrationRoundView } from '../movements/movement.view.js';
import { personView } from '../people/person.view.js';
import { sectorView, themeView } from '../sectors/sector.view.js';
import { placedOn, reachOf, residualOf } from '../units/unit-reach-sql.js';
import { unitOn } from '../units/unit-sql.js';
import { unitView } from '../units/unit.view.js';
import { modelAttachments } from './attachments/model-attachment.view.js';
import { modelFactView, modelFormView, modelStepView, recognitionView } from './model-parts.view.js';
import type { EmulationModel } from './model.graphql.js';
import { eventFilters, ownerFilters } from './events/event-filters-sql.js';
import { ownersOf } from './events/model-events-sql.js';
import { fileState, formOn, holder, lastOfFile, lastOfRunning, round, running, title } from './model-on-day-sql.js';
import type { ModelAspect, ModelConditions, ModelFilter, ModelOrder } from './model.filter.js';

/** The columns that resolvers of fields read. */
export interface ModelCarried {
  readonly id: Id;
  /** The day that the answer shows. */
  readonly day: LocalDate;
}

const stateIs =
  (state: Expression): Condition =>
  (row, day, bind) =>
    sql`${state(row, day)} = any(${bind()})`;

/** The models of a unit: those it registered, and those it owns jointly. */
export const carriedBy = (row: Sql, isUnit: Sql): Sql[] => [
  sql`${row}.unit_id ${isUnit}`,
  sql`${row}.id in (select j.model_id from emulation_model_joint_owner j where j.unit_id ${isUnit})`,
];

/**
 * Who sees a model: its units, and the authorities that hold the file of one of its registrations. Lists, commands, downloads, search and
 * duplicates ask `Scopes` for this.
 */
const ownedBy: OwnershipPaths = (row, matches, driving) => [
  ...carriedBy(row, matches),
  sql`${row}.holder_id ${matches}`,
  throughTable(row, { column: sql`r.model_id`, rows: sql`registration r`, where: sql`not r.latest and r.holder_id ${matches}` }, driving),
];

const unitOf = (bind: Bind, field: 'unitId' | 'residualOf'): Sql => bind((id: string) => idOf('Unit', id, 'filter', field));

/** @param seen what the caller sees: a parent or a child that they do not see is none to them. */
type Aspect = (row: Sql, day: Sql, seen: IsVisible) => Sql;

/** Whether the model has it on the day. */
export const ASPECTS: Readonly<Record<ModelAspect, Aspect>> = {
  SECTOR: row => sql`${row}.sector_id is not null`,
  THEME: row => sql`exists (select from emulation_model_theme mt where mt.model_id = ${row}.id)`,
  ROUND: (row, day) => sql`${round(row, day)} is not null`,
  STATE: (row, day) => sql`${fileState(row, day)} is not null`,
  RUNNING: (row, day) => sql`${running(row, day)} is not null`,
  PARENT: (row, _day, seen) =>
    sql`exists (select from emulation_model above where above.id = ${row}.parent_id and ${seen(modelView, sql`above.id`)})`,
  CHILDREN: (row, day, seen) =>
    sql`exists (select from emulation_model below where below.parent_id = ${row}.id and below.attested_on <= ${day} and below.merged_into_id is null
      and below.trashed_at is null and ${seen(modelView, sql`below.id`)})`,
};

/** Each of the given aspects is there, or is not. Only the given ones are looked up. */
const aspects =
  (wanted: boolean): Condition =>
  (row, day, bind, seen) => {
    const given = bind();
    const asWanted = ([name, has]: [string, Aspect]): Sql =>
      sql`(case when ${literal(name)} = any(${given}::text[]) then (${has(row, day, seen)}) = ${wanted ? sql`true` : sql`false`} else true end)`;
    return and(Object.entries(ASPECTS).map(asWanted));
  };

/** A filter by a model that the caller does not see finds nothing: it would disclose what belongs to that model. */
const namesModel =
  (field: string, column: Sql): Condition =>
  (row, _day, bind, seen) => {
    const model = sql`${bind((id: string) => idOf('EmulationModel', id, 'filter', field))}::uuid`;
    return sql`(${row}.${column} = ${model} and ${seen(modelView, model)})`;
  };

/** The conditions of a list of models. */
const modelConditions: { readonly [K in keyof ModelConditions]-?: Filter } = {
  text: indexedWords('emulation_model'),
  unitId: {
    keys: (day, bind) => reachOf(unitOf(bind, 'unitId'), day),
    paths: carriedBy,
  },
  residualOf: (row, day, bind) => {
    const unit = unitOf(bind, 'residualOf');
    return sql`(${or(carriedBy(row, sql`in (select id from ${residualOf(unit, day)} r)`))} and not ${or(carriedBy(row, sql`in ${reachOf(unit, day)}`))})`;
  },
  placed: (row, day, bind) => sql`(${or(carriedBy(row, sql`in ${placedOn(day)}`))} = ${bind()})`,
  parentId: namesModel('parentId', sql`parent_id`),
  themeId: (row, _day, bind) =>
    sql`exists (select from emulation_model_theme mt where mt.model_id = ${row}.id and mt.theme_id = ${bind((id: string) => idOf('Theme', id, 'filter', 'themeId'))}::uuid)`,
  sectorId: (row, _day, bind) => sql`${row}.sector_id = ${bind((id: string) => idOf('Sector', id, 'filter', 'sectorId'))}::uuid`,
  roundId: (row, day, bind) =>
    sql`exists (select from registration r where r.model_id = ${row}.id and r.opened_on <= ${day} and r.round_id = ${bind((id: string) => idOf('RegistrationRound', id, 'filter', 'roundId'))}::uuid)`,
  holderId: (row, _day, bind) => sql`${row}.holder_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'holderId'))}::uuid`,
  state: stateIs(fileState),
  running: stateIs(running),
  kind: (row, _day, bind) => sql`${row}.kind = any(${bind()})`,
  subjectKind: (row, _day, bind) => sql`${row}.subject_kind = any(${bind()})`,
  village: isInVillage,
  code: (row, _day, bind) => sql`${row}.code = ${bind(cleanText)}`,
  trashed: (row, _day, bind) => sql`(${row}.trashed_at is not null) = ${bind()}`,
  ...ownerFilters(
    row => ownersOf(sql`${row}.id`),
    (_row, day) => day,
  ),
  having: aspects(true),
  lacking: aspects(false),
  ...eventFilters,
};

export const modelView: AnyView = view<EmulationModel, ModelFilter, ModelOrder>()('EmulationModel', {
  scope: visibleByUnit('registry.read', ownedBy),
  byId: (alias, id) => sql`(select * from emulation_model m where m.id = ${id}) ${alias}`,
  named: 'title',
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('EmulationModel', id)),
    code: value('code'),
    title: value(title),
    kind: value('kind'),
    subjectKind: value('subject_kind'),
    state: value(fileState),
    running: lateralValue(lastOfRunning, 'to_state'),
    place: value('place'),
    village: villageOfRow,
    starts: value('starts'),
    endsOn: value('ends_on'),
    attestedOn: value(row => sql`coalesce(${row}.attested_given, ${row}.attested_on::text)`),
    source: value('source'),
    version: value('version'),
    trashed: value(row => sql`${row}.trashed_at is not null`),
    unit: one(() => unitView, 'unit_id'),
    holder: one(() => unitView, holder),
    jointOwners: many(() => unitView, {
      rows: (alias, model, day) =>
        sql`(select u.* from emulation_model_joint_owner j cross join lateral ${unitOn(sql`u`, sql`j.unit_id`, day)} where j.model_id = ${model}) ${alias}`,
      orderBy: row => sql`${row}.name collate vi_natural, ${row}.id`,
    }),
    parent: one(() => modelView, 'parent_id'),
    person: one(() => personView, 'person_id'),
    mergedInto: one(() => modelView, 'merged_into_id'),
    sector: one(() => sectorView, 'sector_id'),
    themes: many(() => themeView, {
      rows: (alias, model) =>
        sql`(select r.* from emulation_model_theme mt join theme r on r.id = mt.theme_id where mt.model_id = ${model}) ${alias}`,
      orderBy: row => sql`${row}.name collate vi_natural, ${row}.id`,
    }),
    round: one(() => registrationRoundView, round),
    form: lateralOne(() => modelFormView, formOn),
    latestStep: lateralOne(() => modelStepView, lastOfFile),
    steps: many(() => modelStepView, {
      rows: (alias, model, day) => sql`(select * from model_step s where s.model_id = ${model} and s.on_day <= ${day}) ${alias}`,
      orderBy: row => sql`${row}.on_day, ${row}.id`,
    }),
    recognitions: many(() => recognitionView, {
      rows: (alias, model, day) => sql`(select * from recognition r where r.model_id = ${model} and r.recognised_on <= ${day}) ${alias}`,
      orderBy: row => sql`${row}.recognised_on, ${row}.id`,
    }),
    facts: many(() => modelFactView, {
      rows: (alias, model, day) => sql`(select * from model_fact f where f.model_id = ${model} and f.on_day <= ${day}) ${alias}`,
      orderBy: row => sql`${row}.on_day, ${row}.id`,
    }),
    attachments: modelAttachments,
    childCount: rowCount(
      () => modelView,
      (row, parent) => sql`${row}.parent_id = ${parent}`,
    ),
    history: historyOf('EmulationModel'),
  },
  pages: {
    children: page(
      () => modelView,
      (row, parent) => sql`${row}.parent_id = ${parent}`,
    ),
  },
  resolverColumns: { id: 'id', day: (_row, day) => sql`cast(${day} as text)` },
  list: {
    rows: (alias, day, table = sql`emulation_model`) =>
      sql`(select * from ${table} m where m.attested_on <= ${day} and m.merged_into_id is null) ${alias}`,
    whenOmitted: { trashed: row => sql`${row}.trashed_at is null` },
    filter: { ...modelConditions, and: { filters: () => modelConditions, holds: (row, matching) => matching(row) } },
    order: {
      TITLE: { by: row => sql`${row}.title collate vi_natural`, type: 'text' },
      TITLE_DESC: { by: row => sql`${row}.title collate vi_natural`, type: 'text', descending: true },
      CODE: { by: row => sql`${row}.code collate vi_natural`, type: 'text' },
      CODE_DESC: { by: row => sql`${row}.code collate vi_natural`, type: 'text', descending: true },
      ATTESTED_ON: { by: 'attested_on', type: 'date' },
      ATTESTED_ON_DESC: { by: 'attested_on', type: 'date', descending: true },
      VILLAGE: byVillage,
      RECOGNISED_ON: { by: row => sql`coalesce(${row}.recognised_on, date 'infinity')`, type: 'date' },
      RECOGNISED_ON_DESC: { by: row => sql`coalesce(${row}.recognised_on, date '-infinity')`, type: 'date', descending: true },
      CHANGED_AT: { by: 'changed_at', type: 'timestamptz' },
      CHANGED_AT_DESC: { by: 'changed_at', type: 'timestamptz', descending: true },
    },
  },
});

/** The field `models` of units: as the list with this unit as `filter.unitId`. */
export const unitModels = page(() => modelView, { keys: reachOf, paths: carriedBy });

/** The field `models` of decisions: those that it recognises, and those that it names in a fact. */
export const modelsOfDecision = page(
  () => modelView,
  (row, decision, day) => [
    sql`${row}.id in (select by_it.model_id from recognition by_it where by_it.decision_id = ${decision} and by_it.recognised_on <= ${day})`,
    sql`${row}.id in (select by_it.model_id from model_fact by_it where by_it.decision_id = ${decision} and by_it.on_day <= ${day})`,
  ],
);

/** An ownership path of people: who sees a model sees its person. @param modelPaths of models, with those that upper chapters add. */
export const personModels =
  (modelPaths: OwnershipPaths): OwnershipPaths =>
  (row, matches, driving) =>
    modelPaths(sql`m`, matches).map(where => throughTable(row, { column: sql`m.person_id`, rows: sql`emulation_model m`, where }, driving));

/** Ownership paths of themes: who sees a draft sees its themes, which are not in the dictionary yet. */
export const themeModels =
  (modelPaths: OwnershipPaths): OwnershipPaths =>
  (row, matches, driving) =>
    modelPaths(sql`m`, matches).map(where =>
      throughTable(
        row,
        { column: sql`t.theme_id`, rows: sql`emulation_model m join emulation_model_theme t on t.model_id = m.id`, where },
        driving,
      ),
    );
