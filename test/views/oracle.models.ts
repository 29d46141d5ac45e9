import type { LocalDate } from '../../src/shared/dates.js';
import {
  bothWays,
  byBytes,
  byVietnamese,
  columns,
  holdsWords,
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
import { modelParts, stepsOf } from './oracle.model-parts.js';
import { inVillage, villageOf, villageOrder, villageWords } from './oracle.villages.js';
import { nestedPage, rootPage } from './oracle.page.js';
import type { AnyRow } from './oracle.rows.js';
import { shownUnit, spanOn, subtreeWithPredecessors } from './oracle.units.js';

const TYPE = 'EmulationModel';

const ownersOf = ({ rows }: World, { id, unit_id }: AnyRow): string[] => [
  unit_id,
  ...rows.jointOwners.filter(owner => owner.model_id === id).map(owner => owner.unit_id!),
];

/** Where one of the model’s two lives stood on the day. */
const stateOf = (world: World, shown: Shown, lifecycle: 'FILE' | 'RUNNING'): string | null =>
  stepsOf(world, shown, lifecycle).at(-1)?.row.to_state ?? null;

const is =
  (column: string, type: string) =>
  (id: string): ((shown: Shown) => boolean) => {
    const wanted = rowId(type, id);
    return ({ row }) => row[column] === wanted;
  };
const oneOf =
  (column: string) =>
  (values: string[]) =>
  ({ row }: Shown): boolean =>
    values.includes(row[column]);

const isListed = (row: AnyRow, day: LocalDate): boolean => row.attested_on <= day && row.merged_into_id === null;

const modelList: ListOracle<Shown> = {
  things: ({ rows }, day) =>
    shownAll(
      TYPE,
      rows.models.filter(row => isListed(row, day)),
      day,
    ),
  otherwise: { trashed: ({ row }) => row.trashed_at === null },
  filter: {
    text:
      (words: string) =>
      ({ row }) =>
        holdsWords([row.title, `${villageWords(row) ?? ''} ${row.place ?? ''}`], words),
    unitId: (id: string, world, day) => {
      const units = subtreeWithPredecessors(world, rowId('Unit', id), day);
      return ({ row }) => ownersOf(world, row).some(owner => units.has(owner));
    },
    // Of a model that is not seen nothing is told, not even what hangs on it.
    parentId: (id: string, { rows }) => {
      const parent = rowId(TYPE, id);
      const isSeen = rows.models.some(row => row.id === parent);
      return ({ row }) => isSeen && row.parent_id === parent;
    },
    themeId: (id: string, { rows }) => {
      const theme = rowId('Theme', id);
      return ({ row }) => rows.modelThemes.some(link => link.model_id === row.id && link.theme_id === theme);
    },
    sectorId: is('sector_id', 'Sector'),
    roundId: is('round_id', 'RegistrationRound'),
    holderId: is('holder_id', 'Unit'),
    state: (states: (string | null)[], world) => shown => states.includes(stateOf(world, shown, 'FILE') ?? 'none at all'),
    running: (states: string[], world) => shown => states.includes(stateOf(world, shown, 'RUNNING') ?? 'none at all'),
    kind: oneOf('kind'),
    subjectKind: oneOf('subject_kind'),
    village: inVillage,
    code:
      (code: string) =>
      ({ row }) =>
        row.code === code,
    trashed:
      (wanted: boolean) =>
      ({ row }) =>
        (row.trashed_at !== null) === wanted,
  },
  order: {
    ...bothWays('TITLE', shown => shown.row.title, byVietnamese),
    ...bothWays('CODE', shown => shown.row.code, byVietnamese),
    ...bothWays('ATTESTED_ON', shown => shown.row.attested_on, byBytes),
    ...villageOrder,
  },
};

const modelAt =
  (column: string): Answer =>
  ({ row, day }: Shown, _, { rows }) =>
    shownIn(TYPE, rows.models, row[column], day);
const unitAt =
  (column: string): Answer =>
  ({ row, day }: Shown, _, world) =>
    shownUnit(world, row[column], day);

export const modelsChapter: Chapter = {
  lists: { [TYPE]: modelList },
  nodes: { [TYPE]: rows => rows.models },
  fields: {
    ...modelParts,
    Query: {
      models: rootPage(TYPE, modelList),
      model: (_, args, { rows, today }) => shownIn(TYPE, rows.models, rowId(TYPE, args.id), args.asOf ?? today),
    },
    Unit: {
      models: nestedPage(TYPE, modelList, ({ row }: Shown, unit: Shown, world) => ownersOf(world, row).includes(unit.row.id)),
    },
    [TYPE]: {
      id: idOf,
      ...columns({ code: 'code', title: 'title', kind: 'kind', subjectKind: 'subject_kind', place: 'place', starts: 'starts' }),
      ...columns({ endsOn: 'ends_on', attestedOn: 'attested_on', source: 'source', version: 'version' }),
      state: (shown: Shown, _, world) => stateOf(world, shown, 'FILE'),
      running: (shown: Shown, _, world) => stateOf(world, shown, 'RUNNING'),
      trashed: ({ row }: Shown) => row.trashed_at !== null,
      unit: unitAt('unit_id'),
      holder: unitAt('holder_id'),
      jointOwners: ({ row, day }: Shown, _, world) => {
        const name = (id: string): string => spanOn(world, id, day).name;
        const owners = ownersOf(world, row).slice(1);
        return owners.toSorted((a, b) => byVietnamese(name(a), name(b)) || byBytes(a, b)).map(id => shownUnit(world, id, day));
      },
      village: villageOf,
      parent: modelAt('parent_id'),
      copyOf: modelAt('copy_of_id'),
      person: ({ row, day }: Shown, _, { rows }) => shownIn('Person', rows.people, row.person_id, day),
      mergedInto: modelAt('merged_into_id'),
      sector: ({ row, day }: Shown, _, { rows }) => shownIn('Sector', rows.sectors, row.sector_id, day),
      themes: ({ row, day }: Shown, _, { rows }) =>
        rows.modelThemes
          .filter(link => link.model_id === row.id)
          .map(link => shownIn('Theme', rows.themes, link.theme_id!, day)!)
          .toSorted((a, b) => byVietnamese(a.row.name, b.row.name) || byBytes(a.row.id, b.row.id)),
      round: ({ row, day }: Shown, _, { rows }) => shownIn('RegistrationRound', rows.rounds, row.round_id, day),
      childCount: ({ row, day }: Shown, _, { rows }) =>
        rows.models.filter(child => child.parent_id === row.id && isListed(child, day) && child.trashed_at === null).length,
      children: nestedPage(TYPE, modelList, ({ row }: Shown, parent: Shown) => row.parent_id === parent.row.id),
      copies: nestedPage(TYPE, modelList, ({ row }: Shown, original: Shown) => row.copy_of_id === original.row.id),
      ...modelParts[TYPE],
    },
  },
};
