import { afterAll, beforeAll, expect } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenModels, type GivenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

export type Input = Record<string, unknown>;

export interface GivenRegistrations {
  registry: TestRegistry;
  commune: string;
  communeBoard: string;
  provinceBoard: string;
  readonly models: GivenModels;
  /** Sends a command on a model with its present version. */
  run(name: string, type: string, id: string, input?: Input): Promise<any>;
  /** The same, which has to succeed. */
  done(name: string, type: string, id: string, input?: Input): Promise<void>;
  /** The model with its registrations, on a day. */
  show(id: string, asOf?: string): Promise<any>;
  /** Takes a draft to recognition at the commune, or, passed on, at the province. @returns the errors of the last step. */
  recognise(id: string, level: 'COMMUNE' | 'PROVINCE'): Promise<any>;
  /** What the doctor finds wrong about models; what is to be compared with papers is not. */
  examine(): Promise<unknown[]>;
}

export const codes = (answer: { userErrors: { code: string }[] }): string[] => answer.userErrors.map(({ code }) => code);

/** On 1/3/2026: a commune whose board recognises at its level, and a board of the province above it that does so at its own. */
export function givenRegistrations(): GivenRegistrations {
  const units = givenUnits(() => given.registry);
  const models = givenModels(() => given.registry);
  const given = {
    models,
    async run(name, type, id, input = {}) {
      const { model } = await given.registry.as.reader.get('query ($id: ID!) { model(id: $id) { version } }', { id });
      const { [name]: answer } = await given.registry.as.everyRole.get<Record<string, any>>(
        `mutation ($input: ${type}!) { ${name}(input: $input) { model { id version } userErrors { code field message } } }`,
        { input: { id, expectedVersion: model.version, ...input } },
      );
      return answer;
    },
    done: async (...command) => expect(codes(await given.run(...command))).toEqual([]),
    async show(id, asOf) {
      const { model } = await given.registry.as.reader.get(
        `query ($id: ID!, $asOf: LocalDate) { model(id: $id, asOf: $asOf) { title state attestedOn holder { name } round { id } form { aims approach }
          recognitions { level on decision { number } approved { title form { aims } } deviationReason source }
          registrations { id state openedOn latest source holder { name } form { aims approach } submitted { title form { aims } }
            recognition { level on } steps { action on } } } }`,
        { id, asOf },
      );
      return model;
    },
    async recognise(id, level) {
      const path = level === 'COMMUNE' ? [] : ['agreeModels', 'receiveModels'];
      for (const step of ['submitModels', 'receiveModels', ...path, 'openAppraisalOfModels']) {
        expect((await models.step(step, id))[0]!.userErrors).toEqual([]);
      }
      const decisionId = await models.decision(level === 'COMMUNE' ? given.communeBoard : given.provinceBoard);
      return (await models.step('recogniseModels', id, { decisionId, level }))[0]!.userErrors;
    },
    async examine() {
      const findings = await given.registry.registry.app.get(Doctor).examine();
      return findings.filter(({ check, toCompare }) => check.startsWith('models.') && !toCompare);
    },
  } as GivenRegistrations;

  beforeAll(async () => {
    given.registry = await openTestRegistry();
    given.registry.setClock('2026-03-01T00:00:00Z');
    const province = await units.establish({ name: 'Tỉnh A', kind: 'TINH', code: '01' });
    given.commune = await units.establish({ name: 'Xã A', code: '00001', parentId: province });
    const office = { kind: 'PARTY_BOARD', line: 'PARTY' };
    given.communeBoard = await units.establish({ name: 'Ban xã', ...office, territoryId: given.commune });
    given.provinceBoard = await units.establish({ name: 'Ban tỉnh', ...office, territoryId: province });
    const { communeBoard, provinceBoard } = given;
    await models.authority(given.commune, communeBoard, { recogniserId: communeBoard });
    await models.authority(communeBoard, provinceBoard, { line: 'PARTY', level: 'PROVINCE', recogniserId: provinceBoard });
  });
  afterAll(() => given.registry.close());
  return given;
}
