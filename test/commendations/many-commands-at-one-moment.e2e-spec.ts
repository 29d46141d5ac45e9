import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenCommendations } from './given-commendations.js';

const CLIENTS = 64;
const DAY = '2026-01-15';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const given = givenCommendations(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'A' });
});
afterAll(() => registry.close());

/** What a command is refused for because another was first. */
const OVERTAKEN = new Set([
  'STALE_VERSION',
  'COMMENDATION_NOT_FOUND',
  'COMMENDATION_REVOKED_ALREADY',
  'COMMENDATION_NOT_REVOKED',
  'COMMENDATION_GIVEN_ALREADY',
  'COMMENDATION_BEYOND_COUNT',
  'COMMENDATION_HELD',
  'DECISION_IN_OTHER_STATE',
  'DECISION_REVOKED_ALREADY',
  'DECISION_NOT_IN_FORCE',
  'RECORD_IN_USE',
]);

it('64 clients grant, complete, take back, revoke, remove and hold on one decision: nobody is told that the registry is busy, and all adds up', async () => {
  const title = (form: string, name: string): object =>
    given.line({ form, name, reason: form, periodFrom: '2025-01-01', periodTo: '2025-12-31' });
  const list = given.line({ name: null, count: 40, reason: 'Danh sách' });
  const { decision, rows } = await given.grant(commune, DAY, [
    list,
    title('LAO_DONG_TIEN_TIEN', 'Cá nhân 0'),
    title('CHIEN_SI_THI_DUA_CO_SO', 'Cá nhân 1'),
  ]);
  const { leader, boardStaff } = registry.as;
  const versionOf = async (id: string): Promise<number> => (await given.one(id))?.version ?? 1;
  const revokedOn = { on: '2026-05-05', ground: 'VIOLATION' };
  const ofDecision = async (name: string, more: object = {}): Promise<any> => {
    const { decision: now } = await leader.get('query ($id: ID!) { decision(id: $id) { version } }', { id: decision.id });
    return given.send(leader, name, { id: decision.id, expectedVersion: now.version, reason: 'Thử', ...more }, 'decision { id }');
  };
  const hold = { bodyId: commune, unitId: commune, ground: 'VERIFICATION', reason: 'Thử', source: 'Thử', reviewOn: '2099-01-01' };
  const commands: ((n: number) => Promise<any>)[] = [
    n => given.tryToGrant(commune, DAY, [title('CHIEN_SI_THI_DUA_CO_SO', `Cá nhân ${n % 3}`)], { decisionId: decision.id }),
    n =>
      given.tryToGrant(commune, DAY, [
        title('LAO_DONG_TIEN_TIEN', `Cá nhân ${n % 3}`),
        title('CHIEN_SI_THI_DUA_CO_SO', `Cá nhân ${(n + 1) % 3}`),
      ]),
    async n => given.complete(rows[0].id, await versionOf(rows[0].id), [{ name: `Tên ${n}` }]),
    async () => given.revoke(rows[1].id, await versionOf(rows[1].id)),
    async () => given.takeBack('takeBackRevocation', rows[1].id, await versionOf(rows[1].id), leader),
    async () => {
      const [name] = (await given.one(rows[0].id)).names;
      return name ? given.takeBack('takeBackCompletion', name.id, name.version, boardStaff) : { refused: [] };
    },
    async () => given.remove(rows[2].id, await versionOf(rows[2].id)),
    n => given.send(boardStaff, 'placeHold', { ...hold, name: `Cá nhân ${n % 3}` }, 'hold { id }'),
    async n => (n % 16 === 8 ? ofDecision('revokeDecision', revokedOn) : ofDecision('takeBackDecisionRevocation')),
  ];
  for (let round = 0; round < 3; round++) {
    const answers = await Promise.all(Array.from({ length: CLIENTS }, (_, n) => commands[(n + round) % commands.length]!(n + round)));
    const codes = new Set(answers.flatMap(({ refused }) => refused.map(({ code }: any) => code)));
    expect([...codes].filter(code => !OVERTAKEN.has(code))).toEqual([]);
  }
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
}, 120_000);
