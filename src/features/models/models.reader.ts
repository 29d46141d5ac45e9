import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Lists, type ListQuery, type Page } from '../../platform/graphql/connection.js';
import { idOf } from '../../platform/graphql/node.js';
import type { LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { containing } from '../../shared/text.js';
import type { Theme } from '../sectors/sector.graphql.js';
import { UnitDependents, type Dependents } from '../units/unit-dependents.port.js';
import type { Ask } from '../units/unit-ledger.store.js';
import { subtreeWithPredecessors } from '../units/unit-sql.js';
import type { EmulationModel, ModelFilter, ModelOrder, ModelPageArgs, SubjectKind } from './model.graphql.js';

interface ModelRow {
  readonly id: Id;
  readonly asOf: LocalDate;
  readonly title: string;
  readonly unitId: Id;
  readonly parentId: Id | null;
  readonly subjectKind: SubjectKind;
  readonly place: string | null;
  readonly attestedOn: LocalDate;
  readonly source: string;
  readonly version: number;
}

const columns = (day: string): string =>
  `m.id, ${day}::date as "asOf", m.title, m.unit_id as "unitId", m.parent_id as "parentId", m.subject_kind as "subjectKind", m.place,
   m.attested_on as "attestedOn", m.source, m.version`;

const toModel = ({ id, ...rest }: ModelRow): EmulationModel => ({ ...rest, id: toGlobalId('EmulationModel', id), rowId: id });

const TITLE = { by: 'm.title collate vi_natural', type: 'text' } as const;
const ATTESTED_ON = { by: 'm.attested_on', type: 'date' } as const;
const ORDERS: Readonly<Record<ModelOrder, ListQuery['order']>> = {
  TITLE: { name: 'model.TITLE', ...TITLE, descending: false },
  TITLE_DESC: { name: 'model.TITLE_DESC', ...TITLE, descending: true },
  ATTESTED_ON: { name: 'model.ATTESTED_ON', ...ATTESTED_ON, descending: false },
  ATTESTED_ON_DESC: { name: 'model.ATTESTED_ON_DESC', ...ATTESTED_ON, descending: true },
};

/** A model looked at on a day. */
export interface ModelOn {
  readonly id: Id;
  readonly asOf: LocalDate;
}

@Injectable()
export class ModelsReader implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly lists: Lists,
    private readonly dependents: UnitDependents,
  ) {}

  onModuleInit(): void {
    this.dependents.register({ name: 'models', dependentsOf: (ask, unitIds) => this.onUnits(ask, unitIds) });
  }

  page(filter: ModelFilter, asOf: LocalDate, args: ModelPageArgs): Promise<Page<EmulationModel>> {
    const values: unknown[] = [asOf];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const where = ['m.attested_on <= $1::date'];
    if (filter.text) where.push(`m.folded like ${bind(containing(filter.text))}`);
    if (filter.unitId) {
      const units = subtreeWithPredecessors(bind(idOf('Unit', filter.unitId, 'filter', 'unitId')), '$1');
      // Joint owners find the model too; it stands in the list once.
      where.push(`(m.unit_id in ${units} or m.id in (select j.model_id from emulation_model_joint_owner j where j.unit_id in ${units}))`);
    }
    if (filter.parentId) where.push(`m.parent_id = ${bind(idOf('EmulationModel', filter.parentId, 'filter', 'parentId'))}`);
    if (filter.themeId) {
      const theme = bind(idOf('Theme', filter.themeId, 'filter', 'themeId'));
      where.push(`exists (select from emulation_model_theme t where t.model_id = m.id and t.theme_id = ${theme})`);
    }
    if (filter.subjectKind) where.push(`m.subject_kind = any(${bind(filter.subjectKind)})`);
    return this.lists.page<ModelRow, EmulationModel>(
      { from: 'emulation_model m', where, values, columns: columns('$1'), order: ORDERS[args.orderBy], id: 'm.id' },
      args,
      toModel,
    );
  }

  readonly asOf = async (keys: readonly ModelOn[]): Promise<(EmulationModel | undefined)[]> => {
    const rows = await this.db.rows<ModelRow & { n: string }>(
      `select q.n, ${columns('q.day')} from unnest($1::uuid[], $2::date[]) with ordinality q (id, day, n) join emulation_model m on m.id = q.id`,
      [keys.map(key => key.id), keys.map(key => key.asOf)],
    );
    const found = new Map(rows.map(({ n, ...row }) => [Number(n) - 1, toModel(row)]));
    return keys.map((_, i) => found.get(i));
  };

  /** The units that carry each model together with its first owner. */
  readonly jointOwners = async (ids: readonly Id[]): Promise<Id[][]> => {
    const rows = await this.db.rows<{ of: Id; id: Id }>(
      `select model_id as of, unit_id as id from emulation_model_joint_owner where model_id = any($1::uuid[]) order by unit_id`,
      [ids],
    );
    return ids.map(id => rows.filter(row => row.of === id).map(row => row.id));
  };

  readonly themes = async (ids: readonly Id[]): Promise<Theme[][]> => {
    const rows = await this.db.rows<{ of: Id; id: Id; name: string; version: number }>(
      `select mt.model_id as of, t.id, t.name, t.version from emulation_model_theme mt join theme t on t.id = mt.theme_id
        where mt.model_id = any($1::uuid[]) order by t.name collate vi_natural, t.id`,
      [ids],
    );
    return ids.map(id =>
      rows
        .filter(row => row.of === id)
        .map(row => ({ id: toGlobalId('Theme', row.id), rowId: row.id, name: row.name, version: row.version })),
    );
  };

  private async onUnits(ask: Ask, unitIds: readonly Id[]): Promise<Dependents> {
    const [row] = await ask<{ n: number }>(
      `select count(*)::int as n from emulation_model m
        where m.unit_id = any($1::uuid[]) or exists (select from emulation_model_joint_owner j where j.model_id = m.id and j.unit_id = any($1::uuid[]))`,
      [unitIds],
    );
    return {
      label: { vi: 'mô hình', en: 'models' },
      count: row!.n,
      effect: {
        vi: 'giữ nguyên dưới tên đơn vị cũ; số liệu quy đổi theo đơn vị kế thừa toàn bộ',
        en: 'stay with their unit; restated figures follow whole successors',
      },
    };
  }
}
