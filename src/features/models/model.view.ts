import { historyOf } from '../../platform/audit/object-history.view.js';
import { idOf } from '../../platform/graphql/node.js';
import {
  computed,
  counted,
  many,
  ofUnits,
  one,
  oneOf,
  page,
  through,
  value,
  valueOf,
  view,
  type AnyView,
  type Beside,
  type Condition,
  type Sql,
  type Ways,
} from '../../platform/views/view.js';
import { seeksWords } from '../../platform/words/words.filter.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { registrationRoundView } from '../movements/movement.view.js';
import { personView } from '../people/person.view.js';
import { sectorView, themeView } from '../sectors/sector.view.js';
import { subtreeWithPredecessors, unitOn } from '../units/unit-sql.js';
import { unitView } from '../units/unit.view.js';
import { modelAttachments } from './attachments/model-attachment.view.js';
import { modelFactView, modelFormView, modelStepView, recognitionView } from './model-parts.view.js';
import { READ } from './model-rights.js';
import type { EmulationModel } from './model.graphql.js';
import type { ModelFilter, ModelOrder } from './model.filter.js';

/** What the resolver of `actions` needs. */
export interface ModelCarried {
  readonly id: Id;
}

/** The last step of a life by the day. */
const lastStep =
  (lifecycle: 'FILE' | 'RUNNING'): Beside =>
  (b, t, day) =>
    `(select s.* from model_step s where s.model_id = ${t}.id and s.lifecycle = '${lifecycle}' and s.on_day <= ${day}
       order by s.on_day desc, s.id desc limit 1) ${b}`;
const [lastOfFile, lastOfRunning] = [lastStep('FILE'), lastStep('RUNNING')];
const stateIs =
  (last: Beside): Condition =>
  (t, day, bind) =>
    `(select b.to_state from ${last('b', t, day)}) = any(${bind()})`;

/** A unit carries the models it registered, and those it owns jointly. */
const carriedBy = (t: Sql, isUnit: Sql): Sql[] => [
  `${t}.unit_id ${isUnit}`,
  `${t}.id in (select j.model_id from emulation_model_joint_owner j where j.unit_id ${isUnit})`,
];

/** The same ways as `seenBy` in model-rights.ts tells commands. */
const seenBy = (t: Sql, is: Sql): Sql[] => [...carriedBy(t, is), `${t}.holder_id ${is}`];

/** Of a model that the asker does not see, nothing is told: not even what hangs on it. */
const namesModel =
  (field: string, column: string): Condition =>
  (t, _day, bind, seen) => {
    const model = `${bind((id: string) => idOf('EmulationModel', id, 'filter', field))}::uuid`;
    return `(${t}.${column} = ${model} and ${seen(modelView, model)})`;
  };

export const modelView: AnyView = view<EmulationModel, ModelFilter, ModelOrder>()('EmulationModel', {
  scope: ofUnits(READ, seenBy),
  one: (t, id) => `(select * from emulation_model m where m.id = ${id}) ${t}`,
  fields: {
    id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('EmulationModel', id)),
    code: value(t => `${t}.code`),
    title: value(t => `${t}.title`),
    kind: value(t => `${t}.kind`),
    subjectKind: value(t => `${t}.subject_kind`),
    state: valueOf(lastOfFile, b => `${b}.to_state`),
    running: valueOf(lastOfRunning, b => `${b}.to_state`),
    place: value(t => `${t}.place`),
    starts: value(t => `${t}.starts`),
    endsOn: value(t => `${t}.ends_on`),
    attestedOn: value(t => `${t}.attested_on`),
    source: value(t => `${t}.source`),
    version: value(t => `${t}.version`),
    trashed: value(t => `${t}.trashed_at is not null`),
    unit: one(
      () => unitView,
      t => `${t}.unit_id`,
    ),
    holder: one(
      () => unitView,
      t => `${t}.holder_id`,
    ),
    jointOwners: many(() => unitView, {
      parent: t => `${t}.id`,
      rows: (t, model, day) =>
        `(select u.* from emulation_model_joint_owner j cross join lateral ${unitOn('u', 'j.unit_id', day)} where j.model_id = ${model}) ${t}`,
      orderBy: t => `${t}.name collate vi_natural, ${t}.id`,
    }),
    parent: one(
      () => modelView,
      t => `${t}.parent_id`,
    ),
    person: one(
      () => personView,
      t => `${t}.person_id`,
    ),
    copyOf: one(
      () => modelView,
      t => `${t}.copy_of_id`,
    ),
    mergedInto: one(
      () => modelView,
      t => `${t}.merged_into_id`,
    ),
    sector: one(
      () => sectorView,
      t => `${t}.sector_id`,
    ),
    themes: many(() => themeView, {
      parent: t => `${t}.id`,
      rows: (t, model) => `(select r.* from emulation_model_theme mt join theme r on r.id = mt.theme_id where mt.model_id = ${model}) ${t}`,
      orderBy: t => `${t}.name collate vi_natural, ${t}.id`,
    }),
    round: one(
      () => registrationRoundView,
      t => `${t}.round_id`,
    ),
    form: one(
      () => modelFormView,
      t => `${t}.id`,
    ),
    latestStep: oneOf(() => modelStepView, lastOfFile),
    steps: many(() => modelStepView, {
      parent: t => `${t}.id`,
      rows: (t, model, day) => `(select * from model_step s where s.model_id = ${model} and s.on_day <= ${day}) ${t}`,
      orderBy: t => `${t}.on_day, ${t}.id`,
    }),
    recognitions: many(() => recognitionView, {
      parent: t => `${t}.id`,
      rows: (t, model, day) => `(select * from recognition r where r.model_id = ${model} and r.recognised_on <= ${day}) ${t}`,
      orderBy: t => `${t}.recognised_on, ${t}.id`,
    }),
    facts: many(() => modelFactView, {
      parent: t => `${t}.id`,
      rows: (t, model, day) => `(select * from model_fact f where f.model_id = ${model} and f.on_day <= ${day}) ${t}`,
      orderBy: t => `${t}.on_day, ${t}.id`,
    }),
    attachments: modelAttachments,
    childCount: counted(
      () => modelView,
      (t, parent) => `${t}.parent_id = ${parent}`,
    ),
    history: historyOf('EmulationModel'),
  },
  pages: {
    children: page(() => modelView, { parent: t => `${t}.id`, where: (t, parent) => `${t}.parent_id = ${parent}` }),
    copies: page(() => modelView, { parent: t => `${t}.id`, where: (t, original) => `${t}.copy_of_id = ${original}` }),
  },
  carry: { id: t => `${t}.id` },
  list: {
    rows: (t, day) => `(select * from emulation_model m where m.attested_on <= ${day} and m.merged_into_id is null) ${t}`,
    otherwise: { trashed: t => `${t}.trashed_at is null` },
    filter: {
      text: seeksWords('emulation_model'),
      unitId: {
        keys: (day, bind) =>
          subtreeWithPredecessors(
            bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
            day,
          ),
        ways: carriedBy,
      },
      parentId: namesModel('parentId', 'parent_id'),
      themeId: (t, _day, bind) =>
        `exists (select from emulation_model_theme mt where mt.model_id = ${t}.id and mt.theme_id = ${bind((id: string) => idOf('Theme', id, 'filter', 'themeId'))}::uuid)`,
      sectorId: (t, _day, bind) => `${t}.sector_id = ${bind((id: string) => idOf('Sector', id, 'filter', 'sectorId'))}::uuid`,
      roundId: (t, _day, bind) => `${t}.round_id = ${bind((id: string) => idOf('RegistrationRound', id, 'filter', 'roundId'))}::uuid`,
      holderId: (t, _day, bind) => `${t}.holder_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'holderId'))}::uuid`,
      state: stateIs(lastOfFile),
      running: stateIs(lastOfRunning),
      kind: (t, _day, bind) => `${t}.kind = any(${bind()})`,
      subjectKind: (t, _day, bind) => `${t}.subject_kind = any(${bind()})`,
      code: (t, _day, bind) => `${t}.code = ${bind()}`,
      trashed: (t, _day, bind) => `(${t}.trashed_at is not null) = ${bind()}`,
    },
    order: {
      TITLE: { by: t => `${t}.title collate vi_natural`, type: 'text' },
      TITLE_DESC: { by: t => `${t}.title collate vi_natural`, type: 'text', descending: true },
      CODE: { by: t => `${t}.code collate vi_natural`, type: 'text' },
      CODE_DESC: { by: t => `${t}.code collate vi_natural`, type: 'text', descending: true },
      ATTESTED_ON: { by: t => `${t}.attested_on`, type: 'date' },
      ATTESTED_ON_DESC: { by: t => `${t}.attested_on`, type: 'date', descending: true },
    },
  },
});

/** A field that this chapter gives to units. */
export const unitModels = page(() => modelView, { parent: t => `${t}.id`, where: (t, unit) => carriedBy(t, `= ${unit}`) });

/** Ways that this chapter gives to people: whoever sees a model sees whose it is. */
export const personModels: Ways = (t, is, leads) =>
  seenBy('m', is).map(where => through(t, { column: 'm.person_id', rows: 'emulation_model m', where }, leads));
