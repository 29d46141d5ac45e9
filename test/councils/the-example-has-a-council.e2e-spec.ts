import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ example: 'illustrated' })));
afterAll(() => registry.close());

it('a fresh start shows the council of an invented unit: members by their role, two rules, a session that explains itself', async () => {
  const { councils } = await registry.as.reader.get(`{ councils(filter: { text: "minh hoa" }, first: 2) { nodes {
    name unit { name } members { role person { name unit { name } } } rules { sessionKind basis }
    sessions(first: 2, filter: { kind: [AWARDS] }) { nodes { heldOn quorum { met explanation } questions { adopted explanation opinions { member { role } words } } } } } } }`);
  expect(councils.nodes).toHaveLength(1);
  const [council] = councils.nodes;
  expect(council).toMatchObject({ unit: { name: 'Minh Họa' }, members: { length: 7 }, rules: { length: 2 } });
  for (const { person } of council.members)
    expect(person).toEqual({ name: expect.stringContaining('(minh họa)'), unit: { name: 'Minh Họa' } });
  const [session] = council.sessions.nodes;
  expect(session.quorum).toEqual({ met: true, explanation: expect.stringContaining('cần ít nhất 2/3, tức 5: đủ điều kiện họp') });
  expect(session.questions).toMatchObject([
    { adopted: true, opinions: [] },
    { adopted: false, explanation: expect.stringContaining('5 trên 7'), opinions: [{ words: 'Hồ sơ chưa đủ minh chứng (minh họa)' }] },
  ]);
});

it('the doctor finds nothing in it', async () => {
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});
