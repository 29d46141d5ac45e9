import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type Answer, type TestRegistry } from '../support/test-registry.js';

const LIMIT = 1_000;
const PAGE = '{ units(first: 100) { nodes { name } } }';

let first: TestRegistry;
let second: TestRegistry;
beforeAll(async () => {
  const api = { pointsPerMinute: LIMIT };
  first = await openTestRegistry({ api });
  second = await openTestRegistry({ api, beside: first.database });
});
afterAll(async () => {
  await second.close();
  await first.close();
});
beforeEach(() => first.registry.source.query('truncate rate_limit'));

const balanceOf = (answer: Answer): any => (answer as any).extensions.rateLimit;

/** A new client, so that each test begins with the full limit. */
const newcomer = (registry: TestRegistry): ReturnType<TestRegistry['newcomer']> => registry.newcomer();

describe('points', () => {
  it('are the rows that a query can return at most, and each answer shows how many points are left', async () => {
    const client = await newcomer(first);
    expect(balanceOf(await client.ask(PAGE))).toEqual({ limit: LIMIT, remaining: LIMIT - 100, resetSeconds: 60 });
    expect(balanceOf(await client.ask('{ me { name } }'))).toMatchObject({ remaining: LIMIT - 101 });
    expect(balanceOf(await client.ask('mutation { addTheme(input: { name: "Điểm" }) { theme { id } } }'))).toMatchObject({
      remaining: LIMIT - 111,
    });
  });

  it('are charged for refusals by the gate, the validation or the parser, too: ten each', async () => {
    const client = await newcomer(first);
    const refused = [
      '{ units(first: 999) { totalCount } }',
      '{ nothing }',
      '{ units {',
      `{ ${'me { name } '.repeat(20)} ...a } fragment a on Query { me { name } }`,
    ];
    for (const [i, query] of refused.entries()) {
      const answer = await client.ask(query);
      expect([answer.status, balanceOf(answer).remaining]).toEqual([400, LIMIT - 10 * (i + 1)]);
    }
  });

  it('run out: a request for more than is left is refused with the time to wait, and a smaller one is still answered', async () => {
    const client = await newcomer(first);
    for (let i = 0; i < 9; i++) expect((await client.ask(PAGE)).status).toBe(200);
    await client.ask('{ units(first: 50) { totalCount } }');
    const { status, errors, data, headers } = await client.ask(PAGE);
    expect([status, data, errors![0]!.extensions.code]).toEqual([429, undefined, 'RATE_LIMITED']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(errors![0]!.message).toMatch(/1\.000 điểm/);
    expect((await client.ask('{ units(first: 10) { nodes { name } } }')).status).toBe(200);
  });

  it('are one account for all processes: together they give no more than the limit', async () => {
    const client = await newcomer(first);
    const elsewhere = await second.newcomer(client.token);
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? client : elsewhere).ask(PAGE)));
    const given = answers.filter(({ status }) => status === 200).length;
    expect(given).toBeLessThanOrEqual(10);
    // The rest of a block may be in one process while the other gets the request.
    expect(given).toBeGreaterThanOrEqual(9);
  });

  it('of one caller are not those of another', async () => {
    const [spender, other] = [await newcomer(first), await newcomer(first)];
    await Promise.all(Array.from({ length: 12 }, () => spender.ask(PAGE)));
    expect((await spender.ask(PAGE)).status).toBe(429);
    expect((await other.ask(PAGE)).status).toBe(200);
  });

  it('are given again after a clock that was ahead was set right, in every process', async () => {
    const client = await newcomer(first);
    const ahead = Date.now() + 40 * 86_400_000;
    await client.ask(PAGE);
    await first.registry.source.query('update rate_limit set points = 5000, expire = $1', [ahead]);
    const elsewhere = await second.newcomer(client.token);
    expect((await elsewhere.ask(PAGE)).status).toBe(200);
    const [row] = (await first.registry.source.query('select expire::text from rate_limit')) as [{ expire: string }];
    expect(Number(row.expire)).toBeLessThan(Date.now() + 61_000);
  });

  it('of anonymous requests are counted without the database', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => first.as.nobody.ask('{ me { name } }')));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await first.registry.source.query('select key from rate_limit')).toEqual([]);
  });

  it('cost one statement in a fiftieth of the limit', async () => {
    const client = await newcomer(first);
    for (let i = 0; i < 100; i++) await client.ask('{ me { name } }');
    const [row] = (await first.registry.source.query('select points from rate_limit')) as [{ points: number }];
    expect(row.points).toBeLessThanOrEqual(100 + 2 * (LIMIT / 50));
  });

  it('are charged to the address for refusals before the caller is identified', async () => {
    const client = await first.newcomer();
    const deep = `{ units { nodes { ${'parent { '.repeat(40)} name ${'} '.repeat(40)} } } }`;
    const spent = LIMIT / 10;
    const answers = [];
    for (let i = 0; i < spent + 1; i++) answers.push(await client.ask(deep));
    expect(answers.slice(0, 3).map(({ status }) => status)).toEqual([400, 400, 400]);
    const { status, errors, headers } = answers.at(-1)!;
    expect([status, errors![0]!.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await client.ask('{ me { name } }')).status).toBe(200);
    expect((await first.as.nobody.ask('{ me { name } }')).status).toBe(429);
  });
});
