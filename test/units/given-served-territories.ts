import type { Asker, TestRegistry } from '../support/test-registry.js';

export interface ServedAnswer {
  readonly unit: { readonly servedTerritories: readonly Served[] } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[]; readonly message: string }[];
}

export interface Served {
  readonly id: string;
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly territory: { readonly id: string; readonly name: string };
}

const SHOWN = 'unit { servedTerritories { id version validFrom validTo territory { id name } } } userErrors { code field message }';

/** Says for which territories organisations work, by the ordinary mutations. @param by default: an administrator of the whole registry */
export function givenServedTerritories(registry: () => TestRegistry) {
  const run = async (name: string, input: object, by: Asker = registry().as.administrator): Promise<ServedAnswer> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return (await by.get(`mutation ($input: ${type}!) { ${name}(input: $input) { ${SHOWN} } }`, { input }))[name];
  };
  const record = (input: object, by?: Asker): Promise<ServedAnswer> =>
    run('recordServedTerritory', { validFrom: '2000-01-01', basis: 'Quy chế làm việc', ...input }, by);
  return {
    run,
    record,
    /** @returns the assignment, of which the last one of the body is the new one */
    async serves(bodyId: string, territoryId: string, more: object = {}): Promise<Served> {
      const { unit, userErrors } = await record({ bodyId, territoryId, ...more });
      if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
      return unit!.servedTerritories.findLast(({ territory }) => territory.id === territoryId)!;
    },
    end: ({ id, version }: Served, validTo: string): Promise<ServedAnswer> =>
      run('endServedTerritory', { id, expectedVersion: version, validTo, reason: 'Thay đổi phân công' }),
    remove: ({ id, version }: Served): Promise<ServedAnswer> =>
      run('removeServedTerritory', { id, expectedVersion: version, reason: 'Ghi nhầm' }),
  };
}
