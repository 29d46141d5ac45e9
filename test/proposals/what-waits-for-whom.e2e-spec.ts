import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addDays, dayInVietnam } from '../../src/shared/dates.js';
import { givenFiles, PDF } from '../files/given-files.js';
import { openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { codes, givenProposals } from './given-proposals.js';

const TODAY = dayInVietnam(new Date());

let registry: TestRegistry;
const given = givenProposals(() => registry);
const files = givenFiles(() => registry);
let commune: string;

beforeAll(async () => {
  registry = await openTestRegistry();
  const province = await given.rounds.units.establish({ name: 'Tỉnh A', kind: 'TINH' });
  commune = await given.rounds.units.establish({ name: 'Xã A', parentId: province });
}, 60_000);
afterAll(() => registry.close());

const WAITING = `{ waitingForMe(first: 20) { totalCount edges { since steps { name label }
  node { ... on Proposal { __typename title state } ... on Hold { __typename name reviewOn } ... on EmulationModel { __typename } } } } }`;
const waiting = async (by: Asker): Promise<any[]> => {
  const { waitingForMe } = await by.get(WAITING);
  expect(waitingForMe.totalCount).toBe(waitingForMe.edges.length);
  return waitingForMe.edges.map(({ since, steps, node }: any) => [node.__typename, since, steps.map(({ name }: any) => name)]);
};

it('a proposal that was sent waits for the leader, one that was returned for the board, and a hold whose review is near for both', async () => {
  const { boardStaff, leader, unitHead, auditor } = registry.as;
  const draft = await given.done(given.draft({ proposerId: commune, items: [given.line()] }));
  expect([await waiting(leader), await waiting(boardStaff)]).toEqual([[], []]);
  const sent = await given.done(given.toBody(draft, commune));
  expect(await waiting(leader)).toEqual([['Proposal', TODAY, ['DECIDE_PROPOSAL']]]);
  await given.done(given.back(sent));
  expect([await waiting(leader), await waiting(boardStaff)]).toEqual([[], [['Proposal', TODAY, ['SEND_PROPOSAL']]]]);
  const [near, far] = [addDays(TODAY, 14), addDays(TODAY, 15)];
  const hold = await given.done(given.hold({ bodyId: commune, unitId: commune, reviewOn: near }));
  await given.done(given.hold({ bodyId: commune, unitId: commune, name: 'Cá nhân B', reviewOn: far }));
  expect(await waiting(leader)).toEqual([['Hold', near, ['REVIEW_HOLD']]]);
  expect([await waiting(unitHead), await waiting(auditor)]).toEqual([[], []]);
  await given.done(given.changeHold('liftHold', hold));
  expect(await waiting(leader)).toEqual([]);
});

it('the dossier is attached by the board and read by those who see the proposal; another file is another content', async () => {
  const draft = await given.done(given.draft({ proposerId: commune, items: [given.line({ name: 'Cá nhân C' })] }));
  const fileId = await files.upload('PROPOSAL_DOSSIER', draft.id, 'Tờ trình.pdf', PDF);
  const attached = await given.done(given.part('attachProposalFile', draft, { fileId, part: 'REQUEST' }, registry.as.everyRole));
  expect(attached.missingParts).toEqual(['MINUTES', 'ACHIEVEMENT_REPORT']);
  expect(attached.contentHash).not.toBe(draft.contentHash);
  const document = 'query ($id: ID!) { proposal(id: $id) { dossier { part file { name url } } history { action } } }';
  const { proposal } = await registry.as.leader.get(document, { id: draft.id });
  expect(proposal.dossier).toEqual([{ part: 'REQUEST', file: { name: 'Tờ trình.pdf', url: expect.any(String) } }]);
  const download = async (token: string): Promise<number> =>
    (await fetch(new URL(proposal.dossier[0].file.url, registry.url), { headers: { authorization: `Bearer ${token}` } })).status;
  expect([await download(registry.tokens.leader), await download(registry.tokens.auditor)]).toEqual([200, 404]);
  const detached = await given.done(given.part('detachProposalFile', attached, { fileId, reason: 'Nhầm tệp' }));
  expect(detached.contentHash).toBe(draft.contentHash);
  expect(codes(await given.part('detachProposalFile', detached, { fileId, reason: 'Nhầm tệp' }))).toEqual([['FILE_NOT_FOUND', '']]);
});
