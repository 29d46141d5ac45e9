import type { UnitKind } from '../../src/features/units/unit-kinds.js';
import type { TestRegistry } from '../support/test-registry.js';
import type { Scene } from './unit-rule.js';
import type { givenLists } from './unit-ways.lists.js';
import { MEANWHILE, rowId, type Attribute, type UnitState, type World } from './unit-world.js';

/** One case: a unit is brought into the wrong state. */
interface Case {
  readonly world: World;
  readonly lists: ReturnType<typeof givenLists>;
  readonly registry: TestRegistry;
  readonly wrong: UnitState;
  /** What is wrong of a unit that exists. */
  readonly attribute: Attribute;
  /** The unit; not for ways that found it. */
  readonly subject: string;
  /** The value of the attribute before. */
  readonly before: string | null;
  /** The event that took the unit out of the wrong state; only for ways that undo it. */
  readonly event: string;
  readonly confirm: boolean;
}

/** A way by which a unit’s name, kind, code or place gets into the registry. */
export interface Way {
  readonly sets: readonly Attribute[];
  readonly founds?: true;
  /** Undoes the change by which the unit came out of the wrong state, or its end. */
  readonly undoes?: 'change' | 'end';
  /** A registry is opened for each case: one case for each rule is enough, since the way is another door to the same rooms. */
  readonly opensRegistry?: true;
  suits?(scene: Scene): boolean;
  /** Another start than the right value of the attribute. */
  start?(world: World, wrong: UnitState, attribute: Attribute): Promise<string | null>;
  /** What happens to the unit before. */
  prepare?(given: Case): Promise<unknown>;
  /** @returns the codes of the problems. */
  brings(given: Case): Promise<string[]>;
}

const ALL: readonly Attribute[] = ['line', 'kind', 'name', 'code', 'parentId', 'territoryId'];
const isListed = ({ unlisted }: Scene): boolean => !unlisted;
const confirming = ({ confirm, subject }: Case): object => (confirm ? { confirmed: [subject] } : {});

/** An undo asks for no confirmation, and lists name only units with codes: such units are confirmed by an event of their own. */
const confirmingBefore = async ({ world, subject, confirm }: Case): Promise<unknown> =>
  confirm && world.apply([], MEANWHILE, { confirmed: [subject] });

const changing = (change: (given: Case) => object, ...sets: readonly Attribute[]): Way => ({
  sets,
  brings: given => given.world.tryTo(change(given), confirming(given)),
});

const founding = (more: object): Way => ({
  sets: ALL,
  founds: true,
  brings: ({ world, wrong, confirm }) =>
    world.tryTo({ establish: { ...wrong, ...more, mark: 'new' } }, confirm ? { confirmed: ['#new'] } : {}),
});

const correcting = async (given: Case): Promise<string[]> => {
  const { world, wrong, attribute, subject } = given;
  const [row] = await world.rows<{ version: number }>(`select version from unit where id = $1`, [rowId(subject)]);
  const correct = { unitId: subject, on: '2019-01-01', expectedVersion: row!.version, [attribute]: wrong[attribute] };
  return world.tryTo({ correct }, { effective: null, note: 'Gõ nhầm', ...confirming(given) });
};

const ABOVE: Partial<Record<UnitKind, UnitKind>> = { XA: 'HUYEN', HUYEN: 'TINH' };
/** A new unit in which the unit is before it is taken along into another. */
function newHolder(world: World, { kind, line }: UnitState, attribute: Attribute): Promise<string> {
  if (attribute === 'territoryId') return world.found({ parentId: world.district });
  const above = ABOVE[kind];
  if (!above) return world.found({ line, kind: 'PARTY_COMMITTEE', name: 'Đảng ủy' });
  return world.found({ kind: above, parentId: above === 'TINH' ? null : world.province });
}

/** What is under a unit that ends is taken along to its whole successor. */
const takingAlong = (change: (holder: string, place: string) => object): Way => ({
  sets: ['parentId', 'territoryId'],
  suits: ({ atTheTop }) => !atTheTop,
  start: newHolder,
  brings: given => given.world.tryTo(change(given.before!, given.wrong[given.attribute]!), confirming(given)),
});

/** What was taken along to a successor that was entered wrongly is taken along to the right one. */
const takingAlongLater: Way = {
  sets: ['parentId', 'territoryId'],
  suits: ({ atTheTop }) => !atTheTop,
  start: newHolder,
  async prepare({ world, wrong, attribute, before }) {
    const entered = await newHolder(world, wrong, attribute);
    await world.apply([{ succeed: { unitId: before!, successors: [{ unitId: entered, whole: true }] } }], MEANWHILE);
  },
  async brings(given) {
    const { world, wrong, attribute, before } = given;
    const [row] = await world.rows<{ version: number }>(`select version from unit where id = $1`, [rowId(before!)]);
    const successors = [{ unitId: wrong[attribute], whole: true }];
    const correctSuccession = { unitId: before!, on: MEANWHILE, successors, expectedVersion: row!.version };
    return world.tryTo({ correctSuccession }, { effective: null, note: 'Ghi nhầm', ...confirming(given) });
  },
};

/** The change of an event that sets the attribute of a unit. */
export function setting(unitId: string, attribute: Attribute, value: unknown): object {
  if (attribute === 'name') return { rename: { unitId, name: value } };
  if (attribute === 'kind') return { changeKind: { unitId, kind: value } };
  if (attribute === 'code') return { recode: { unitId, code: value } };
  return { move: { unitId, [attribute]: value } };
}

const byCommand = (name: string): Way => ({
  sets: ALL,
  founds: true,
  opensRegistry: true,
  suits: isListed,
  brings: given => given.lists.byCommand(name, given),
});

const UNDO = `mutation ($input: UndoUnitEventInput!) { undoUnitEvent(input: $input) { userErrors { code } } }`;

const undoing = (undoes: 'change' | 'end', suits: (scene: Scene) => boolean): Way => ({
  sets: ['name', 'kind', 'code', 'parentId', 'territoryId'],
  undoes,
  suits,
  prepare: confirmingBefore,
  async brings({ registry, event }) {
    const { undoUnitEvent } = await registry.as.administrator.get(UNDO, { input: { id: event, expectedVersion: 1, reason: 'Thử' } });
    return undoUnitEvent.userErrors.map(({ code }: { code: string }) => code);
  },
});

/** Every way, by the change, the root field or the command; in brackets which, where it has several. */
export const WAYS: Readonly<Record<string, Way>> = {
  establish: founding({}),
  'establish (it has ended)': founding({ validFrom: '2000-01-01', validTo: '2015-12-31' }),
  rename: changing(({ subject, wrong }) => setting(subject, 'name', wrong.name), 'name'),
  changeKind: changing(({ subject, wrong }) => setting(subject, 'kind', wrong.kind), 'kind'),
  recode: changing(({ subject, wrong }) => setting(subject, 'code', wrong.code), 'code'),
  move: changing(({ subject, attribute, wrong }) => setting(subject, attribute, wrong[attribute]), 'parentId', 'territoryId'),
  correct: { sets: ['name', 'kind', 'code'], brings: correcting },
  'correct (it has ended)': {
    sets: ['name', 'kind', 'code'],
    prepare: ({ world, subject }) => world.end(subject),
    brings: correcting,
  },
  merge: takingAlong((unitId, intoId) => ({ merge: { unitIds: [unitId], intoId } })),
  succeed: takingAlong((unitId, place) => ({ succeed: { unitId, successors: [{ unitId: place, whole: true }] } })),
  correctSuccession: takingAlongLater,
  undoUnitEvent: undoing('change', ({ hasHistory }) => hasHistory === true),
  // Nothing gets under a unit that has ended.
  'undoUnitEvent (it is in force again)': undoing('end', ({ hasHistory, ofExisting }) => hasHistory === true && !ofExisting),
  importUnitList: { sets: ALL, founds: true, suits: isListed, brings: given => given.lists.byApi('importUnitList', given) },
  'importUnitList (a place becomes known)': {
    sets: ['parentId'],
    suits: isListed,
    start: () => Promise.resolve(null),
    brings: given => given.lists.byApi('importUnitList', given),
  },
  reorganiseUnitsByLists: { sets: ALL, founds: true, suits: isListed, brings: given => given.lists.byApi('reorganiseUnitsByLists', given) },
  'reorganiseUnitsByLists (a unit moves)': {
    sets: ['parentId'],
    suits: isListed,
    brings: given => given.lists.byApi('reorganiseUnitsByLists', given),
  },
  'reorganiseUnitsByLists (bodies are taken along)': {
    sets: ['territoryId'],
    suits: ({ inCommune }) => inCommune === true,
    start: newHolder,
    prepare: confirmingBefore,
    brings: ({ world, lists, before, wrong }) =>
      lists.byApi('reorganiseUnitsByLists', { world, confirm: false, passing: { from: before!, to: wrong.territoryId! } }),
  },
  'units import': byCommand('units import'),
  'units reorganise': byCommand('units reorganise'),
};
