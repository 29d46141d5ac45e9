import { expect } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import type { GivenModels } from '../support/given-models.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits, type UnitEventResult } from '../support/given-units.js';
import type { TestRegistry } from '../support/test-registry.js';

/** The day on which the communes of these tests pass to others. */
export const DAY = '2025-07-01';

export interface GivenSuccessions {
  readonly units: ReturnType<typeof givenUnits>;
  readonly models: GivenModels;
  /** “Xã A, Xã B (part)”: what a unit passed to, as the API shows it. */
  heirsOf(unitId: string): Promise<string[]>;
  /** The names of the units whose models a unit has today. */
  modelsAt(unitId: string): Promise<string[]>;
  /** An event on `DAY`. @returns its id. */
  happens(...changes: object[]): Promise<string>;
  /** Corrects what the unit passed to: ids, each with whether it takes the whole. */
  correct(unitId: string, successors: readonly (readonly [id: string, whole: boolean])[], more?: object): Promise<UnitEventResult>;
  preview(input: object): Promise<{ effects: object[]; problems: { code: string; message: string }[]; dependents: object[] }>;
  undo(eventId: string): Promise<string[]>;
  /** Fails where an invariant does not hold. */
  isSound(): Promise<void>;
}

const PREVIEW = `query ($input: UnitEventInput!) { previewUnitEvent(input: $input) {
  effects { kind unit before after } problems { code message } dependents { label count } } }`;
const UNDO = `mutation ($input: UndoUnitEventInput!) { undoUnitEvent(input: $input) { userErrors { code } } }`;

/** What tests about wrong successions share. */
export function givenSuccessions(registry: () => TestRegistry): GivenSuccessions {
  const [units, models] = [givenUnits(registry), givenModels(registry)];
  const ask = async (query: string, variables: Record<string, unknown>): Promise<any> => registry().as.reader.get(query, variables);
  const unit = async (id: string, fields: string): Promise<any> =>
    (await ask(`query ($id: ID!) { unit(id: $id) { ${fields} } }`, { id })).unit;
  return {
    units,
    models,
    async heirsOf(id) {
      const { successors } = await unit(id, 'successors { whole unit { fullName } }');
      return successors.map((row: any) => `${row.unit.fullName}${row.whole ? '' : ' (part)'}`).toSorted();
    },
    async modelsAt(unitId) {
      const { models: found } = await ask(
        `query ($id: ID!) { models(filter: { unitId: $id }, first: 100) { nodes { unit { fullName } } } }`,
        {
          id: unitId,
        },
      );
      return found.nodes.map((node: any) => node.unit.fullName).toSorted();
    },
    async happens(...changes) {
      const { unitEvent, userErrors } = await units.apply({ effective: DAY, changes, act: { number: '1659/NQ-UBTVQH15' } });
      expect(userErrors).toEqual([]);
      return unitEvent!.id;
    },
    async correct(unitId, successors, more = {}) {
      const { version } = await unit(unitId, 'version');
      const change = { unitId, on: DAY, expectedVersion: version, successors: successors.map(([id, whole]) => ({ unitId: id, whole })) };
      return units.apply({ note: 'Ghi nhầm đơn vị kế thừa', changes: [{ correctSuccession: change }], ...more });
    },
    preview: async input => (await registry().as.administrator.get(PREVIEW, { input })).previewUnitEvent,
    async undo(id) {
      const { undoUnitEvent } = await registry().as.administrator.get(UNDO, { input: { id, expectedVersion: 1, reason: 'Thử' } });
      return undoUnitEvent.userErrors.map(({ code }: { code: string }) => code);
    },
    isSound: async () => expect(await registry().registry.app.get(Doctor).examine()).toEqual([]),
  };
}
