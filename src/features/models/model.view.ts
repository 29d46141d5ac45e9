import { idOf } from '../../platform/graphql/node.js';
import { computed, many, one, page, value, view, type AnyView } from '../../platform/views/view.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { containing } from '../../shared/text.js';
import { themeView } from '../sectors/sector.view.js';
import { subtreeWithPredecessors, unitOn } from '../units/unit-sql.js';
import { unitView } from '../units/unit.view.js';
import type { EmulationModel, ModelFilter, ModelOrder } from './model.graphql.js';

export const modelView: AnyView = view<EmulationModel, ModelFilter, ModelOrder>()('EmulationModel', {
  one: (t, id) => `(select * from emulation_model m where m.id = ${id}) ${t}`,
  fields: {
    id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('EmulationModel', id)),
    title: value(t => `${t}.title`),
    subjectKind: value(t => `${t}.subject_kind`),
    place: value(t => `${t}.place`),
    attestedOn: value(t => `${t}.attested_on`),
    source: value(t => `${t}.source`),
    version: value(t => `${t}.version`),
    unit: one(
      () => unitView,
      t => `${t}.unit_id`,
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
    themes: many(() => themeView, {
      parent: t => `${t}.id`,
      rows: (t, model) => `(select r.* from emulation_model_theme mt join theme r on r.id = mt.theme_id where mt.model_id = ${model}) ${t}`,
      orderBy: t => `${t}.name collate vi_natural, ${t}.id`,
    }),
  },
  pages: {
    children: page(() => modelView, { parent: t => `${t}.id`, where: (t, parent) => `${t}.parent_id = ${parent}` }),
  },
  list: {
    rows: (t, day) => `(select * from emulation_model m where m.attested_on <= ${day}) ${t}`,
    filter: {
      text: (t, _day, bind) => `${t}.folded like ${bind(containing)}`,
      // Joint owners find the model too; it stands in the list once.
      unitId: (t, day, bind) => {
        const units = subtreeWithPredecessors(
          bind((id: string) => idOf('Unit', id, 'filter', 'unitId')),
          day,
        );
        return `${t}.id in (with s as materialized (select id from ${units} tree)
          select m.id from emulation_model m join s on s.id = m.unit_id
          union all select j.model_id from emulation_model_joint_owner j join s on s.id = j.unit_id)`;
      },
      parentId: (t, _day, bind) => `${t}.parent_id = ${bind((id: string) => idOf('EmulationModel', id, 'filter', 'parentId'))}::uuid`,
      themeId: (t, _day, bind) =>
        `exists (select from emulation_model_theme mt where mt.model_id = ${t}.id and mt.theme_id = ${bind((id: string) => idOf('Theme', id, 'filter', 'themeId'))}::uuid)`,
      subjectKind: (t, _day, bind) => `${t}.subject_kind = any(${bind()})`,
    },
    order: {
      TITLE: { by: t => `${t}.title collate vi_natural`, type: 'text' },
      TITLE_DESC: { by: t => `${t}.title collate vi_natural`, type: 'text', descending: true },
      ATTESTED_ON: { by: t => `${t}.attested_on`, type: 'date' },
      ATTESTED_ON_DESC: { by: t => `${t}.attested_on`, type: 'date', descending: true },
    },
  },
});
