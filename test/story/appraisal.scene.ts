import { describe, expect, it } from '@jest/globals';
import { MODEL_ROWS, type Year } from './year.js';

const scores = (creative: string, results: string): object[] => [
  { code: 'I', points: creative },
  { code: 'II', points: results },
];

/** A sheet for each member and commune: the member, the commune, the points for the way of working and for what came of it. */
const SHEETS = [
  ['Cá nhân B', 'Xã A', '38', '55'],
  ['Cá nhân C', 'Xã A', '36', '55'],
  ['Cá nhân B', 'Xã B', '30', '45.5'],
  ['Cá nhân C', 'Xã B', '31', '44'],
] as const;

/** The models are scored by members of the council, which then adopts their order. */
export function inSeptember({ story, accounts, units, people, members, models, the, versionOf }: Year): void {
  /** The entries of the round, by commune. */
  const entries: Record<string, string> = {};

  describe('in September, the council appraises what was registered', () => {
    it('staff open the appraisal of the round: every received model is in it, and now under appraisal', async () => {
      story.day('2026-09-01');
      const opened = { name: 'Thẩm định 2026', year: 2026, unitId: units['Tỉnh A'], criteriaVersionId: the.criteria };
      const { appraisalRound } = await story.does(
        'chuyen.vien',
        'openAppraisalRound',
        { ...opened, councilId: the.council, registrationRoundId: the.round, closesOn: '2026-09-25' },
        'appraisalRound { id entries(first: 10) { nodes { id unit { fullName } model { state } } } }',
      );
      the.appraisal = appraisalRound.id;
      for (const { id, unit, model } of appraisalRound.entries.nodes) {
        expect(model.state).toBe('UNDER_APPRAISAL');
        entries[unit.fullName] = id;
      }
      expect(Object.keys(entries)).toEqual(['Xã A', 'Xã B']);
    });

    it('each commune first assesses itself', async () => {
      await story.does('can.bo', 'submitSelfAssessment', { evaluationId: entries['Xã A'], scores: scores('40', '58') });
      await story.does('can.bo.b', 'submitSelfAssessment', { evaluationId: entries['Xã B'], scores: scores('35', '50') });
      expect(
        await story.isRefused('can.bo.b', 'submitSelfAssessment', { evaluationId: entries['Xã A'], scores: scores('1', '1') }),
      ).toEqual(['EVALUATION_NOT_FOUND']);
    });

    it('two members are assigned; one scores in the registry, the other on paper that staff enter', async () => {
      const judges = { roundId: the.appraisal, how: 'RANDOM', personIds: [people['Cá nhân B'], people['Cá nhân C']] };
      await story.does('chuyen.vien', 'assignAppraisals', judges);
      for (const [person, unit, creative, results] of SHEETS) {
        const sheet = { evaluationId: entries[unit], scores: scores(creative, results) };
        if (person === 'Cá nhân B') await story.does('uy.vien', 'submitAppraisal', sheet);
        else await story.does('chuyen.vien', 'submitAppraisal', { ...sheet, personId: people[person], paper: 'Phiếu đã ký' });
      }
      // Before the round is closed, what a member has given is for the board, not for the communes.
      const query = 'query ($id: ID!) { evaluation(id: $id) { final sheets { total } } }';
      expect((await story.reads('can.bo', query, { id: entries['Xã A'] })).evaluation).toEqual({ final: null, sheets: [] });
    });

    it('the council meets with a quorum and adopts the result by the share that its rule asks', async () => {
      story.day('2026-09-25');
      const attendance = Object.values(members).map(memberId => ({ memberId, presence: 'PRESENT' }));
      const met = { councilId: the.council, kind: 'APPRAISAL', heldOn: '2026-09-25', subject: 'Kết quả thẩm định 2026', attendance };
      const minutes = { chairId: members['Cá nhân C'], secretaryId: members['Cá nhân D'], minutesNumber: '1/BB-HĐ' };
      const recorded = await story.does('chuyen.vien', 'recordCouncilSession', { ...met, ...minutes }, 'councilSession { id version }');
      the.session = recorded.councilSession.id;
      const { councilSession } = await story.does(
        'chuyen.vien',
        'recordCouncilVotes',
        { sessionId: the.session, expectedVersion: 1, text: 'Thông qua kết quả thẩm định', inFavour: 2, against: 1, abstained: 0 },
        'councilSession { quorum { met inTerm present } questions { adopted explanation } }',
      );
      expect(councilSession.quorum).toEqual({ met: true, inTerm: 3, present: 3 });
      expect(councilSession.questions[0].adopted).toBe(true);
      expect(councilSession.questions[0].explanation).toContain('2 trên 3 thành viên đương nhiệm');
    });

    it('closed with that session, the round has an order, and says for each place how it came about', async () => {
      const expectedVersion = await versionOf('chuyen.vien', 'appraisalRound', the.appraisal);
      await story.does('chuyen.vien', 'closeAppraisalRound', { id: the.appraisal, expectedVersion, sessionId: the.session });
      const query = `query ($id: ID!) { appraisalRound(id: $id) {
        state ranking(first: 5) { nodes { rank final grade unit { fullName } explanation { text } } } } }`;
      const { appraisalRound } = await story.reads('lanh.dao', query, { id: the.appraisal });
      expect(appraisalRound.state).toBe('CLOSED');
      expect(appraisalRound.ranking.nodes).toMatchObject([
        { rank: 1, final: '92', grade: 'Xuất sắc', unit: { fullName: 'Xã A' } },
        { rank: 2, final: '75.25', grade: 'Đạt', unit: { fullName: 'Xã B' } },
      ]);
      expect(appraisalRound.ranking.nodes[1].explanation.text.split('\n')).toEqual([
        'Tính 2 phiếu.',
        'Mỗi tiêu chí lấy điểm trung bình cộng.',
        'I “Cách làm sáng tạo”: 30; 31 → 30,5, tối đa 40 mỗi phiếu.',
        'II “Kết quả cụ thể”: 45,5; 44 → 44,75, tối đa 60 mỗi phiếu.',
        'Cộng các tiêu chí: 75,25/100.',
        'Tổng điểm 75,25, làm tròn một lần đến 2 chữ số thập phân: 75,25.',
        '75,25 điểm → “Đạt”.',
        'Xếp hạng 2.',
      ]);
      // A commune reads its own place, and not those of others.
      const own = await story.reads('can.bo.b', query, { id: the.appraisal });
      expect(own.appraisalRound.ranking.nodes.map(({ rank }: any) => rank)).toEqual([2]);
    });
  });

  describe('in October, the board recognises the first', () => {
    it('staff record the decision; they do not decide themselves, nor does a member of the council', async () => {
      story.day('2026-10-12');
      const issuerId = units['Ban Dân vận tỉnh A'];
      const paper = { number: '7-QĐ/BDV', kind: 'DECISION', issuedOn: '2026-10-12', issuerId, signer: 'Trưởng ban' };
      the.decision = (await story.does('chuyen.vien', 'recordDecision', paper, 'decision { id }')).decision.id;
      const recognise = { models: [{ id: models['Xã A'] }], decisionId: the.decision, level: 'PROVINCE' };
      expect(await story.isRefused('chuyen.vien', 'recogniseModels', recognise, MODEL_ROWS)).toEqual(['FORBIDDEN']);
      expect(await story.isRefused('uy.vien', 'recogniseModels', recognise, MODEL_ROWS)).toEqual(['FORBIDDEN']);
      expect((await story.does('truong.ban', 'recogniseModels', recognise, MODEL_ROWS)).rows[0].model.state).toBe('RECOGNISED');
    });

    it('every reader of the province sees the recognition and the decision it rests on', async () => {
      for (const name of ['can.bo', 'lanh.dao', 'uy.vien'] as const) {
        const query = 'query ($id: ID!) { model(id: $id) { recognitions { level decision { number } } } }';
        expect((await story.reads(name, query, { id: models['Xã A'] })).model.recognitions).toEqual([
          { level: 'PROVINCE', decision: { number: '7-QĐ/BDV' } },
        ]);
      }
    });

    it('while the head of the commune is away, the officer acts in that name, and the trail says so', async () => {
      const { grants } = await story.reads('thu.truong', '{ grants(filter: { role: [UNIT_HEAD], inForce: true }) { nodes { id } } }');
      const absence = { grantId: grants.nodes[0].id, toAccountId: accounts['can.bo'], validTo: '2026-10-31', reason: 'Đi công tác' };
      const { grant } = await story.does('thu.truong', 'delegateGrant', absence, 'grant { holderName onBehalfOf }');
      expect(grant).toEqual({ holderName: 'Cán bộ xã A', onBehalfOf: 'Thủ trưởng xã A' });
    });
  });
}
