import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenRounds } from './given-rounds.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
}, 60_000);
afterAll(() => registry.close());

/** A round of two entries; the same member was entered twice, and scores one entry under each record. A colleague scores both. */
async function round(): Promise<{ id: string; entries: string[]; colleague: string; kept: string; doubled: string }> {
  const { province, registrationIds } = await given.received(2);
  const made = await given.open({ unitId: province, criteriaVersionId: await given.version(), registrationIds });
  // The doubled record is the older one, so that sheets change their order.
  const doubled = await given.person(province, 'Ủy viên A');
  const colleague = await given.person(province, 'Ủy viên B');
  const kept = await given.person(province, 'Ủy viên A');
  const entries: string[] = made.entries.nodes.map(({ id }: any) => id);
  const byHand = entries.map((evaluationId, i) => ({ evaluationId, personIds: [i === 0 ? kept : doubled, colleague] }));
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId: made.id, how: 'BY_HAND', byHand });
  for (const [i, id] of entries.entries()) {
    await given.selfAssess(registry.as.unitOfficer, id);
    await given.facts(id);
    expect((await given.enter(id, i === 0 ? kept : doubled, { 'I.1': '1' })).refused).toEqual([]);
    expect((await given.enter(id, colleague, { 'I.1': String(2 + i) })).refused).toEqual([]);
  }
  return { id: made.id, entries, colleague, kept, doubled };
}

const merge = (id: string, intoId: string): Promise<any> =>
  given.send(registry.as.boardStaff, 'mergePerson', { id, expectedVersion: 1, intoId, reason: 'Nhập hai lần' }, 'person { id }');
const shown = async (id: string): Promise<object> => {
  const { final, grade, rank } = await given.result(id);
  return { final, grade, rank };
};

it.each(['closed', 'open'])('two records of one member are merged: results of a %s round stay, and say who scored', async state => {
  const { id, entries, kept, doubled } = await round();
  if (state === 'closed') expect((await given.close(id)).refused).toEqual([]);
  const before = await Promise.all(entries.map(shown));
  expect((await merge(doubled, kept)).refused).toEqual([]);
  expect(await Promise.all(entries.map(shown))).toEqual(before);
  if (state === 'closed') {
    const { data } = (await given.result(entries[1]!)).explanation;
    const { sheets } = await given.result(entries[1]!, registry.as.boardStaff);
    expect(sheets.map(({ scorer }: any) => scorer.id)).toContain(kept);
    expect(JSON.parse(data).criteria[0].points).toEqual(['3', '1']);
  }
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});

it('a merge that would change a stored result is refused, and nothing has changed', async () => {
  const { id, entries, kept, doubled } = await round();
  // The kept record may not score the entry that the doubled one has scored.
  const conflict = { evaluationId: entries[1], personId: kept, reason: 'FAMILY', words: 'Người nhà' };
  expect((await given.send(registry.as.boardStaff, 'declareConflict', conflict)).refused).toEqual([]);
  expect((await given.close(id)).refused).toEqual([]);
  const before = await Promise.all(entries.map(shown));
  expect((await merge(doubled, kept)).refused).toEqual([
    { code: 'APPRAISAL_MERGE_CHANGES_RESULT', field: 'intoId', message: expect.stringContaining('trường hợp số 2') },
  ]);
  expect(await Promise.all(entries.map(shown))).toEqual(before);
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});
