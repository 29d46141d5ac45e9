import type { LocalDate } from '../../src/shared/dates.js';
import {
  bothWays,
  byBytes,
  byNumber,
  byVietnamese,
  columns,
  holdsWords,
  idOf,
  is,
  rowId,
  shownAll,
  shownIn,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import { belongs, eventFilters, eventsOf, submittedOf } from './oracle.model-events.js';
import { given as asItsPaperGives, lastOfFile, modelParts, registrationsOf, stepsOf } from './oracle.model-parts.js';
import { inVillage, villageOf, villageOrder, villageWords } from './oracle.villages.js';
import { nestedPage, rootPage } from './oracle.page.js';
import { NaiveReach } from './oracle.reach.js';
import type { AnyRow, Rows } from './oracle.rows.js';
import { reachOf, shownUnit, spanOn, unitAt } from './oracle.units.js';

const TYPE = 'EmulationModel';

export const ownersOf = ({ rows }: World, { id, unit_id }: AnyRow): string[] => [
  unit_id,
  ...rows.jointOwners.filter(owner => owner.model_id === id).map(owner => owner.unit_id!),
];

/** The state of the file, and how the model ran, on the day. */
const stateOf = (world: World, shown: Shown): string | null => lastOfFile(world, shown)?.to_state ?? null;
const runningOf = (world: World, shown: Shown): string | null => stepsOf(world, shown, null).at(-1)?.row.to_state ?? null;

/** The title on the day: the first of the earlier ones that had not ended by then, or the present one. */
const titleOf: Answer = ({ row, day }: Shown, _, { rows }) =>
  rows.formerTitles
    .filter(former => former.model_id === row.id && former.last_day >= day)
    .toSorted((a, b) => byBytes(a.last_day, b.last_day))[0]?.title ?? row.title;

const oneOf =
  (column: string) =>
  (values: string[]) =>
  ({ row }: Shown): boolean =>
    values.includes(row[column]);

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

/** Models with an event that meets all of the conditions. */
const withEvent =
  (name: string) =>
  (given: Record<string, unknown>, world: World): ((shown: Shown) => boolean) => {
    const filters = eventFilters(ownersOf);
    const conditions = Object.entries(given).flatMap(([field, value]) => (isGiven(value) ? [filters[field]!(value, world)] : []));
    return shown => eventsOf[name]!(world, shown).some(one => conditions.every(holds => holds(one, shown)));
  };

/** Registrations that were submitted, and meet all of the conditions. */
export const submittedAs = (given: Record<string, unknown>, world: World): ((registrationId: string, model: Shown) => boolean) => {
  const filters = eventFilters(ownersOf);
  const conditions = Object.entries(given).flatMap(([field, value]) => (isGiven(value) ? [filters[field]!(value, world)] : []));
  return (registrationId, model) =>
    submittedOf(world, model).some(one => one.registrationId === registrationId && conditions.every(holds => holds(one, model)));
};

const owned =
  (name: string) =>
  (given: string, world: World, day: LocalDate): ((shown: Shown) => boolean) => {
    const wanted = name === 'outside' ? given : rowId('Unit', given);
    return ({ row }) => ownersOf(world, row).some(owner => belongs[name]!(world.all, wanted, owner, day));
  };

const HAS: Readonly<Record<string, (world: World, shown: Shown) => boolean>> = {
  SECTOR: (_, { row }) => row.sector_id !== null,
  THEME: ({ all }, { row }) => all.modelThemes.some(({ model_id }) => model_id === row.id),
  ROUND: (world, shown) => isGiven(registrationsOf(world, shown).at(-1)?.round_id),
  STATE: (world, shown) => stateOf(world, shown) !== null,
  RUNNING: (world, shown) => runningOf(world, shown) !== null,
  PARENT: ({ rows }, { row }) => rows.models.some(above => above.id === row.parent_id),
  CHILDREN: ({ rows }, { row, day }) =>
    rows.models.some(child => child.parent_id === row.id && isListed(child, day) && child.trashed_at === null),
};
const aspects =
  (wanted: boolean) =>
  (names: string[], world: World): ((shown: Shown) => boolean) =>
  shown =>
    names.every(name => HAS[name]!(world, shown) === wanted);

/** Of those that are not revoked. */
const latestRecognition = ({ recognitions }: Rows, { id }: AnyRow): LocalDate | null =>
  recognitions
    .filter(one => one.model_id === id && one.revoked_on === null)
    .map(one => one.recognised_on as LocalDate)
    .toSorted(byBytes)
    .at(-1) ?? null;

const isListed = (row: AnyRow, day: LocalDate): boolean => row.attested_on <= day && row.merged_into_id === null;

/** All of the conditions of a filter within a filter: what lists leave out by themselves is not left out here. */
export const meets = (given: Record<string, unknown>, world: World, day: LocalDate): ((shown: Shown) => boolean) => {
  const conditions = Object.entries(given).flatMap(([field, value]) =>
    isGiven(value) ? [modelList.filter[field]!(value, world, day)] : [],
  );
  return shown => conditions.every(holds => holds(shown));
};

export const modelList: ListOracle<Shown> = {
  things: ({ rows, all }, day) =>
    shownAll(
      TYPE,
      rows.models.filter(row => isListed(row, day)).map(row => ({ ...row, recognised_on: latestRecognition(all, row) })),
      day,
    ),
  otherwise: { trashed: ({ row }) => row.trashed_at === null },
  filter: {
    text:
      (words: string) =>
      ({ row }) =>
        holdsWords([row.title, `${villageWords(row) ?? ''} ${row.place ?? ''}`], words),
    unitId: (id: string, world, day) => {
      const units = reachOf(world, rowId('Unit', id), day);
      return ({ row }) => ownersOf(world, row).some(owner => units.has(owner));
    },
    residualOf: (id: string, world, day) => {
      const unit = rowId('Unit', id);
      const [own, residual] = [reachOf(world, unit, day), NaiveReach.over(world.rows).residual(unit, day)];
      return ({ row }) => {
        const owners = ownersOf(world, row);
        return owners.some(owner => residual.has(owner)) && !owners.some(owner => own.has(owner));
      };
    },
    placed: (wanted: boolean, world, day) => {
      const isPlaced = (owner: string): boolean => NaiveReach.over(world.rows).places(owner, day).size > 0;
      return ({ row }) => ownersOf(world, row).some(isPlaced) === wanted;
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
    roundId: (id: string, world) => {
      const wanted = rowId('RegistrationRound', id);
      return shown => registrationsOf(world, shown).some(({ round_id }) => round_id === wanted);
    },
    holderId: is('holder_id', 'Unit'),
    state: (states: (string | null)[], world) => shown => states.includes(stateOf(world, shown) ?? 'none at all'),
    running: (states: string[], world) => shown => states.includes(runningOf(world, shown) ?? 'none at all'),
    kind: oneOf('kind'),
    subjectKind: oneOf('subject_kind'),
    village: inVillage,
    code:
      (code: string) =>
      ({ row }) =>
        row.code === code,
    ownOf: owned('ownOf'),
    restOf: owned('restOf'),
    outside: owned('outside'),
    having: aspects(true),
    lacking: aspects(false),
    ...Object.fromEntries(Object.keys(eventsOf).map(name => [name, withEvent(name)])),
    and: (given: Record<string, unknown>[], world, day) => {
      const conditions = given.map(one => meets(one, world, day));
      return shown => conditions.every(holds => holds(shown));
    },
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
    RECOGNISED_ON: { key: ({ row }) => row.recognised_on ?? 'none', compare: byBytes },
    RECOGNISED_ON_DESC: { key: ({ row }) => row.recognised_on ?? '', compare: byBytes, descending: true },
    ...bothWays('CHANGED_AT', shown => shown.row.changed_at.getTime(), byNumber),
  },
};

const modelAt =
  (column: string): Answer =>
  ({ row, day }: Shown, _, { rows }) =>
    shownIn(TYPE, rows.models, row[column], day);

export const modelsChapter: Chapter = {
  lists: { [TYPE]: modelList },
  nodes: { [TYPE]: rows => rows.models },
  fields: {
    ...modelParts,
    Query: {
      models: rootPage(TYPE, modelList),
      model: (_, args, { rows, today }) => shownIn(TYPE, rows.models, rowId(TYPE, args.id), args.asOf ?? today),
    },
    Decision: {
      models: nestedPage(TYPE, modelList, ({ row, day }: Shown, decision: Shown, { all }) => {
        const isBy = (one: AnyRow, on: LocalDate): boolean => one.model_id === row.id && one.decision_id === decision.row.id && on <= day;
        return all.recognitions.some(one => isBy(one, one.recognised_on)) || all.facts.some(one => isBy(one, one.on_day));
      }),
    },
    Unit: {
      models: nestedPage(TYPE, modelList, ({ row }: Shown, unit: Shown, world) => {
        const units = reachOf(world, unit.row.id, unit.day);
        return ownersOf(world, row).some(owner => units.has(owner));
      }),
    },
    [TYPE]: {
      id: idOf,
      ...columns({ code: 'code', kind: 'kind', subjectKind: 'subject_kind', place: 'place', starts: 'starts' }),
      ...columns({ endsOn: 'ends_on', source: 'source', version: 'version' }),
      title: titleOf,
      attestedOn: asItsPaperGives('attested_given', 'attested_on'),
      state: (shown: Shown, _, world) => stateOf(world, shown),
      running: (shown: Shown, _, world) => runningOf(world, shown),
      trashed: ({ row }: Shown) => row.trashed_at !== null,
      unit: unitAt('unit_id'),
      holder: (shown: Shown, _, world) => shownUnit(world, lastOfFile(world, shown)?.unit_id ?? null, shown.day),
      jointOwners: ({ row, day }: Shown, _, world) => {
        const name = (id: string): string => spanOn(world, id, day).name;
        const owners = ownersOf(world, row).slice(1);
        return owners.toSorted((a, b) => byVietnamese(name(a), name(b)) || byBytes(a, b)).map(id => shownUnit(world, id, day));
      },
      village: villageOf,
      parent: modelAt('parent_id'),
      person: ({ row, day }: Shown, _, { rows }) => shownIn('Person', rows.people, row.person_id, day),
      mergedInto: modelAt('merged_into_id'),
      sector: ({ row, day }: Shown, _, { rows }) => shownIn('Sector', rows.sectors, row.sector_id, day),
      themes: ({ row, day }: Shown, _, { rows }) =>
        rows.modelThemes
          .filter(link => link.model_id === row.id)
          .map(link => shownIn('Theme', rows.themes, link.theme_id!, day)!)
          .toSorted((a, b) => byVietnamese(a.row.name, b.row.name) || byBytes(a.row.id, b.row.id)),
      round: (shown: Shown, _, world) =>
        shownIn('RegistrationRound', world.rows.rounds, registrationsOf(world, shown).at(-1)?.round_id ?? null, shown.day),
      childCount: ({ row, day }: Shown, _, { rows }) =>
        rows.models.filter(child => child.parent_id === row.id && isListed(child, day) && child.trashed_at === null).length,
      children: nestedPage(TYPE, modelList, ({ row }: Shown, parent: Shown) => row.parent_id === parent.row.id),
      ...modelParts[TYPE],
    },
  },
};
