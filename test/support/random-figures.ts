import type { Command } from './random-command.js';
import { NAMES, SENTENCES } from './random-names.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';
import type { TestRegistry } from './test-registry.js';

const YEARS = ['2020', '2021', '2022', '2023', '2024'];
const QUALIFIERS = ['', '', '', '', 'trên ', 'khoảng '];

/** Indicators with identities, figures of units in every state, and reviews of them with tasks and frozen numbers. */
export async function fillFigures({ as }: TestRegistry, command: Command, units: RandomUnits, random: Random): Promise<void> {
  const indicators: string[] = [];
  for (let i = 0; i < 5; i++) {
    const rollUp = random.pick(['SUM', 'SUM', 'LAST', 'NOT_ADDITIVE']);
    const input = {
      code: `SO_${i}`,
      name: random.pick(NAMES),
      measure: 'việc',
      rollUp,
      validFrom: random.chance(0.5) ? '2020-01-01' : null,
    };
    const made = await command('defineIndicator', 'DefineIndicatorInput', input, 'indicator { id }');
    indicators.push(made.indicator.id);
  }
  const ratio = { code: 'TY_LE', name: 'Tỷ lệ', measure: 'phần trăm (%)', decimals: 2, rollUp: 'RATIO_OF_SUMS' };
  const [numeratorId, denominatorId] = indicators;
  await command('defineIndicator', 'DefineIndicatorInput', { ...ratio, numeratorId, denominatorId }, '');
  const next = { id: indicators[1], expectedVersion: 1, validFrom: '2023-06-01', name: random.pick(NAMES), measure: 'lượt', rollUp: 'SUM' };
  await command('redefineIndicator', 'RedefineIndicatorInput', next, '');
  for (const [i, kind] of ['PARTS_TOTAL', 'NOT_MORE', 'CHILDREN_PARENT', 'CLOSE_OPEN'].entries()) {
    const [totalId, ...others] = random.shuffled(indicators);
    const partIds = kind === 'CHILDREN_PARENT' ? [] : others.slice(0, kind === 'CLOSE_OPEN' ? 1 : 2);
    await command('defineIdentity', 'DefineIdentityInput', { name: `${random.pick(NAMES)} ${i}`, kind, totalId, partIds }, '');
  }
  const figures = await fillUnits(command, indicators, units, random);
  for (const id of figures) {
    if (random.chance(0.4)) await command('approveFigures', 'ApproveFiguresInput', { ids: [id] }, '');
    else if (random.chance(0.2)) await command('returnFigure', 'ReturnFigureInput', { id, expectedVersion: 1, reason: 'Thiếu' }, '');
  }
  for (const id of figures) {
    const remark = { figureId: id, text: random.pick(SENTENCES), followUp: random.chance(0.5) };
    if (!random.chance(0.2)) continue;
    const said = await command('remarkOnFigure', 'RemarkOnFigureInput', remark, 'figureRemark { id }');
    const settled = { id: said?.figureRemark.id, expectedVersion: 1, outcome: 'Đã xem' };
    if (said && remark.followUp && random.chance(0.5)) await command('settleFigureRemark', 'SettleFigureRemarkInput', settled, '');
  }
  await fillReviews({ as }, command, units, random);
}

async function fillUnits(command: Command, indicators: readonly string[], units: RandomUnits, random: Random): Promise<string[]> {
  const made: string[] = [];
  for (let i = 0; i < 8; i++) {
    const unitId = units.anyId();
    for (const indicatorId of random.some(indicators, 5))
      for (const year of random.some(YEARS, 4)) {
        const input = {
          indicatorId,
          unitId,
          covers: random.pick(['WHOLE', 'WHOLE', 'OWN']),
          starts: `${year}-01-01`,
          ends: `${year}-12-31`,
          raw: `${random.pick(QUALIFIERS)}${random.between(0, 30)}`,
          source: random.pick(['Báo cáo năm', 'Phụ lục']),
          page: random.chance(0.3) ? 'trang 2' : null,
          note: random.chance(0.3) ? random.pick(SENTENCES) : null,
        };
        const answer = await command('reportFigure', 'ReportFigureInput', input, 'figure { id }');
        if (answer) made.push(answer.figure.id);
        const { raw: _raw, source: _source, page: _page, note: _note, ...about } = input;
        const target = { ...about, value: `${random.between(0, 30)}`, direction: random.pick(['AT_LEAST', 'AT_MOST']), basis: 'Kế hoạch' };
        if (random.chance(0.3)) await command('setFigureTarget', 'SetFigureTargetInput', target, '');
      }
  }
  return made;
}

async function fillReviews({ as }: Pick<TestRegistry, 'as'>, command: Command, units: RandomUnits, random: Random): Promise<void> {
  const { models } = await as.everyRole.get('{ models(first: 20) { nodes { id } } }');
  const modelIds: string[] = models.nodes.map(({ id }: { id: string }) => id);
  const { commendations } = await as.everyRole.get('{ commendations(first: 20) { nodes { id } } }');
  const commendationIds: string[] = commendations.nodes.map(({ id }: { id: string }) => id);
  let previousId: string | null = null;
  for (let i = 0; i < 6; i++) {
    const unitIds = [...new Set([units.anyId(), units.anyId(), units.anyId()])];
    const year = YEARS[2 + (i % 3)]!;
    const input = {
      unitId: units.anyId(),
      name: random.pick(NAMES),
      kind: random.pick(['INTERIM', 'FINAL']),
      theme: random.chance(0.5) ? random.pick(SENTENCES).slice(0, 400) : null,
      period: `năm ${year}`,
      starts: random.chance(0.3) ? '2019' : year,
      ends: year,
      heldOn: random.chance(0.5) ? `${Number(year) + 1}-01-15` : null,
      dueOn: random.chance(0.6) ? `${Number(year) + 1}-01-05` : null,
      organiserIds: unitIds.slice(0, 2),
      unitIds,
      modelIds: random.some(modelIds, 3),
      commendationIds: random.some(commendationIds, 3),
      previousId,
    };
    const made = await command('openReview', 'OpenReviewInput', input, 'review { id }');
    if (!made) continue;
    const { id } = made.review;
    if (i % 3 < 2) previousId = id;
    else previousId = null;
    for (const unitId of unitIds) {
      const extended = { reviewId: id, unitId, extendedTo: '2031-01-01', reason: 'Bão lụt' };
      if (random.chance(0.3)) await command('extendReview', 'ExtendReviewInput', extended, '');
      if (random.chance(0.5)) await command('submitForReview', 'SubmitForReviewInput', { reviewId: id, unitId }, '');
    }
    for (let n = random.between(0, 3); n > 0; n--) {
      const task = { reviewId: id, text: random.pick(SENTENCES), ownerId: random.chance(0.5) ? units.anyId() : null };
      const added = await command(
        'addReviewTask',
        'AddReviewTaskInput',
        { ...task, dueOn: random.chance(0.5) ? '2027-01-01' : null },
        'reviewTask { id }',
      );
      const done = { id: added?.reviewTask.id, expectedVersion: 1, state: 'DONE', outcome: 'Đã xong' };
      if (added && random.chance(0.4)) await command('settleReviewTask', 'SettleReviewTaskInput', done, '');
    }
    if (random.chance(0.6)) await command('freezeReview', 'FreezeReviewInput', { id, expectedVersion: 1 }, '');
  }
}
