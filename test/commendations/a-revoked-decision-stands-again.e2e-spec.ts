import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
let client: pg.Client;
let commune: string;
const units = givenUnits(() => registry);
const given = givenCommendations(() => registry);
const DAY = '2026-01-15';

beforeAll(async () => {
  registry = await openTestRegistry();
  client = await connect(registry.database.where);
  commune = await units.establish({ name: 'A' });
});
afterAll(async () => {
  await client.end();
  await registry.close();
});

/** Every commendation and decision as PostgreSQL prints it, without the versions. */
const rows = async (): Promise<string> =>
  JSON.stringify([
    (await client.query(`select (to_jsonb(c) - 'version')::text as row from commendation c order by id`)).rows,
    (await client.query(`select (to_jsonb(d) - 'version')::text as row from decision d order by id`)).rows,
  ]);
const send = (name: string, id: string, expectedVersion: number, more: object = {}, by = registry.as.leader): Promise<any> =>
  given.send(by, name, { id, expectedVersion, reason: 'Ghi nhầm', ...more }, 'decision { version state commendations { totalCount } }');
const revoke = (id: string, version: number): Promise<any> =>
  send('revokeDecision', id, version, { on: '2026-05-05', ground: 'VIOLATION' });
const certificate = async (code: string): Promise<string> =>
  (await registry.as.nobody.get('query ($code: String!) { certificate(code: $code) { state } }', { code })).certificate.state;

it('with everything that fell with it exactly as it was; what was revoked by itself before stays revoked', async () => {
  const title = (form: string): object =>
    given.line({ form, name: 'Cá nhân A', reason: form, periodFrom: '2025-01-01', periodTo: '2025-12-31' });
  const lines = [
    title('LAO_DONG_TIEN_TIEN'),
    title('CHIEN_SI_THI_DUA_CO_SO'),
    given.line({ name: 'Cá nhân B' }),
    given.line({ name: null, count: 3, reason: 'Danh sách' }),
  ];
  const { decision, rows: granted } = await given.grant(commune, DAY, lines);
  await given.complete(granted[3].id, 1, [{ name: 'Cá nhân C' }]);
  const later = await given.grant(commune, '2026-02-15', [{ ...title('LAO_DONG_TIEN_TIEN'), reason: 'Việc khác' }]);
  await given.revoke(granted[2].id, 1, { on: '2026-05-05', ground: 'VIOLATION', reason: 'Ghi nhầm' });
  const before = await rows();
  expect(given.codes(await send('takeBackDecisionRevocation', decision.id, 1))).toEqual([['DECISION_IN_OTHER_STATE', '']]);
  expect((await revoke(decision.id, 1)).refused).toEqual([]);
  expect(await certificate(granted[1].certificateCode)).toBe('REVOKED');
  expect((await given.one(later.rows[0].id)).money.amount).toBe(710_000);
  expect(given.codes(await revoke(decision.id, 2))).toEqual([['DECISION_REVOKED_ALREADY', '']]);
  expect(given.codes(await send('takeBackDecisionRevocation', decision.id, 2, {}, registry.as.boardStaff))).toEqual([['FORBIDDEN', '']]);
  expect(await send('takeBackDecisionRevocation', decision.id, 2)).toMatchObject({
    refused: [],
    decision: { state: 'ISSUED', version: 3 },
  });
  expect(await rows()).toBe(before);
  expect([await certificate(granted[1].certificateCode), await certificate(granted[2].certificateCode)]).toEqual(['VALID', 'REVOKED']);
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});

it('unless one of its rewards was given anew meanwhile', async () => {
  const line = given.line({ name: 'Cá nhân D', reason: 'Một việc' });
  const { decision } = await given.grant(commune, DAY, [line]);
  expect((await revoke(decision.id, 1)).refused).toEqual([]);
  await given.grant(commune, '2026-06-06', [line]);
  const before = await rows();
  expect((await send('takeBackDecisionRevocation', decision.id, 2)).refused).toMatchObject([{ code: 'COMMENDATION_GIVEN_ALREADY' }]);
  expect(await rows()).toBe(before);
});
