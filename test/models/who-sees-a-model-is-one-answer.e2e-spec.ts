import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registryViews } from '../../src/app/views.js';
import type { Role } from '../../src/platform/access/actor.js';
import { sql } from '../../src/platform/database/sql.js';
import type { Views } from '../../src/platform/views/view.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

type ViewExtension = Views['extensions'][number];

/** A path as an upper chapter adds one (councils will): here, that the unit of a theme model sees the models under it. */
const themeSeesItsModels: ViewExtension = {
  type: 'EmulationModel',
  paths: (row, comparison) => [
    sql`exists (select from emulation_model theme where theme.id = ${row}.parent_id and theme.unit_id ${comparison})`,
  ],
};

let registry: TestRegistry;
let home: string;
let child: string;
let person: string;
let themeUnit: Asker;
let stranger: Asker;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const at = (role: Role, unit: string): Promise<Asker> => askerWith(registry, role, { role, unitId: fromGlobalId(unit)!.id });

beforeAll(async () => {
  (registryViews.extensions as ViewExtension[]).push(themeSeesItsModels);
  registry = await openTestRegistry();
  const province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  home = await units.establish({ name: 'Xã A', parentId: province });
  const other = await units.establish({ name: 'Xã B', parentId: province });
  const third = await units.establish({ name: 'Xã C', parentId: province });
  const given = `mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { person { id } userErrors { code } } }`;
  person = (await registry.as.everyRole.get(given, { input: { name: 'Nguyễn Thị Lan' } })).recordPerson.person.id;
  const theme = await models.draft(home, { title: 'Dòng sông sạch' });
  child = await models.draft(other, { title: 'Tổ tự quản bến nước', parentId: theme, subjectKind: 'INDIVIDUAL', personId: person });
  themeUnit = await at('unitOfficer', home);
  stranger = await at('unitOfficer', third);
});
afterAll(async () => {
  (registryViews.extensions as ViewExtension[]).pop();
  await registry.close();
});

/** Whether the child is among what each way of asking answers. */
const WAYS: readonly (readonly [way: string, sees: (asker: Asker) => Promise<boolean>])[] = [
  ['the list', async asker => (await idsIn(asker, `models { nodes { id } }`, ({ models: { nodes } }) => nodes)).includes(child)],
  ['the detail', async asker => (await asker.get(`query ($id: ID!) { model(id: $id) { id } }`, { id: child })).model !== null],
  ['node', async asker => (await asker.get(`query ($id: ID!) { node(id: $id) { id } }`, { id: child })).node !== null],
  [
    'search',
    async asker =>
      (await idsIn(asker, `search(filter: { text: "bến nước" }) { nodes { ... on Node { id } } }`, data => data.search.nodes)).includes(
        child,
      ),
  ],
  [
    'search by a slip of the finger',
    async asker =>
      (await idsIn(asker, `search(filter: { text: "ben nuocs" }) { nodes { ... on Node { id } } }`, data => data.search.nodes)).includes(
        child,
      ),
  ],
  [
    'likely duplicates',
    async asker => {
      const query = `query ($input: LikelyDuplicatesInput!) { likelyDuplicates(input: $input) { model { id } } }`;
      const { likelyDuplicates } = await asker.get(query, { input: { title: 'Tổ tự quản bến nước', unitId: home } });
      return likelyDuplicates.some(({ model }: { model: { id: string } }) => model.id === child);
    },
  ],
  [
    'a command, which answers that it is out of reach and not that there is none',
    async asker => {
      const query = `mutation ($input: EditModelInput!) { editModel(input: $input) { userErrors { code } } }`;
      const { errors } = await asker.ask(query, { input: { id: child, expectedVersion: 1, title: 'Khác' } });
      const code: string = errors![0]!.extensions.code;
      expect(['OUT_OF_REACH', 'MODEL_NOT_FOUND', 'NOT_FOUND']).toContain(code);
      return code === 'OUT_OF_REACH';
    },
  ],
  [
    'the list of people, by the person whose model it is',
    async asker => (await idsIn(asker, `people { nodes { id } }`, data => data.people.nodes)).includes(person),
  ],
];

async function idsIn(asker: Asker, fields: string, nodesOf: (data: any) => { id: string }[]): Promise<string[]> {
  return nodesOf(await asker.get(`{ ${fields} }`)).map(({ id }) => id);
}

describe('a path that an upper chapter adds to models', () => {
  it.each(WAYS)('is followed by %s', async (_, sees) => {
    expect({ byPath: await sees(themeUnit), byNone: await sees(stranger) }).toEqual({ byPath: true, byNone: false });
  });
});
