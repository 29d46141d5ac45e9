import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { connect } from '../support/test-server.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

const ADD = 'mutation { addTheme(input: { name: "Xây dựng nông thôn mới" }) { theme { id } userErrors { code } } }';

it('of an object with more than 500 changes, its history shows the latest', async () => {
  const { id } = (await registry.as.administrator.get(ADD)).addTheme.theme;
  const client = await connect(registry.database.where);
  const { rows } = await client.query<{ last: string }>(
    `with more as (
       insert into audit_entry select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'at', e.at + i * interval '1 minute', 'reason', i))).*
         from audit_entry e cross join generate_series(1, 600) i where e.object_id = $1 returning reason)
     select count(*)::text as last from more`,
    [fromGlobalId(id)!.id],
  );
  await client.end();
  expect(rows).toEqual([{ last: '600' }]);
  const { node } = await registry.as.reader.get('query ($id: ID!) { node(id: $id) { ... on Theme { history { reason } } } }', { id });
  expect(node.history.map(({ reason }: { reason: string }) => Number(reason))).toEqual(Array.from({ length: 500 }, (_, i) => 600 - i));
});
