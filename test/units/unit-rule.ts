import type { Attribute, UnitState, World } from './unit-world.js';

interface Staged {
  /** The state of the unit that breaks the rule. */
  readonly wrong: UnitState;
  /** For each attribute of the scene, another value with which the rule holds. */
  readonly right: Partial<UnitState>;
  /** What makes the state wrong; until then it is right. Absent: the state is wrong by itself. */
  happen?(subject: string | undefined): Promise<unknown>;
}

/** One way in which the rule is broken. */
export interface Scene {
  readonly name: string;
  /** By a change of each of these the unit comes into the wrong state. */
  readonly attributes: readonly Attribute[];
  /** Whether the state exists only for a unit that others depend on, so that no unit is founded in it. */
  readonly ofExisting?: true;
  /** Whether it is right until something else happens. */
  readonly hasHistory?: true;
  /** Whether the unit cannot have been under another one before. */
  readonly atTheTop?: true;
  /** Whether a body is in the territory of a commune that lists have. */
  readonly inCommune?: true;
  /** Whether no official list can describe the state, because it concerns organisations or places that lists do not have. */
  readonly unlisted?: true;
  stage(world: World): Promise<Staged> | Staged;
}

export interface Rule {
  /** The doctor’s check of what stands against the rule. */
  readonly check: string;
  /** What events, lists and the rules of inputs answer. */
  readonly answers: readonly string[];
  /** Whether the registry asks, and a person may confirm. */
  readonly confirmable?: true;
  readonly scenes: readonly Scene[];
  /** Ways by which no unit comes into a wrong state, though they set what the rule is about, each with the reason. */
  readonly never: Readonly<Record<string, string>>;
}

/** A commune in the district of the world. */
export const commune = (world: World, state: Partial<UnitState> = {}): UnitState => ({
  line: 'TERRITORY',
  kind: 'XA',
  name: 'Bình An',
  code: world.freshCode(),
  parentId: world.district,
  territoryId: null,
  ...state,
});
/** A party cell in the commune of the world. */
export const partyCell = (world: World, state: Partial<UnitState> = {}): UnitState =>
  commune(world, { line: 'PARTY', kind: 'PARTY_CELL', name: 'Chi bộ Bình An', parentId: null, territoryId: world.commune, ...state });
