import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { connect } from '../support/test-server.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const given = givenCommendations(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
});
afterAll(() => registry.close());

let lists = 0;
const list = async (count: number, more: object = {}): Promise<any> =>
  (await given.past({ issuerId: commune, form: 'GIAY_KHEN', kind: 'INDIVIDUAL', count, reason: `Danh sách ${++lists}`, ...more }))
    .commendation;

/** Every row of commendations, as PostgreSQL prints it, without the versions. */
const rows = async (): Promise<string> => {
  const client = await connect(registry.database.where);
  try {
    return JSON.stringify((await client.query(`select (to_jsonb(c) - 'version')::text as row from commendation c order by id`)).rows);
  } finally {
    await client.end();
  }
};

describe('a list', () => {
  it('is completed with names, and together they stay as many as the paper states', async () => {
    const { id } = await list(3);
    const { commendation } = await given.complete(id, 1, [{ name: 'Cá nhân A', post: 'Trưởng thôn' }, { name: 'Cá nhân B' }]);
    expect(commendation).toMatchObject({ count: 1, statedCount: 3, version: 2 });
    expect(commendation.names.map(({ count, recipient }: any) => [count, recipient.name])).toEqual([
      [1, 'Cá nhân A'],
      [1, 'Cá nhân B'],
    ]);
  });

  it('warns of a name without a unit, as a grant does', async () => {
    const { id } = await list(2);
    const recipients = [{ name: 'Cá nhân C', unitId: commune }, { name: 'Cá nhân D' }];
    const input = { id, expectedVersion: 1, recipients };
    const { warnings } = await given.send(registry.as.boardStaff, 'completeCommendation', input, 'warnings { code field message }');
    expect(warnings).toEqual([
      {
        code: 'COMMENDATION_WITHOUT_UNIT',
        field: ['input', 'recipients', '1', 'unitId'],
        message: expect.stringContaining('“Cá nhân D” không có đơn vị'),
      },
    ]);
  });

  it('takes no more names than are missing, says how many those are, and writes none of them', async () => {
    const { id } = await list(2);
    const { refused } = await given.complete(id, 1, [{ name: 'A' }, { name: 'B' }, { name: 'C' }]);
    expect(refused).toEqual([
      {
        code: 'COMMENDATION_BEYOND_COUNT',
        field: 'recipients',
        message:
          'Văn bản ghi 2, còn 2 chưa có tên, không thể thêm 3. Nếu số lượng trên văn bản ghi sai, hãy gỡ và nhập lại khen thưởng này.',
      },
    ]);
    expect(await given.one(id)).toMatchObject({ count: 2, names: [] });
  });

  it('takes one name once, and a name that is taken back is missing again', async () => {
    const { id } = await list(2);
    const before = await rows();
    expect(given.codes(await given.complete(id, 1, [{ name: 'Cá nhân A' }, { name: 'cá  nhân a' }]))).toEqual([
      ['COMMENDATION_GIVEN_ALREADY', 'recipients.1.name'],
    ]);
    const { commendation } = await given.complete(id, 1, [{ name: 'Cá nhân A' }]);
    const [name] = commendation.names;
    expect((await given.remove(name.id, 1)).refused[0].code).toBe('COMMENDATION_PART_OF_A_LIST');
    expect((await given.remove(id, 2)).refused[0].code).toBe('RECORD_IN_USE');
    const back = await given.takeBack('takeBackCompletion', name.id, 1, registry.as.boardStaff);
    expect(back.commendation).toMatchObject({ id, count: 2, names: [] });
    expect(await rows()).toBe(before);
  });

  it('is not completed by those who may not, nor seen by those who do not reach it', async () => {
    const other = await units.establish({ name: 'Xã B' });
    const { id } = await list(2);
    const stranger = await askerWith(registry, 'xã B', { role: 'boardStaff', unitId: fromGlobalId(other)!.id });
    expect((await given.complete(id, 1, [{ name: 'A' }], stranger)).refused[0].code).toBe('COMMENDATION_NOT_FOUND');
    expect(await given.one(id, stranger)).toBeNull();
    expect((await given.complete(id, 1, [{ name: 'A' }], registry.as.unitOfficer)).refused[0].code).toBe('FORBIDDEN');
  });

  it('keeps its sum through any order of adding and taking back names', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 6 }),
        async (stated, steps) => {
          const { id } = await list(stated);
          let next = 0;
          for (const step of steps) {
            const now = await given.one(id);
            if (step > 0)
              await given.complete(
                id,
                now.version,
                Array.from({ length: step }, () => ({ name: `Tên ${++next}` })),
              );
            else if (now.names[0])
              await given.takeBack('takeBackCompletion', now.names[0].id, now.names[0].version, registry.as.boardStaff);
            const after = await given.one(id);
            expect(after.count + after.names.length).toBe(stated);
            expect(after.statedCount).toBe(stated);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('a paper of the past', () => {
  it('leaves open what it does not say, and is not of the future', async () => {
    const { commendation } = await given.past({ issuerId: commune, presentedOn: '2022-10-13', count: 5 });
    expect(commendation).toMatchObject({
      form: null,
      recipient: { kind: null, name: null },
      decision: null,
      authority: null,
      law: null,
      fromPaper: true,
      certificateCode: null,
      money: { amount: null, formula: 'chưa biết tiền thưởng: văn bản không ghi' },
    });
    expect(given.codes(await given.past({ issuerId: commune, presentedOn: '2099-01-01' }))).toEqual([
      ['COMMENDATION_DAY_IN_FUTURE', 'presentedOn'],
    ]);
    expect((await given.past({ issuerId: commune }, registry.as.leader)).refused[0].code).toBe('FORBIDDEN');
  });
});
