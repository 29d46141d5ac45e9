import { Database } from '../../src/platform/database/database.js';
import type { UnitKind, UnitLine } from '../../src/features/units/unit-kinds.js';
import { fromGlobalId, toGlobalId, type Id } from '../../src/shared/ids.js';
import { givenUnits } from '../support/given-units.js';
import type { TestRegistry } from '../support/test-registry.js';

/** A unit as a command describes it, with ids as clients know them. */
export interface UnitState {
  readonly line: UnitLine;
  readonly kind: UnitKind;
  readonly name: string;
  readonly code: string;
  readonly parentId: string | null;
  readonly territoryId: string | null;
}
export type Attribute = keyof UnitState;

/** The day since when the units of a world stand, the day of what makes a state wrong, and the day of the way that is tried. */
const SINCE = '2000-01-01';
export const MEANWHILE = '2010-01-01';
export const DAY = '2020-01-01';

/** A province with a district and a commune of its own, in which one case is tried; no other case has units there. */
export interface World {
  readonly province: string;
  readonly district: string;
  readonly commune: string;
  /** A code that no other unit has. */
  freshCode(): string;
  /** An event without problems. @returns its id. */
  apply(changes: readonly object[], effective?: string | null, more?: object): Promise<string>;
  /** The codes of the problems of an event. */
  tryTo(change: object, more?: object): Promise<string[]>;
  found(state: Partial<UnitState>, effective?: string): Promise<string>;
  /** Ends the unit and all units under it on the day. */
  end(unitId: string): Promise<void>;
  rows<Row extends object>(statement: string, values: readonly unknown[]): Promise<Row[]>;
}

export const rowId = (globalId: string): Id => fromGlobalId(globalId)!.id;

let number = 0;

export async function newWorld(registry: TestRegistry): Promise<World> {
  const given = givenUnits(() => registry);
  const { rows } = registry.registry.app.get(Database);
  const freshCode = (): string => `T${++number}`;
  const idOfCode = async (code: string): Promise<string> =>
    toGlobalId('Unit', (await rows<{ id: Id }>(`select distinct unit_id as id from unit_span where code = $1`, [code]))[0]!.id);
  const apply: World['apply'] = async (changes, effective = SINCE, more = {}) => {
    const { unitEvent, userErrors } = await given.apply({ effective, changes, ...more });
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
    return unitEvent!.id;
  };
  const found: World['found'] = async (state, effective = SINCE) => {
    const code = state.code ?? freshCode();
    await apply([{ establish: { line: 'TERRITORY', kind: 'XA', name: `Nơi ${code}`, ...state, code } }], effective);
    return idOfCode(code);
  };
  const codes = [freshCode(), freshCode(), freshCode()] as const;
  const place = { line: 'TERRITORY', name: `Nơi ${codes[0]}` };
  await apply([
    { establish: { ...place, kind: 'TINH', code: codes[0], mark: 'province' } },
    { establish: { ...place, kind: 'HUYEN', code: codes[1], parentId: '#province', mark: 'district' } },
    { establish: { ...place, kind: 'XA', code: codes[2], parentId: '#district' } },
  ]);
  const [province, district, commune] = [await idOfCode(codes[0]), await idOfCode(codes[1]), await idOfCode(codes[2])];
  return {
    province,
    district,
    commune,
    freshCode,
    apply,
    found,
    rows,
    tryTo: async (change, more = {}) =>
      (await given.apply({ effective: DAY, changes: [change], ...more })).userErrors.map(({ code }) => code),
    async end(unitId) {
      const under = await rows<{ id: Id }>(`select distinct unit_id as id from unit_span where parent_id = $1`, [rowId(unitId)]);
      const ending = [...under.map(({ id }) => toGlobalId('Unit', id)), unitId];
      await apply(
        ending.map(id => ({ dissolve: { unitId: id } })),
        DAY,
      );
    },
  };
}
