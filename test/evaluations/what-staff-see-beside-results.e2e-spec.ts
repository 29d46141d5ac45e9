import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenRounds, MODEL_SET } from './given-rounds.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);
let roundId: string;
let entries: { id: string; model: { id: string } }[];

beforeAll(async () => {
  registry = await openTestRegistry();
  const { province, registrationIds } = await given.received(2);
  const round = await given.open({ unitId: province, criteriaVersionId: await given.version(), registrationIds });
  [roundId, entries] = [round.id, round.entries.nodes];
  const people = [await given.person(province, 'Ủy viên chặt'), await given.person(province, 'Ủy viên rộng')];
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId, how: 'RANDOM', personIds: people, seed: 'một' });
  for (const [i, { id }] of entries.entries()) {
    expect((await given.selfAssess(registry.as.unitOfficer, id)).refused).toEqual([]);
    expect((await given.facts(id)).refused).toEqual([]);
    expect((await given.enter(id, people[0]!, { 'II.3': i === 0 ? '10' : '17' })).refused).toEqual([]);
    expect((await given.enter(id, people[1]!, { 'II.3': i === 0 ? '20' : '18' })).refused).toEqual([]);
  }
}, 60_000);
afterAll(() => registry.close());

const ADVICE = `query ($id: ID!) { appraisalAdvice(roundId: $id) { provisional entries { number total grade rank tied rankTrimmed rankWithout { name rank } }
  judges { name entries difference } } }`;

it('staff see the ranking while the round is open, whether a rank hangs on one member, and who scores severely', async () => {
  const { appraisalAdvice } = await registry.as.boardStaff.get(ADVICE, { id: roundId });
  expect(appraisalAdvice).toEqual({
    provisional: true,
    entries: [
      {
        number: 2,
        total: '97.5',
        grade: 'Hoàn thành xuất sắc',
        rank: 1,
        tied: false,
        rankTrimmed: 1,
        rankWithout: [{ name: 'Ủy viên chặt', rank: 2 }],
      },
      {
        number: 1,
        total: '95',
        grade: 'Hoàn thành xuất sắc',
        rank: 2,
        tied: false,
        rankTrimmed: 2,
        rankWithout: [{ name: 'Ủy viên chặt', rank: 1 }],
      },
    ],
    judges: [
      { name: 'Ủy viên chặt', entries: 2, difference: '-5.5' },
      { name: 'Ủy viên rộng', entries: 2, difference: '5.5' },
    ],
  });
});

it('others than those who read sheets are refused, and an unknown round is none', async () => {
  const { errors } = await registry.as.unitOfficer.ask(ADVICE, { id: roundId });
  expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  const unknown = Buffer.from('AppraisalRound:018f0000-0000-7000-8000-000000000000').toString('base64url');
  expect((await registry.as.boardStaff.ask(ADVICE, { id: unknown })).errors![0]!.extensions.code).toBe('APPRAISAL_ROUND_NOT_FOUND');
});

const STUDY = `query ($round: ID!, $version: ID!) { appraisalStudy(roundId: $round, criteriaVersionId: $version) { differing
  rows { number before { total grade rank } after { total grade rank } differences dropped unanswered problems { code } } } }`;

it('a closed round is scored anew under another version, which changes nothing of it', async () => {
  const stricter = { ...MODEL_SET, version: { ...MODEL_SET.version, rounding: 0 } };
  const version = await given.version({ ...stricter, set: { ...stricter.set, name: 'Bộ làm tròn' } });
  const open = await registry.as.leader.ask(STUDY, { round: roundId, version });
  expect(open.errors![0]!.extensions.code).toBe('APPRAISAL_ROUND_NOT_CLOSED');
  expect((await given.close(roundId)).refused).toEqual([]);
  const latest = 'query ($id: ID!) { model(id: $id) { latestEvaluation { id final rank } evaluations { id } } }';
  const before = await registry.as.reader.get(latest, { id: entries[1]!.model.id });
  const { appraisalStudy } = await registry.as.leader.get(STUDY, { round: roundId, version });
  const common = { dropped: [], unanswered: [], problems: [] };
  expect(appraisalStudy).toEqual({
    differing: 1,
    rows: [
      {
        number: 1,
        before: { total: '95', grade: 'Hoàn thành xuất sắc', rank: 2 },
        after: { total: '95', grade: 'Hoàn thành xuất sắc', rank: 2 },
        differences: [],
        ...common,
      },
      {
        number: 2,
        before: { total: '97.5', grade: 'Hoàn thành xuất sắc', rank: 1 },
        after: { total: '98', grade: 'Hoàn thành xuất sắc', rank: 1 },
        differences: ['total'],
        ...common,
      },
    ],
  });
  expect(await registry.as.reader.get(latest, { id: entries[1]!.model.id })).toEqual(before);
});
