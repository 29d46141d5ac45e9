import {
  bothWays,
  byBytes,
  columns,
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
import { nestedPage, rootPage } from './oracle.page.js';
import type { AnyRow } from './oracle.rows.js';
import { meets, ownersOf, submittedAs } from './oracle.models.js';
import { shownUnit, reachOf } from './oracle.units.js';

const TYPE = 'Registration';

const modelOf = ({ all }: World, { model_id }: AnyRow): AnyRow => all.models.find(model => model.id === model_id)!;

/** The steps of its file by the day, in order. */
const stepsOf = ({ rows }: World, { row, day }: Shown): AnyRow[] =>
  rows.steps
    .filter(step => step.registration_id === row.id && step.on_day <= day)
    .toSorted((a, b) => byBytes(a.on_day, b.on_day) || byBytes(a.id, b.id));

const stateOf: Answer = (shown: Shown, _, world) => stepsOf(world, shown).at(-1)?.to_state ?? null;

const registrationList: ListOracle<Shown> = {
  things: (world, day) =>
    shownAll(
      TYPE,
      world.rows.registrations.filter(row => {
        const model = modelOf(world, row);
        return row.opened_on <= day && model.trashed_at === null && model.merged_into_id === null;
      }),
      day,
    ),
  filter: {
    roundId: (id: string) => {
      const wanted = rowId('RegistrationRound', id);
      return ({ row }) => row.round_id === wanted;
    },
    unitId: (id: string, world, day) => {
      const units = reachOf(world, rowId('Unit', id), day);
      return ({ row }) => ownersOf(world, modelOf(world, row)).some(owner => units.has(owner));
    },
    holderId: (id: string) => {
      const wanted = rowId('Unit', id);
      return ({ row }) => row.holder_id === wanted;
    },
    submitted: (given: Record<string, unknown>, world) => {
      const isSubmitted = submittedAs(given, world);
      return ({ row, day }) => isSubmitted(row.id, { type: 'EmulationModel', row: modelOf(world, row), day });
    },
    model: (given: Record<string, unknown>, world, day) => {
      const keeps = meets(given, world, day);
      return ({ row }) => keeps({ type: 'EmulationModel', row: modelOf(world, row), day });
    },
    state: (states: string[], world) => shown => states.includes((stateOf(shown, {}, world) as string | null) ?? 'none at all'),
  },
  order: bothWays('OPENED_ON', shown => shown.row.opened_on, byBytes),
};

/** The registrations of models. */
export const registrationsChapter: Chapter = {
  lists: { [TYPE]: registrationList },
  nodes: { [TYPE]: rows => rows.registrations },
  fields: {
    Query: {
      registrations: rootPage(TYPE, registrationList),
      registration: (_, args, { rows, today }) => shownIn(TYPE, rows.registrations, rowId(TYPE, args.id), args.asOf ?? today),
    },
    RegistrationRound: {
      registrations: nestedPage(TYPE, registrationList, ({ row }: Shown, round: Shown) => row.round_id === round.row.id),
    },
    [TYPE]: {
      id: idOf,
      openedOn: ({ row }: Shown) => row.opened_given ?? row.opened_on,
      ...columns({ latest: 'latest', source: 'source' }),
      model: ({ row, day }: Shown, _, { rows }) => shownIn('EmulationModel', rows.models, row.model_id, day),
      round: ({ row, day }: Shown, _, { rows }) => shownIn('RegistrationRound', rows.rounds, row.round_id, day),
      state: stateOf,
      holder: (shown: Shown, _, world) => shownUnit(world, stepsOf(world, shown).at(-1)?.unit_id ?? null, shown.day),
      form: ({ row }: Shown, _, { rows }) => {
        const form = rows.forms.find(known => known.registration_id === row.id);
        return form ? { row: form } : null;
      },
      submitted: (shown: Shown, _, world) => {
        const submitted = stepsOf(world, shown).findLast(({ action }) => action === 'submit');
        return shownIn('KeptContent', world.rows.keptContents, submitted?.content_id ?? null, shown.day);
      },
      steps: (shown: Shown, _, world) => stepsOf(world, shown).map(row => ({ type: 'part', row, day: shown.day })),
      recognition: ({ row, day }: Shown, _, { rows }) => {
        const found = rows.recognitions.find(one => one.registration_id === row.id && one.recognised_on <= day);
        return found ? { type: 'part', row: found, day } : null;
      },
    },
  },
};
