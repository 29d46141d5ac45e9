import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenFigures } from '../indicators/given-figures.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenReviews } from './given-reviews.js';

let registry: TestRegistry;
let province: string;
let a: string;
let b: string;
let indicatorId: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const figures = givenFigures(() => registry);
const reviews = givenReviews(() => registry);
const period = { starts: '2024-01-01', ends: '2024-12-31' };

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2025-01-10T02:00:00Z');
  province = await units.establish({ name: 'T', kind: 'TINH' });
  [a, b] = [await units.establish({ name: 'Xã A', parentId: province }), await units.establish({ name: 'Xã B', parentId: province })];
  indicatorId = await figures.indicator();
});
afterAll(() => registry.close());

const board = () => registry.as.boardStaff;

describe('a review', () => {
  it('has a history of what each reader sees: identifiers that node takes, and nothing of what is out of their sight', async () => {
    const [ofA, ofB] = [await models.draft(a), await models.draft(b)];
    const earlier = await reviews.open(province, { starts: '2023', ends: '2023', unitIds: [] });
    const id = await reviews.open(province, { unitIds: [a, b], modelIds: [ofA, ofB].toSorted(), previousId: earlier });
    await reviews.made(board(), 'correctReview', { id, expectedVersion: 1, reason: 'Thừa', modelIds: [ofA] }, 'review { id }');
    const history = async (by: Asker): Promise<any[]> =>
      (await reviews.read(id, 'history { action changes { field before after } }', by)).history;
    const here = await askerWith(registry, 'bạn đọc xã A', { role: 'reportingClient', unitId: fromGlobalId(a)!.id });
    expect((await history(board()))[0].changes).toEqual([{ field: 'modelIds', before: ofB, after: null }]);
    expect((await history(here))[0].changes).toEqual([]);
    const named = async (by: Asker, ...fields: string[]): Promise<unknown[]> =>
      (await history(by))[1].changes.filter(({ field }: any) => fields.includes(field)).map(({ after }: any) => after);
    expect((await named(board(), 'modelIds')).toSorted()).toEqual([ofA, ofB].toSorted());
    expect(await named(board(), 'previousId')).toEqual([earlier]);
    expect(await named(here, 'modelIds', 'commendationIds', 'previousId')).toEqual([ofA]);
    // Units are seen by all.
    for (const by of [board(), here]) expect(await named(by, 'organiserIds')).toEqual([JSON.stringify([province])]);
    const raw = /[0-9a-f]{8}-[0-9a-f]{4}-/;
    for (const by of [board(), here]) expect(JSON.stringify(await history(by))).not.toMatch(raw);
  });

  it('shows who has sent in figures, who is late, and who has more time', async () => {
    const id = await reviews.open(province, { unitIds: [a, b], dueOn: '2025-01-09' });
    const extend = { reviewId: id, unitId: b, extendedTo: '2025-01-20', reason: 'Sáp nhập' };
    await reviews.made(board(), 'extendReview', extend, 'review { id }');
    const state = async (asOf: string): Promise<string[]> =>
      (
        await registry.as.reader.get(
          'query ($id: ID!, $asOf: LocalDate) { review(id: $id, asOf: $asOf) { units { unit { name } state } } }',
          {
            id,
            asOf,
          },
        )
      ).review.units.map((unit: any) => `${unit.unit.name} ${unit.state}`);
    expect(await state('2025-01-10')).toEqual(['Xã A OVERDUE', 'Xã B EXTENDED']);
    const submit = (unitId: string): object => ({ reviewId: id, unitId });
    await reviews.made(registry.as.unitOfficer, 'submitForReview', submit(a), 'review { id }');
    await reviews.made(registry.as.unitOfficer, 'submitForReview', submit(b), 'review { id }');
    expect(await state('2025-01-10')).toEqual(['Xã A LATE', 'Xã B SUBMITTED']);
    expect(await state('2025-01-08')).toEqual(['Xã A AWAITED', 'Xã B EXTENDED']);
    expect(await reviews.refused(registry.as.unitOfficer, 'submitForReview', submit(a))).toEqual([['REVIEW_UNIT_HAS_SUBMITTED', 'unitId']]);
    expect(await reviews.refused(registry.as.unitOfficer, 'submitForReview', submit(province))).toEqual([
      ['REVIEW_UNIT_NOT_IN_SCOPE', 'unitId'],
    ]);
    expect(await reviews.refused(board(), 'extendReview', extend)).toEqual([['REVIEW_UNIT_HAS_SUBMITTED', 'unitId']]);
    const without = { id, expectedVersion: 1, reason: 'Thử', unitIds: [b] };
    expect(await reviews.refused(board(), 'correctReview', without)).toEqual([['REVIEW_UNIT_HAS_SUBMITTED', 'unitIds']]);
  });

  it('has the figures of its units within its period, next to those of the review before', async () => {
    const before = { name: 'Sơ kết năm trước', starts: '2023-01-01', ends: '2023-12-31', period: 'năm 2023', unitIds: [a] };
    const previousId = await reviews.open(province, before);
    const id = await reviews.open(province, { unitIds: [a], previousId });
    await figures.approved(indicatorId, a, '10', { starts: '2023-01-01', ends: '2023-12-31' });
    await figures.approved(indicatorId, a, '1.012', period);
    await figures.approved(indicatorId, b, '7', period);
    const dropped = await figures.indicator();
    await figures.approved(dropped, a, '3', { starts: '2023-01-01', ends: '2023-12-31' });
    const review = await reviews.read(
      id,
      'figures(first: 10) { nodes { raw } } previous { name } comparison { indicator { id } unit { name } reading previous change }',
    );
    expect(review).toEqual({
      figures: { nodes: [{ raw: '1.012' }] },
      previous: { name: 'Sơ kết năm trước' },
      comparison: [
        { indicator: { id: indicatorId }, unit: { name: 'Xã A' }, reading: '1012', previous: '10', change: '1002' },
        { indicator: { id: dropped }, unit: { name: 'Xã A' }, reading: null, previous: '3', change: null },
      ],
    });
  });

  it('names the commendations that it gave, of which each caller sees their own units’', async () => {
    const list = { issuerId: a, form: 'GIAY_KHEN', kind: 'COLLECTIVE', count: 5, reason: 'Ba năm', source: 'Báo cáo' };
    const { commendation } = await reviews.made(board(), 'recordPastCommendation', list, 'commendation { id }');
    const id = await reviews.open(province, { unitIds: [b], commendationIds: [commendation.id] });
    const named = 'commendations(first: 5) { totalCount nodes { count } }';
    expect((await reviews.read(id, named)).commendations).toEqual({ totalCount: 1, nodes: [{ count: 5 }] });
    const ofB = await askerWith(registry, 'xã B, đọc', { role: 'reportingClient', unitId: fromGlobalId(b)!.id });
    expect((await reviews.read(id, named, ofB)).commendations).toEqual({ totalCount: 0, nodes: [] });
    const removal = { id: commendation.id, expectedVersion: 1, reason: 'Thử' };
    expect((await reviews.refused(board(), 'removeCommendation', removal))[0]?.[0]).toBe('RECORD_IN_USE');
    await reviews.made(board(), 'correctReview', { id, expectedVersion: 1, reason: 'Thử', commendationIds: [] }, 'review { id }');
    expect((await reviews.read(id, named)).commendations.totalCount).toBe(0);
  });

  it('sets tasks for the next period, with owner, day and what came of them', async () => {
    const id = await reviews.open(province);
    const taskId = await reviews.task(id, { text: 'Nhân rộng mô hình', ownerId: a, dueOn: '2025-06-30' });
    const settle = { id: taskId, expectedVersion: 1, state: 'DONE', outcome: 'Ba xã đã làm theo' };
    await reviews.made(board(), 'settleReviewTask', settle, 'reviewTask { id }');
    expect(await reviews.refused(board(), 'settleReviewTask', { ...settle, expectedVersion: 2 })).toEqual([
      ['REVIEW_TASK_STATE_SAME', 'state'],
    ]);
    const { tasks } = await reviews.read(id, 'tasks { text owner { name } dueOn state outcome history { action } }');
    expect(tasks).toEqual([
      {
        text: 'Nhân rộng mô hình',
        owner: { name: 'Xã A' },
        dueOn: '2025-06-30',
        state: 'DONE',
        outcome: 'Ba xã đã làm theo',
        history: [{ action: 'reviewTask.settled' }, { action: 'reviewTask.added' }],
      },
    ]);
  });

  it('is visible with its unit, its organisers and the units that report for it; elsewhere it answers as if it did not exist', async () => {
    const id = await reviews.open(a, { unitIds: [] });
    const [here, there] = [
      await askerWith(registry, 'xã A', { role: 'unitOfficer', unitId: fromGlobalId(a)!.id }),
      await askerWith(registry, 'xã B', { role: 'boardStaff', unitId: fromGlobalId(b)!.id }),
    ];
    expect(await reviews.read(id, 'id', here)).toEqual({ id });
    expect(await reviews.read(id, 'id', there)).toBeNull();
    const { errors } = await there.ask('mutation ($input: FreezeReviewInput!) { freezeReview(input: $input) { userErrors { code } } }', {
      input: { id, expectedVersion: 1 },
    });
    expect(errors?.[0]?.extensions.code).toBe('REVIEW_NOT_FOUND');
  });

  it.each([
    ['a period that ends before it starts', { starts: '2024-05-01', ends: '2024-04-30' }, 'REVIEW_PERIOD_BACKWARDS', 'ends'],
    ['a period that begins in the future', { starts: '2025-02-01', ends: '2025-12-31' }, 'REVIEW_PERIOD_IN_FUTURE', 'starts'],
    ['a conference before its period', { heldOn: '2023-12-31' }, 'REVIEW_HELD_BEFORE_PERIOD', 'heldOn'],
  ])('with %s is refused', async (_what, more, code, field) => {
    expect(await reviews.refused(board(), 'openReview', reviews.given(province, more))).toEqual([[code, field]]);
  });
});

describe('frozen numbers', () => {
  it('stay as they were, and what has moved since is named with its command', async () => {
    const modelId = await models.draft(a, { title: 'Mô hình một' });
    const id = await reviews.open(province, {
      unitIds: [a, b],
      modelIds: [modelId],
      starts: '2022-01-01',
      ends: '2022-12-31',
      period: 'năm 2022',
    });
    const moved = await figures.approved(indicatorId, a, '40');
    await figures.approved(indicatorId, b, '5');
    const freezeId = await reviews.freeze(id);
    const frozen = (): Promise<any> =>
      reviews.read(
        id,
        'freezes { basis asOf frozenAt asked notes numbers { row column measure value filter } figures { unit raw reading state } identities { name } }',
      );
    const first = await frozen();
    expect(first.freezes[0]).toMatchObject({ basis: 'AS_REPORTED', asOf: '2025-01-10', figures: [{ raw: '40' }, { raw: '5' }] });
    expect(first.freezes[0].numbers.map(({ measure }: any) => measure)).toContain('MODELS_REGISTERED');
    const moves = async (): Promise<any> =>
      (await registry.as.boardStaff.get('query ($id: ID!) { reviewMoves(freezeId: $id) { what frozen now action } }', { id: freezeId }))
        .reviewMoves;
    expect(await moves()).toEqual([]);
    registry.setClock('2025-01-11T02:00:00Z');
    const mend = { id: moved, expectedVersion: 2, reason: 'Chép lại', number: { raw: '44', reading: '44' } };
    await figures.made(registry.as.unitOfficer, 'correctFigure', mend, 'figure { id }');
    const past = { title: 'Mô hình năm 2022', unitId: b, subjectKind: 'COLLECTIVE', attestedOn: '2022-06-01', source: 'Báo cáo' };
    await reviews.made(board(), 'recordPast', past, 'model { id }');
    expect(await frozen()).toEqual(first);
    const [figure, ...numbers] = await moves();
    expect(figure).toEqual({ what: 'Chỉ tiêu 1 – Xã Xã A', frozen: '40', now: '44', action: 'figure.corrected' });
    // A unit of the review reads the frozen numbers of all; what became of them since, of its own figures alone.
    const ofB = await askerWith(registry, 'của B', { role: 'reportingClient', unitId: fromGlobalId(b)!.id });
    const seenThere = await ofB.get('query ($id: ID!) { reviewMoves(freezeId: $id) { what now } }', { id: freezeId });
    expect(seenThere.reviewMoves.filter(({ what }: any) => what.startsWith('Chỉ tiêu'))).toEqual([]);
    const isOfB = ({ what, now }: any): boolean => /^MODELS_REGISTERED – Xã (Xã )?B/.test(what) && now === '1';
    expect(numbers.filter(isOfB)).not.toEqual([]);
    const { userErrors } = await units.apply({ effective: '2025-01-11', changes: [{ merge: { unitIds: [a], intoId: b } }] });
    expect(userErrors).toEqual([]);
    expect(await frozen()).toEqual(first);
  });

  it('are refused while figures are returned, and hold the units of the review', async () => {
    const id = await reviews.open(b, { unitIds: [a], starts: '2021-01-01', ends: '2021-12-31', period: 'năm 2021' });
    const figureId = await figures.reported(indicatorId, b, '8', { starts: '2021', ends: '2021' });
    await figures.made(board(), 'returnFigure', { id: figureId, expectedVersion: 1, reason: 'Thiếu' }, 'figure { id }');
    expect(await reviews.refused(board(), 'freezeReview', { id, expectedVersion: 1 })).toEqual([['REVIEW_HAS_RETURNS', 'id']]);
    const mend = { id: figureId, expectedVersion: 2, reason: 'Bổ sung', number: { raw: '9', reading: '9' } };
    await figures.made(registry.as.unitOfficer, 'correctFigure', mend, 'figure { id }');
    await reviews.freeze(id);
    const change = { id, expectedVersion: 1, reason: 'Thử' };
    expect(await reviews.refused(board(), 'correctReview', { ...change, unitIds: [] })).toEqual([['REVIEW_FROZEN', 'unitIds']]);
    await reviews.made(board(), 'correctReview', { ...change, note: 'Đã công bố' }, 'review { id }');
  });
});
