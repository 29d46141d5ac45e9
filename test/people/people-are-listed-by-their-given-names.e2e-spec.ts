import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
const units = givenUnits(() => registry);
/** Family name, middle name and given name, as they are called by the last. */
const NAMES = ['Trần Văn Ước', 'Lê An', 'Nguyễn Thị Bình', 'Phạm Ánh', 'Đỗ Bình', 'Võ Ân'];
const BY_GIVEN_NAME = ['Lê An', 'Phạm Ánh', 'Võ Ân', 'Đỗ Bình', 'Nguyễn Thị Bình', 'Trần Văn Ước'];

beforeAll(async () => {
  registry = await openTestRegistry();
  const unitId = await units.establish({ name: 'Xã A', kind: 'XA' });
  for (const [i, name] of NAMES.entries()) {
    await registry.as.boardStaff.get(`mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { userErrors { code } } }`, {
      input: { unitId, name },
    });
    await registry.as.administrator.get(`mutation ($input: CreateAccountInput!) { createAccount(input: $input) { userErrors { code } } }`, {
      input: { name: `can-bo-${i}`, displayName: name },
    });
  }
});
afterAll(() => registry.close());

it('in the directory, page by page', async () => {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const { people }: any = await registry.as.boardStaff.get(
      'query ($after: String) { people(first: 2, after: $after, orderBy: NAME) { nodes { name } pageInfo { endCursor hasNextPage } } }',
      { after },
    );
    found.push(...people.nodes.map(({ name }: { name: string }) => name));
    after = people.pageInfo.endCursor;
    if (!people.pageInfo.hasNextPage) break;
  }
  expect(found).toEqual(BY_GIVEN_NAME);
});

it('and in the list of accounts', async () => {
  const { accounts } = await registry.as.administrator.get('{ accounts(first: 100, orderBy: DISPLAY_NAME) { nodes { displayName } } }');
  const shown: string[] = accounts.nodes.map(({ displayName }: { displayName: string }) => displayName);
  expect(shown.filter(name => NAMES.includes(name))).toEqual(BY_GIVEN_NAME);
});
