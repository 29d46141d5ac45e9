import { givenRounds } from '../evaluations/given-rounds.js';
import type { Asker, TestRegistry } from '../support/test-registry.js';

const PROPOSAL = `proposal { id version state contentHash receivedOn commentTo missingParts returnReason despiteReason issuer { name } decision { number }
  items { number form kind name unitName count reason leftOutReason hold { id } earlier { decision { number } } commendation { id recipient { name } } standard { met of near missing text } }
  clearances { id agency result } objections { id words answer } }`;
const HOLD = 'hold { id version name reviewOn liftedOn reason { ground text source liftReason } }';

export const codes = ({ refused }: { refused: readonly { code: string; field: string }[] }): [string, string][] =>
  refused.map(({ code, field }) => [code, field]);

let numbers = 500;

/** Proposals, holds and quotas by the ordinary mutations. */
export const givenProposals = (registry: () => TestRegistry) => {
  const rounds = givenRounds(registry);
  const { send } = rounds;
  const proposed = async (by: Asker, name: string, input: object): Promise<any> => {
    const { proposal, refused } = await send(by, name, input, PROPOSAL);
    return { ...proposal, refused };
  };
  const staff = (): Asker => registry().as.boardStaff;
  const seen = ({ id, version }: any): object => ({ id, expectedVersion: version });
  const done = async (answer: Promise<any>): Promise<any> => {
    const given = await answer;
    if (given.refused.length > 0) throw new Error(JSON.stringify(given.refused));
    return given;
  };
  const line = (more: object = {}): object => ({
    form: 'GIAY_KHEN',
    kind: 'INDIVIDUAL',
    name: 'Cá nhân A',
    reason: 'Thành tích trong phong trào “Dân vận khéo”',
    ...more,
  });

  return {
    rounds,
    send,
    done,
    line,
    draft: (input: object, by: Asker = staff()): Promise<any> => proposed(by, 'draftProposal', { title: 'Đề nghị khen thưởng', ...input }),
    edit: (proposal: any, input: object, by: Asker = staff()): Promise<any> =>
      proposed(by, 'editProposal', { ...seen(proposal), ...input }),
    toBody: (proposal: any, issuerId: string, input: object = {}, by: Asker = staff()): Promise<any> =>
      proposed(by, 'sendProposal', { ...seen(proposal), issuerId, ...input }),
    back: (proposal: any, by: Asker = staff()): Promise<any> =>
      proposed(by, 'returnProposal', { ...seen(proposal), reason: 'Bổ sung biên bản' }),
    decide: (proposal: any, issuerId: string, issuedOn: string, input: object = {}, by: Asker = registry().as.leader): Promise<any> =>
      proposed(by, 'decideProposal', {
        ...seen(proposal),
        contentHash: proposal.contentHash,
        decision: { number: `${++numbers}/QĐ-UBND`, issuedOn, issuerId },
        ...input,
      }),
    part: (name: string, proposal: any, input: object, by: Asker = staff()): Promise<any> =>
      proposed(by, name, { ...seen(proposal), ...input }),
    one: async (id: string, by: Asker = staff()): Promise<any> => {
      const { proposal } = await by.get(`query ($id: ID!) { ${PROPOSAL.replace('proposal', 'proposal(id: $id)')} }`, { id });
      return proposal;
    },
    hold: async (input: object, by: Asker = staff()): Promise<any> => {
      const given = { ground: 'VERIFICATION', reason: 'Đang xác minh đơn', source: 'Công văn', reviewOn: '2030-01-01', ...input };
      const { hold, refused } = await send(by, 'placeHold', given, HOLD);
      return { ...hold, refused };
    },
    changeHold: async (name: 'liftHold' | 'reviewHold', hold: any, input: object = {}, by: Asker = staff()): Promise<any> => {
      const { hold: changed, refused } = await send(by, name, { ...seen(hold), reason: 'Đã kết luận', ...input }, HOLD);
      return { ...changed, refused };
    },
    holds: async (by: Asker, filter: object = {}): Promise<any[]> =>
      (await by.get('query ($filter: HoldFilter) { holds(filter: $filter) { nodes { id name reason { text } } } }', { filter })).holds
        .nodes,
    /** A round over registrations, each scored by one person and closed. @returns its id and its entries */
    closedRound: async (unitId: string, registrationIds: readonly string[], more: object = {}): Promise<any> => {
      const round = await rounds.open({ unitId, criteriaVersionId: await rounds.version(), registrationIds, ...more });
      const personId = await rounds.person(unitId, `Ủy viên ${++numbers}`);
      await rounds.done(staff(), 'assignAppraisals', { roundId: round.id, how: 'RANDOM', personIds: [personId], seed: 'một' });
      for (const [index, { id }] of round.entries.nodes.entries()) {
        await rounds.selfAssess(registry().as.unitOfficer, id);
        await rounds.facts(id);
        await rounds.enter(id, personId, { 'II.3': String(20 - index) });
      }
      const closed = await rounds.close(round.id);
      if (closed.refused.length > 0) throw new Error(JSON.stringify(closed.refused));
      return closed.appraisalRound;
    },
  };
};
