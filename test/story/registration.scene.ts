import { describe, expect, it } from '@jest/globals';
import { FULL_FORM } from '../support/full-form.js';
import { MODEL_ROWS, type Year } from './year.js';

/** Two communes register a model each, and run it. */
export function fromSpringToSummer({ story, units, models, the, versionOf }: Year): void {
  describe('in March, a commune registers a model', () => {
    it('the officer drafts it, and the officer of another commune neither sees nor may enter it', async () => {
      story.day('2026-03-10');
      const draft = {
        title: 'Tổ tự quản',
        unitId: units['Xã A'],
        subjectKind: 'COLLECTIVE',
        roundId: the.round,
        form: { aims: 'Đường sạch' },
      };
      models['Xã A'] = (await story.does('can.bo', 'draftModel', draft, 'model { id state }')).model.id;
      expect((await story.reads('can.bo.b', 'query ($id: ID!) { model(id: $id) { id } }', { id: models['Xã A'] })).model).toBeNull();
      expect(await story.isRefused('can.bo.b', 'draftModel', draft)).toEqual(['OUT_OF_REACH']);
    });

    it('the registry says what the form still lacks; the officer completes it, and the head submits', async () => {
      const mine = { models: [{ id: models['Xã A'] }] };
      expect(await story.isRefused('thu.truong', 'submitModels', mine, MODEL_ROWS)).toContain('MODEL_FORM_ITEM_MISSING');
      const expectedVersion = await versionOf('can.bo', 'model', models['Xã A']!);
      await story.does('can.bo', 'editModel', { id: models['Xã A'], expectedVersion, form: FULL_FORM });
      const submitted = await story.does('thu.truong', 'submitModels', mine, MODEL_ROWS);
      expect(submitted.rows[0].model).toEqual({ state: 'SUBMITTED', holder: { fullName: 'Ban Dân vận tỉnh A' } });
    });

    it('the board returns it with a reason, gets it again, and receives it', async () => {
      story.day('2026-03-20');
      const mine = { models: [{ id: models['Xã A'] }] };
      const { waitingForMe } = await story.reads('chuyen.vien', '{ waitingForMe(first: 5) { totalCount } }');
      expect(waitingForMe.totalCount).toBe(1);
      await story.does('chuyen.vien', 'returnModels', { ...mine, reason: 'Nêu rõ địa bàn' }, MODEL_ROWS);
      const expectedVersion = await versionOf('can.bo', 'model', models['Xã A']!);
      await story.does('can.bo', 'editModel', { id: models['Xã A'], expectedVersion, place: 'Thôn 1' });
      await story.does('thu.truong', 'submitModels', mine, MODEL_ROWS);
      await story.does('chuyen.vien', 'receiveModels', mine, MODEL_ROWS);
    });

    it('the other commune registers one, too', async () => {
      const draft = { title: 'Ánh sáng đường quê', unitId: units['Xã B'], subjectKind: 'COLLECTIVE', roundId: the.round, form: FULL_FORM };
      models['Xã B'] = (await story.does('can.bo.b', 'draftModel', draft, 'model { id }')).model.id;
      await story.does('can.bo.b', 'submitModels', { models: [{ id: models['Xã B'] }] }, MODEL_ROWS);
      await story.does('chuyen.vien', 'receiveModels', { models: [{ id: models['Xã B'] }] }, MODEL_ROWS);
    });

    it('after the last day nobody registers any more, whatever day is stated', async () => {
      story.day('2026-04-01');
      const late = { title: 'Đến muộn', unitId: units['Xã B'], subjectKind: 'COLLECTIVE', roundId: the.round };
      expect(await story.isRefused('can.bo.b', 'draftModel', late)).toEqual(['MODEL_AFTER_DEADLINE']);
    });
  });

  describe('in the summer, the model runs', () => {
    it('it starts in May, and is found weak in July', async () => {
      story.day('2026-05-04');
      await story.does('can.bo', 'startModels', { models: [{ id: models['Xã A'] }] }, MODEL_ROWS);
      story.day('2026-07-06');
      await story.does('chuyen.vien', 'strengthenModels', { models: [{ id: models['Xã A'] }], reason: 'Ít hộ tham gia' }, MODEL_ROWS);
    });
  });
}
