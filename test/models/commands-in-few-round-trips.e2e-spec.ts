import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { LikelyDuplicates } from '../../src/platform/views/likely-duplicates.js';
import { givenModels } from '../support/given-models.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let unit: string;
const given = givenModels(() => registry);
beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  const { units } = await registry.as.reader.get(`{ units(first: 100) { nodes { id parent { id } } } }`);
  const commune = units.nodes.find(({ parent }: any) => parent);
  unit = commune.id;
  await given.authority(unit, commune.parent.id, { validFrom: '2025-07-01' });
});
afterAll(() => registry.close());

/** What one command sent on its connection, from its begin to its commit. */
interface Sent {
  readonly texts: string[];
  /** Statements that were sent while none was under way. */
  roundTrips: number;
}

/** The statements of the command that `work` runs: those on the connection that wrote the entry of the trail. */
async function sentBy(work: () => Promise<unknown>): Promise<Sent> {
  const connections = new Map<pg.Client, Sent & { underWay: number }>();
  const all: Sent[] = [];
  const { query } = pg.Client.prototype;
  const watched = function (this: pg.Client, ...args: any[]): unknown {
    const text = typeof args[0] === 'string' ? args[0] : args[0].text;
    // After its commit the connection is that of another, such as the job that seals the trail.
    const before = connections.get(this);
    const known = text.startsWith('begin') || before?.texts.at(-1) === 'commit' ? undefined : before;
    const sent = known ?? { texts: [], roundTrips: 0, underWay: 0 };
    if (!known) all.push(sent);
    connections.set(this, sent);
    sent.texts.push(text);
    if (sent.underWay++ === 0) sent.roundTrips++;
    const answer = (query as any).apply(this, args);
    void Promise.resolve(answer)
      .catch(() => undefined)
      .then(() => sent.underWay--);
    return answer;
  };
  pg.Client.prototype.query = watched as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return all.find(({ texts }) => texts.some(text => text.includes('insert into audit_entry')))!;
}

const enter = (title: string, more = ''): Promise<unknown> =>
  registry.as.boardStaff.get(
    `mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id } userErrors { code } ${more} } }`,
    {
      input: { unitId: unit, subjectKind: 'COLLECTIVE', attestedOn: '2025-08-01', source: 'Báo cáo', title, idempotencyKey: title },
    },
  );

const submit = (id: string): Promise<unknown> => given.step('submitModels', id, { idempotencyKey: id });

it.each([
  ['entering a model from a paper', 5, 3, async () => () => enter('Mô hình A')],
  ['a draft', 6, 3, async () => () => given.draft(unit, { idempotencyKey: 'x' })],
  ['submitting a draft', 10, 3, async () => submit.bind(undefined, await given.draft(unit))],
  [
    'receiving what was submitted',
    8,
    3,
    async () => {
      const id = await given.draft(unit);
      await submit(id);
      return () => given.step('receiveModels', id, { idempotencyKey: `${id} received` });
    },
  ],
] as const)('%s: %i statements in %i round trips at most', async (_, statements, roundTrips, prepare) => {
  const sent = await sentBy(await prepare());
  expect([sent.texts[0], sent.texts.at(-1)]).toEqual([expect.stringMatching(/^begin;/), 'commit']);
  expect(sent.texts.length).toBeLessThanOrEqual(statements);
  expect(sent.roundTrips).toBeLessThanOrEqual(roundTrips);
});

it('what may be the same thing is looked for where the client selects the warnings, once', async () => {
  const looked = jest.spyOn(registry.registry.app.get(LikelyDuplicates), 'warningsAbout');
  await enter('Mô hình B');
  expect(looked).not.toHaveBeenCalled();
  await enter('Mô hình C', 'warnings { code } again: warnings { message }');
  expect(looked).toHaveBeenCalledTimes(1);
  looked.mockRestore();
});
