import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { foldText } from '../../src/shared/text.js';
import { givenUnits } from '../support/given-units.js';
import { Random } from '../support/random.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
let db: pg.Client;
/** A district, which may grant until 30/6/2025, and a commune, which may before and after. */
let issuers: readonly string[];
const units = givenUnits(() => registry);
const given = givenCommendations(() => registry);
const LAST_DAY_OF_DISTRICTS = '2025-06-30';

beforeAll(async () => {
  registry = await openTestRegistry();
  db = await connect(registry.database.where);
  issuers = [await units.establish({ name: 'Huyện A', kind: 'HUYEN' }), await units.establish({ name: 'Xã A' })];
});
afterAll(async () => {
  await db.end();
  await registry.close();
});

/** Commendations as they are, by the rows alone. */
const all = async (): Promise<any[]> => {
  const { rows } = await db.query(
    `select c.id, c.version, c.form, c.name, c.unit_id, c.reason, c.count, c.stated_count, c.part_of_id, c.from_paper, c.decision_id, c.issuer_id, d.issued,
       c.revoked_on::text as revoked, lower(c.period)::text as first, upper(c.period)::text as before, d.state, d.version as decided
     from commendation c left join decision d on d.id = c.decision_id order by c.id`,
  );
  return rows;
};
/** Every row, as PostgreSQL prints it, without the versions. */
const printed = async (): Promise<string> => {
  const { rows: commendations } = await db.query(`select (to_jsonb(c) - 'version')::text as row from commendation c order by id`);
  const { rows: decisions } = await db.query(`select (to_jsonb(d) - 'version')::text as row from decision d order by id`);
  return JSON.stringify([commendations, decisions]);
};
const overlap = (a: any, b: any): boolean => (a.first ?? '') < (b.before ?? '9999') && (b.first ?? '') < (a.before ?? '9999');
const sameReward = (a: any, b: any): boolean =>
  a.form === b.form && a.unit_id === b.unit_id && [a.name, a.reason].every((text, n) => foldText(text) === foldText([b.name, b.reason][n]));

/** What may never be: an achievement that is rewarded twice, a list that does not add up, an issuer without the power on its day. */
function broken(rows: readonly any[]): string[] {
  const named = rows.filter(row => row.revoked === null && row.stated_count === null && row.name !== null);
  const twice = named.filter((one, n) => named.slice(0, n).some(other => sameReward(one, other) && overlap(one, other)));
  const sums = rows
    .filter(row => row.stated_count !== null)
    .filter(list => list.count + rows.filter(row => row.part_of_id === list.id).length !== list.stated_count);
  const [district] = issuers.map(id => Buffer.from(id, 'base64url').toString().split(':')[1]);
  const powerless = rows.filter(row => !row.from_paper && row.issuer_id === district && row.issued > LAST_DAY_OF_DISTRICTS);
  return [...twice.map(({ id }) => `twice ${id}`), ...sums.map(({ id }) => `sum ${id}`), ...powerless.map(({ id }) => `power ${id}`)];
}

const idOf = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString('base64url');

it.each([1, 2, 3])(
  'no order of commands rewards an achievement twice or changes the sum of a list, and taking back restores exactly (%i)',
  async seed => {
    const random = new Random(seed);
    const { leader, boardStaff } = registry.as;
    const seen: string[] = [];
    const noted = async (answer: Promise<any>): Promise<any> => {
      const { refused, ...payload } = await answer;
      seen.push(refused[0]?.code ?? 'DONE');
      return refused.length > 0 ? undefined : payload;
    };
    const name = (): string => random.pick([`Cá nhân A${seed}`, `CÁ NHÂN  a${seed}`, `Cá nhân B${seed}`]);
    const line = (more: object = {}): object => ({
      ...random.pick([{}, { periodFrom: '2024-01-01', periodTo: '2024-12-31' }, { periodFrom: '2024-12-31', periodTo: '2025-05-31' }]),
      ...given.line({
        form: random.pick(['GIAY_KHEN', 'LAO_DONG_TIEN_TIEN']),
        name: name(),
        reason: random.pick(['Việc', 'VIỆC ', 'Việc khác']),
        ...more,
      }),
    });
    const some = async (filter: (row: any) => boolean): Promise<any> => {
      const rows = (await all()).filter(filter);
      return rows.length === 0 ? undefined : random.pick(rows);
    };
    const standing = (row: any): boolean => row.revoked === null;
    const grant = (): Promise<any> =>
      noted(given.tryToGrant(random.pick(issuers), random.pick(['2025-06-30', '2025-07-01', '2025-08-01']), [line(), line()]));
    const complete = async (): Promise<any> => {
      const list = await some(row => standing(row) && row.stated_count !== null);
      return list && noted(given.complete(idOf('Commendation', list.id), list.version, [{ name: name() }]));
    };
    const withdrawn = { on: '2026-05-05', ground: 'VIOLATION', reason: 'Sai quy định' };
    const ofDecision = (command: string, row: any, more: object = {}): Promise<any> =>
      noted(
        given.send(
          leader,
          command,
          { id: idOf('Decision', row.decision_id), expectedVersion: row.decided, reason: 'Nhầm', ...more },
          'decision { version }',
        ),
      );
    /** Does something and takes it back: every row is as it was. */
    const backAgain = async (first: () => Promise<any>, back: (done: any) => Promise<any>): Promise<void> => {
      const before = await printed();
      const done = await first();
      if (done === undefined) return;
      if ((await back(done)) === undefined) return;
      expect(await printed()).toBe(before);
      seen.push('RESTORED');
    };
    const commands: readonly (() => Promise<unknown>)[] = [
      grant,
      grant,
      () =>
        noted(
          given.tryToGrant(issuers[1]!, '2025-08-01', [
            line({ name: null, count: random.between(1, 4), reason: `Danh sách ${random.next()}` }),
          ]),
        ),
      complete,
      () => noted(given.past({ issuerId: issuers[1], ...line() })),
      async () => {
        const row = await some(standing);
        if (row) await noted(given.revoke(idOf('Commendation', row.id), row.version, withdrawn));
      },
      async () => {
        const row = await some(one => !standing(one));
        if (row) await noted(given.takeBack('takeBackRevocation', idOf('Commendation', row.id), row.version, leader));
      },
      async () => {
        const row = await some(standing);
        if (row) await noted(given.remove(idOf('Commendation', row.id), row.version));
      },
      async () => {
        const row = await some(one => one.name !== null);
        const input = row && { id: idOf('Commendation', row.id), expectedVersion: row.version, name: name(), reason: 'In nhầm' };
        if (row) await noted(given.send(boardStaff, 'correctCommendation', input, 'commendation { id }'));
      },
      async () => {
        const row = await some(one => one.decision_id !== null && one.state !== 'REVOKED');
        if (row) await ofDecision('revokeDecision', row, withdrawn);
      },
      async () => {
        const row = await some(one => one.decision_id !== null && one.state === 'REVOKED');
        if (row) await ofDecision('takeBackDecisionRevocation', row);
      },
      async () => {
        const row = await some(standing);
        if (!row) return;
        const id = idOf('Commendation', row.id);
        await backAgain(
          () => noted(given.revoke(id, row.version, withdrawn)),
          ({ commendation }) => noted(given.takeBack('takeBackRevocation', id, commendation.version, leader)),
        );
      },
      async () => {
        const row = await some(one => one.decision_id !== null && one.state !== 'REVOKED');
        if (!row) return;
        await backAgain(
          () => ofDecision('revokeDecision', row, withdrawn),
          ({ decision }) => ofDecision('takeBackDecisionRevocation', { ...row, decided: decision.version }),
        );
      },
      () =>
        backAgain(complete, ({ commendation }) => {
          const added = commendation.names.toSorted((a: any, b: any) => (a.id < b.id ? -1 : 1)).at(-1);
          return noted(given.takeBack('takeBackCompletion', added.id, added.version, boardStaff));
        }),
    ];
    for (let i = 0; i < 70; i++) {
      await random.pick(commands)();
      expect(broken(await all())).toEqual([]);
    }
    // The rules were met from both sides.
    for (const code of ['DONE', 'RESTORED', 'COMMENDATION_GIVEN_ALREADY', 'COMMENDATION_POWER_OF_OTHER_DAYS']) expect(seen).toContain(code);
  },
  120_000,
);
