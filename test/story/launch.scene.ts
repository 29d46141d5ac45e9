import { describe, expect, it } from '@jest/globals';
import type { Year } from './year.js';

/** By what the models of the communes will be scored: two criteria, and three grades. */
const CRITERIA = {
  scoring: 'POINTS',
  maximum: '100',
  act: { number: '3-HD/BDV', date: '2026-02-02', issuer: 'Ban Dân vận tỉnh A' },
  validFrom: '2026-02-02',
  subjectKinds: ['COLLECTIVE'],
  criteria: [
    { code: 'I', kind: 'CRITERION', text: 'Cách làm sáng tạo', maximum: '40' },
    { code: 'II', kind: 'CRITERION', text: 'Kết quả cụ thể', maximum: '60' },
  ],
  grades: [
    { code: 'XUAT_SAC', name: 'Xuất sắc', lower: { at: '90', inclusive: true } },
    { code: 'DAT', name: 'Đạt', lower: { at: '50', inclusive: true }, upper: { at: '90', inclusive: false } },
    { code: 'KHONG', name: 'Không đạt', upper: { at: '50', inclusive: false } },
  ],
};

/** The movement with its round, the criteria, and the council that will appraise. */
export function inFebruary({ story, units, people, members, the }: Year): void {
  describe('in February, the board launches the movement', () => {
    it('with its plan, and opens a round in which the communes register until the end of March', async () => {
      story.day('2026-02-02');
      const board = units['Ban Dân vận tỉnh A'];
      const rule = { unitId: units['Tỉnh A'], line: 'TERRITORY', receiverId: board, recogniserId: board, level: 'PROVINCE' };
      const authority = { ...rule, validFrom: '2026-01-01', basis: 'Hướng dẫn 1-HD/BDV' };
      // The office itself lies under the province, where the staff have their right.
      await story.does('chuyen.vien', 'setReceivingAuthority', authority);
      const plan = {
        name: 'Thi đua Dân vận khéo 2026',
        launcherId: board,
        act: { number: '2-KH/BDV', date: '2026-02-02' },
        starts: '2026',
      };
      the.movement = (await story.does('chuyen.vien', 'launchMovement', plan, 'movement { id }')).movement.id;
      const open = {
        movementId: the.movement,
        name: 'Đăng ký 2026',
        unitId: units['Tỉnh A'],
        opensOn: '2026-02-02',
        closesOn: '2026-03-31',
      };
      the.round = (await story.does('chuyen.vien', 'openRegistrationRound', open, 'registrationRound { id }')).registrationRound.id;
    });

    it('staff draft the criteria, which bind nobody until the head of the board publishes them', async () => {
      const set = { name: 'Tiêu chí mô hình 2026', graded: 'MODEL_REGISTRATION', issuerId: units['Ban Dân vận tỉnh A'], version: CRITERIA };
      const { criteriaSet } = await story.does('chuyen.vien', 'draftCriteriaSet', set, 'criteriaSet { id versions { id version } }');
      const [{ id, version }] = criteriaSet.versions;
      expect((await story.reads('can.bo', 'query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
      const publish = { id, expectedVersion: version };
      expect(await story.isRefused('chuyen.vien', 'publishCriteriaSetVersion', publish)).toEqual(['FORBIDDEN']);
      await story.does('truong.ban', 'publishCriteriaSetVersion', publish);
      expect((await story.reads('can.bo', 'query ($id: ID!) { node(id: $id) { id } }', { id })).node).toEqual({ id });
      the.criteria = id;
    });

    it('a council is formed with its members, and with the rule by which it adopts', async () => {
      const formed = { unitId: units['Tỉnh A'], name: 'Hội đồng thẩm định', kind: 'EMULATION', validFrom: '2026-02-02' };
      the.council = (await story.does('chuyen.vien', 'createCouncil', formed, 'council { id }')).council.id;
      const roles = { 'Cá nhân C': 'CHAIR', 'Cá nhân D': 'SECRETARY', 'Cá nhân B': 'MEMBER' };
      for (const [name, role] of Object.entries(roles)) {
        const term = { councilId: the.council, personId: people[name], role, validFrom: '2026-02-02' };
        members[name] = (await story.does('chuyen.vien', 'appointCouncilMember', term, 'councilMember { id }')).councilMember.id;
      }
      const share = { numerator: 2, denominator: 3, moreThan: false };
      const counted = { presence: share, presenceCountsWritten: false, majority: share, majorityOf: 'MEMBERS_IN_TERM' };
      const rule = { councilId: the.council, sessionKind: 'APPRAISAL', ...counted, majorityCountsWritten: true };
      await story.does('chuyen.vien', 'setCouncilRule', { ...rule, validFrom: '2026-02-02', basis: 'Quy chế 4-QC/BDV' });
    });
  });
}
