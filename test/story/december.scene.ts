import { describe, expect, it } from '@jest/globals';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { certificateOf } from './commendation.scene.js';
import { MODEL_ROWS, type Year } from './year.js';

/** The year is summed up and frozen; then it turns out that a report was untrue. */
export function inDecember({ registry, story, units, models, the, versionOf }: Year): void {
  const frozen = async (): Promise<any> => {
    const query = 'query ($id: ID!) { review(id: $id) { version freezes { id asOf numbers { row column measure value } } } }';
    return (await story.reads('lanh.dao', query, { id: the.review })).review;
  };
  /** The numbers of the whole province, by what was counted. */
  const totals = (numbers: any[]): Record<string, number> =>
    Object.fromEntries(numbers.filter(({ row, column }) => row === null && column === null).map(({ measure, value }) => [measure, value]));

  describe('in December, the year is summed up', () => {
    it('leaders see what became of the registrations, down to each model', async () => {
      story.day('2026-12-15');
      const { models: list } = await story.reads(
        'lanh.dao',
        '{ models(filter: { state: [RECOGNISED] }) { totalCount nodes { title unit { fullName } } } }',
      );
      expect(list).toEqual({ totalCount: 1, nodes: [{ title: 'Tổ tự quản', unit: { fullName: 'Xã A' } }] });
    });

    it('the board opens the review of the year, and the communes report for it', async () => {
      const [a, b] = [units['Xã A'], units['Xã B']];
      const year = {
        name: 'Sơ kết 2026',
        kind: 'INTERIM',
        period: 'năm 2026',
        starts: '2026-01-01',
        ends: '2026-12-31',
        dueOn: '2026-12-20',
      };
      const open = {
        ...year,
        unitId: units['Tỉnh A'],
        organiserIds: [units['Ban Dân vận tỉnh A']],
        unitIds: [a, b],
        modelIds: [models['Xã A']],
      };
      the.review = (await story.does('chuyen.vien', 'openReview', open, 'review { id }')).review.id;
      await story.does('can.bo', 'submitForReview', { reviewId: the.review, unitId: a });
      await story.does('can.bo.b', 'submitForReview', { reviewId: the.review, unitId: b });
    });

    it('its numbers, which are those of statistics, are frozen', async () => {
      await story.does('chuyen.vien', 'freezeReview', { id: the.review, expectedVersion: (await frozen()).version });
      const { freezes } = await frozen();
      const { statistics } = await story.reads(
        'lanh.dao',
        '{ statistics(measures: [MODELS_REGISTERED, RECOGNISED, STOPPED]) { cells { measure value } } }',
      );
      expect(freezes[0].asOf).toBe('2026-12-15');
      expect(totals(freezes[0].numbers)).toMatchObject(Object.fromEntries(statistics.cells.map((cell: any) => [cell.measure, cell.value])));
    });
  });

  describe('later in December, a recognition falls', () => {
    it('an inspection shows that the report was untrue: the leader revokes the recognition by another decision', async () => {
      story.day('2026-12-22');
      const paper = { number: '9-QĐ/BDV', kind: 'DECISION', issuedOn: '2026-12-22', issuerId: units['Ban Dân vận tỉnh A'] };
      const by = (await story.does('chuyen.vien', 'recordDecision', paper, 'decision { id }')).decision.id;
      const revoke = { models: [{ id: models['Xã A'] }], decisionId: by };
      expect(await story.isRefused('truong.ban', 'revokeModels', revoke, MODEL_ROWS)).toEqual(['MODEL_NEEDS_REASON']);
      const revoked = await story.does('truong.ban', 'revokeModels', { ...revoke, reason: 'Báo cáo không đúng' }, MODEL_ROWS);
      expect(revoked.rows[0].model.state).toBe('REVOKED');
    });

    it('the commendation is revoked as well: its certificate says so to anyone, and is to be recovered', async () => {
      const expectedVersion = await versionOf('lanh.dao', 'commendation', the.commendation);
      const revoke = { id: the.commendation, expectedVersion, on: '2026-12-22', ground: 'FALSE_DECLARATION', reason: 'Báo cáo không đúng' };
      expect(await story.isRefused('chuyen.vien', 'revokeCommendation', revoke)).toEqual(['FORBIDDEN']);
      await story.does('lanh.dao', 'revokeCommendation', revoke);
      expect(await certificateOf({ registry, the })).toMatchObject({ state: 'REVOKED', decision: '88/QĐ-UBND' });
      const due = await story.reads('chuyen.vien', '{ commendations(filter: { toRecover: true }) { nodes { id } } }');
      expect(due.commendations.nodes).toEqual([{ id: the.commendation }]);
    });

    it('the year stays as it was: in November the model was recognised, today it is not, and what was frozen did not move', async () => {
      const query = 'query ($id: ID!, $asOf: LocalDate) { model(id: $id, asOf: $asOf) { state } }';
      expect((await story.reads('lanh.dao', query, { id: models['Xã A'], asOf: '2026-11-15' })).model.state).toBe('RECOGNISED');
      expect((await story.reads('lanh.dao', query, { id: models['Xã A'] })).model.state).toBe('REVOKED');
      const { freezes } = await frozen();
      expect(totals(freezes[0].numbers).RECOGNISED).toBe(1);
      const { reviewMoves } = await story.reads('lanh.dao', 'query ($id: ID!) { reviewMoves(freezeId: $id) { what frozen now } }', {
        id: freezes[0].id,
      });
      expect(reviewMoves).toContainEqual({ what: 'RECOGNISED', frozen: '1', now: '0' });
    });

    it('the auditor follows every step by the names of people, and finds the trail whole', async () => {
      await registry().registry.app.get(AuditSealer).sealAll();
      const query =
        'query ($id: ID!) { auditEntries(filter: { objectId: $id }, orderBy: AT, first: 50) { nodes { action actor objectName } } }';
      const { auditEntries } = await story.reads('kiem.tra', query, { id: models['Xã A'] });
      const told = auditEntries.nodes.map(({ action, actor }: any) => `${action}: ${actor}`);
      expect(told[0]).toBe('model.drafted: Cán bộ xã A');
      expect(told).toContain('model.recognise: Trưởng ban');
      expect(told.at(-1)).toBe('model.revoke: Trưởng ban');
      expect(auditEntries.nodes.every(({ objectName }: any) => objectName === 'Tổ tự quản')).toBe(true);
      const { auditVerification } = await story.reads('kiem.tra', '{ auditVerification { whole fault } }');
      expect(auditVerification).toEqual({ whole: true, fault: null });
    });
  });
}
