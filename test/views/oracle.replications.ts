import { historyOf } from './oracle.audit.js';
import {
  bothWays,
  byBytes,
  byNumber,
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
import { modelList, ownersOf } from './oracle.models.js';
import { nestedPage, rootPage } from './oracle.page.js';
import type { AnyRow } from './oracle.rows.js';
import { reachOf, shownUnit } from './oracle.units.js';

const MODEL = 'EmulationModel';

const modelIn = ({ all }: World, id: string): AnyRow => all.models.find(model => model.id === id)!;
/** A duplicate stands for the model into which it is merged. */
const standsFor = (world: World, id: string): string => modelIn(world, id).merged_into_id ?? id;
/** Whether an edge counts as one from this model: from itself, or from a duplicate that is merged into it. */
const comesFrom = (world: World, { origin_id }: AnyRow, modelId: string): boolean =>
  origin_id === modelId || modelIn(world, origin_id).merged_into_id === modelId;
const isSeen = ({ rows }: World, id: string): boolean => rows.models.some(model => model.id === id);

/** A copy that is there on the day, begun by then. */
const counts = (world: World, { copy_id, started_on }: AnyRow, day: string): boolean => {
  const copy = modelIn(world, copy_id);
  return (started_on === null || started_on <= day) && copy.attested_on <= day && copy.merged_into_id === null && copy.trashed_at === null;
};

const originOf: Answer = ({ row, day }: Shown, _, world) => shownIn(MODEL, world.rows.models, standsFor(world, row.origin_id), day);
const modelOf: Answer = ({ row, day }: Shown, _, { rows }) => shownIn(MODEL, rows.models, row.model_id, day);

const replicationList: ListOracle<Shown> = {
  things: (world, day) =>
    shownAll(
      'Replication',
      world.rows.replications.filter(row => counts(world, row, day)),
      day,
    ),
  filter: {
    originId: (id: string, world) => {
      const wanted = rowId(MODEL, id);
      return ({ row }) => isSeen(world, wanted) && comesFrom(world, row, wanted);
    },
    copyId: (id: string, world) => {
      const wanted = rowId(MODEL, id);
      return ({ row }) => isSeen(world, wanted) && row.copy_id === wanted;
    },
    unitId: (id: string, world, day) => {
      const units = reachOf(world, rowId('Unit', id), day);
      return ({ row }) => ownersOf(world, modelIn(world, row.copy_id)).some(owner => units.has(owner));
    },
    planId: (id: string) => {
      const wanted = rowId('ReplicationPlan', id);
      return ({ row }) => row.plan_id === wanted;
    },
    planned:
      (wanted: boolean) =>
      ({ row }) =>
        (row.plan_id !== null) === wanted,
    declared:
      (wanted: boolean) =>
      ({ row }) =>
        row.declared === wanted,
  },
  order: bothWays('STARTED_ON', shown => shown.row.started_on, byBytes),
};

const stateOf = (world: World, { row, day }: Shown): string => {
  if (world.all.replications.some(edge => edge.plan_id === row.id && counts(world, edge, day))) return 'DONE';
  return row.due_on < day ? 'OVERDUE' : 'OPEN';
};

const planList: ListOracle<Shown> = {
  things: ({ rows }, day) => shownAll('ReplicationPlan', rows.replicationPlans, day),
  filter: {
    originId: (id: string, world) => {
      const wanted = rowId(MODEL, id);
      return ({ row }) => isSeen(world, wanted) && comesFrom(world, row, wanted);
    },
    unitId: (id: string, world, day) => {
      const units = reachOf(world, rowId('Unit', id), day);
      return ({ row }) => units.has(row.unit_id);
    },
    state: (states: string[], world) => shown => states.includes(stateOf(world, shown)),
  },
  order: bothWays('DUE_ON', shown => shown.row.due_on, byBytes),
};

/** Parts of a model, in order. */
const partsOf =
  (type: string, rowsOf: (world: World, shown: Shown) => readonly AnyRow[], key: (row: AnyRow) => string | number): Answer =>
  (shown: Shown, _, world) => {
    const compare = (a: AnyRow, b: AnyRow): number => {
      const [x, y] = [key(a), key(b)];
      return (typeof x === 'number' ? byNumber(x, y as number) : byBytes(x, y as string)) || byBytes(a.id, b.id);
    };
    return rowsOf(world, shown)
      .toSorted(compare)
      .map(row => ({ type, row, day: shown.day }));
  };

/** Which model copies which, plans of it, and what is asked and seen of running models. */
export const replicationsChapter: Chapter = {
  lists: { Replication: replicationList, ReplicationPlan: planList },
  nodes: {
    Replication: rows => rows.replications,
    ReplicationPlan: rows => rows.replicationPlans,
    StillAliveAnswer: rows => rows.stillAliveAnswers,
    Inspection: rows => rows.inspections,
  },
  fields: {
    Query: { replications: rootPage('Replication', replicationList), replicationPlans: rootPage('ReplicationPlan', planList) },
    Replication: {
      id: idOf,
      history: historyOf('Replication'),
      ...columns({ kept: 'kept', changed: 'changed', dropped: 'dropped', conditions: 'conditions', lessons: 'lessons' }),
      ...columns({
        originResults: 'origin_results',
        copyResults: 'copy_results',
        source: 'source',
        declared: 'declared',
        version: 'version',
      }),
      startedOn: ({ row }: Shown) => row.started_given ?? row.started_on,
      origin: originOf,
      copy: ({ row, day }: Shown, _, { rows }) => shownIn(MODEL, rows.models, row.copy_id, day),
      plan: ({ row, day }: Shown, _, { rows }) => shownIn('ReplicationPlan', rows.replicationPlans, row.plan_id, day),
    },
    ReplicationPlan: {
      id: idOf,
      history: historyOf('ReplicationPlan'),
      ...columns({ dueOn: 'due_on', basis: 'basis', version: 'version' }),
      origin: originOf,
      unit: ({ row, day }: Shown, _, world) => shownUnit(world, row.unit_id, day),
      state: (shown: Shown, _, world) => stateOf(world, shown),
      replications: nestedPage('Replication', replicationList, ({ row }: Shown, plan: Shown) => row.plan_id === plan.row.id),
    },
    StillAliveAnswer: {
      id: idOf,
      history: historyOf('StillAliveAnswer'),
      ...columns({ year: 'year', on: 'on_day', answer: 'answer', words: 'words', figureName: 'figure_name', version: 'version' }),
      figure: ({ row }: Shown) => (row.figure === null ? null : (row.figure as string).replace(/\.?0+$/, '')),
      model: modelOf,
    },
    Inspection: {
      id: idOf,
      history: historyOf('Inspection'),
      files: ({ row, day }: Shown, _, { rows }) => {
        const own = new Set(rows.inspectionFiles.filter(one => one.inspection_id === row.id).map(one => one.file_id));
        return shownAll('File', rows.files, day)
          .filter(file => own.has(file.row.id))
          .toSorted((a, b) => byBytes(a.row.id, b.row.id));
      },
      ...columns({ plannedOn: 'planned_on', heldOn: 'held_on', team: 'team', findings: 'findings', paper: 'paper', version: 'version' }),
      model: modelOf,
      unit: ({ row, day }: Shown, _, world) => shownUnit(world, row.unit_id, day),
    },
    [MODEL]: {
      copyOf: ({ row, day }: Shown, _, world) => {
        const edge = world.all.replications.find(one => one.copy_id === row.id);
        return edge ? shownIn(MODEL, world.rows.models, standsFor(world, edge.origin_id), day) : null;
      },
      copies: nestedPage(MODEL, modelList, ({ row }: Shown, original: Shown, world) =>
        world.all.replications.some(edge => edge.copy_id === row.id && comesFrom(world, edge, original.row.id)),
      ),
      replications: nestedPage('Replication', replicationList, ({ row }: Shown, original: Shown, world) =>
        comesFrom(world, row, original.row.id),
      ),
      stillAliveAnswers: partsOf(
        'StillAliveAnswer',
        ({ rows }, { row, day }) => rows.stillAliveAnswers.filter(one => one.model_id === row.id && one.on_day <= day),
        one => one.year,
      ),
      inspections: partsOf(
        'Inspection',
        ({ rows }, { row, day }) => rows.inspections.filter(one => one.model_id === row.id && (one.held_on === null || one.held_on <= day)),
        one => one.held_on ?? one.planned_on,
      ),
    },
  },
};
