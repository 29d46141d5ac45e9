import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DecisionsReader } from '../../src/features/decisions/decisions.reader.js';
import { DecisionsService } from '../../src/features/decisions/decisions.service.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { fromGlobalId, newId } from '../../src/shared/ids.js';
import { givenUnits } from '../support/given-units.js';
import { connect } from '../support/test-server.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenDecisions, errorsOf } from './given-decisions.js';

let registry: TestRegistry;
let commune: string;
let committee: string;
beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  commune = await units.find('Hương An', '2019-01-01');
  committee = await units.find('UBND huyện Quế Sơn', '2019-01-01');
});
afterAll(() => registry.close());

const units = givenUnits(() => registry);
const given = givenDecisions(() => registry);

it('a number is kept as on the paper: leading zeros, the year inside, the Đ of a Party document', async () => {
  for (const number of ['2579/QĐ-UBND', '06/2021/QĐ-UBND', '0125/KH-UBND', '29-HD/ĐUK', '249/MTTQ-BTT']) {
    const { decision, userErrors } = await given.record({
      number: ` ${number.normalize('NFD')} `,
      issuedOn: '2021-03-01',
      issuerId: committee,
    });
    expect(userErrors).toEqual([]);
    expect(decision).toMatchObject({ number, kind: 'DECISION', issuedOn: '2021-03-01', signer: null, abstract: null, version: 1 });
  }
});

it('its issuer is shown as of the day of issue', async () => {
  const before = await given.record({ number: '1/QĐ-UBND', issuedOn: '2020-01-31', issuerId: commune });
  const after = await given.record({ number: '2/QĐ-UBND', issuedOn: '2020-02-01', issuerId: commune });
  expect([before.decision.issuer.fullName, after.decision.issuer.fullName]).toEqual(['Xã Hương An', 'Thị trấn Hương An']);
});

it('it is found by number or abstract without marks, by issuer, year and kind, and by its id', async () => {
  const input = { issuerId: commune, signer: 'Nguyễn Văn A, Chủ tịch', abstract: 'Công nhận mô hình “Dân vận khéo”' };
  const { decision } = await given.record({ ...input, number: '90/KH-UBND', kind: 'PLAN', issuedOn: '2018-05-02' });
  await given.record({ ...input, number: '100/KH-UBND', kind: 'PLAN', issuedOn: '2018-04-01' });
  await given.record({ ...input, number: '9/KH-UBND', kind: 'PLAN', issuedOn: '2017-05-02' });
  expect(await given.numbers({ text: 'dan van kheo', issuerId: commune, kind: ['PLAN'] })).toEqual([
    '90/KH-UBND',
    '100/KH-UBND',
    '9/KH-UBND',
  ]);
  expect(await given.numbers({ issuerId: commune, kind: ['PLAN'] }, 'NUMBER')).toEqual(['9/KH-UBND', '90/KH-UBND', '100/KH-UBND']);
  expect(await given.numbers({ text: '90/kh', year: 2018 })).toEqual(['90/KH-UBND']);
  expect(await given.numbers({ text: '90/kh', year: 2017 })).toEqual([]);
  const found = await registry.as.reader.get(
    'query ($id: ID!) { decision(id: $id) { signer issuer { name } } node(id: $id) { __typename id ... on Decision { abstract } } }',
    { id: decision.id },
  );
  expect(found.decision).toEqual({ signer: input.signer, issuer: { name: 'Hương An' } });
  expect(found.node).toEqual({ __typename: 'Decision', id: decision.id, abstract: input.abstract });
});

it('pages of decisions contain each once, the latest first', async () => {
  const numbers: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { decisions }: { decisions: any } = await registry.as.reader.get(
      'query ($after: String) { decisions(first: 3, after: $after) { totalCount nodes { number issuedOn } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    numbers.push(...decisions.nodes.map((node: any) => `${node.issuedOn} ${node.number}`));
    ({ hasNextPage: more, endCursor: after } = decisions.pageInfo);
  }
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.map(line => line.slice(0, 10))).toEqual(
    numbers
      .map(line => line.slice(0, 10))
      .toSorted()
      .toReversed(),
  );
});

it('a decision is corrected with a reason, and the audit trail keeps both versions', async () => {
  const { decision } = await given.record({ number: '7/QĐ-UBND', issuedOn: '2016-02-01', issuerId: commune, signer: 'A', abstract: 'B' });
  const corrected = await given.correct({
    id: decision.id,
    expectedVersion: 1,
    number: '07/QĐ-UBND',
    issuedOn: '2015-02-01',
    signer: null,
  });
  expect(corrected.decision).toMatchObject({ number: '07/QĐ-UBND', issuedOn: '2015-02-01', signer: null, abstract: 'B', version: 2 });
  expect(await given.numbers({ issuerId: commune, year: 2016 })).toEqual([]);
  const client = await connect(registry.database.where);
  const { rows } = await client.query(`select before, after, reason from audit_entry where action = 'decision.corrected'`);
  await client.end();
  expect(rows).toEqual([
    {
      before: expect.objectContaining({ number: '7/QĐ-UBND', signer: 'A' }),
      after: expect.objectContaining({ number: '07/QĐ-UBND', signer: null }),
      reason: 'Nhập nhầm',
    },
  ]);
});

it('repeating it with the same key records nothing twice, and a key belongs to one content', async () => {
  const input = { number: '8/QĐ-UBND', issuedOn: '2016-02-01', issuerId: commune, idempotencyKey: 'once' };
  const [first, second] = [await given.record(input), await given.record(input)];
  expect(second.decision).toEqual(first.decision);
  expect(errorsOf(await given.record({ ...input, number: '9/QĐ-UBND' }))).toEqual([['IDEMPOTENCY_KEY_REUSED', 'input.idempotencyKey']]);
});

it('another chapter records and reads a decision within its own transaction', async () => {
  const { app } = registry.registry;
  const issuerId = fromGlobalId(committee)!.id;
  const paper = {
    number: '12/QĐ-UBND',
    kind: 'DECISION',
    issuedOn: '2014-01-01',
    issuerId,
    signer: null,
    signerPost: null,
    abstract: null,
    source: null,
  } as const;
  const read = await app.get(Database).tx(systemActor('test'), async tx => {
    const id = await app.get(DecisionsService).recordDecisionIn(tx, paper);
    return [await app.get(DecisionsReader).decisionIn(tx, id), await app.get(DecisionsReader).decisionIn(tx, newId())];
  });
  expect(read).toEqual([
    {
      id: expect.any(String),
      number: '12/QĐ-UBND',
      kind: 'DECISION',
      issued: '2014-01-01',
      issuedFrom: '2014-01-01',
      issuerId,
      state: 'ISSUED',
    },
    undefined,
  ]);
});
