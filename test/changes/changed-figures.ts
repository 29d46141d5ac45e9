import type { givenUnits } from '../support/given-units.js';
import type { ChangedObject, commandsOf } from './changed-objects.js';

interface Given {
  readonly one: string;
  readonly two: string;
  readonly models: readonly string[];
  readonly shown: (id: string, fields: string) => Promise<any>;
}

/** How indicators, identities, figures, reviews and their tasks are made. */
export async function changedFigures(
  commands: ReturnType<typeof commandsOf>,
  units: ReturnType<typeof givenUnits>,
  { one, two, models, shown }: Given,
): Promise<Readonly<Record<string, ChangedObject>>> {
  let made = 0;
  let identity: string | undefined;
  const indicator = (more: object = {}): Promise<string> =>
    commands.made('defineIndicator', { code: `DOI_${++made}`, name: 'Số', measure: 'việc', rollUp: 'SUM', ...more }, 'indicator');
  const review = (more: object = {}): Promise<string> => {
    const period = { kind: 'INTERIM', period: 'năm 2024', starts: '2024', ends: '2024' };
    const given = { unitId: one, name: `Sơ kết ${++made}`, ...period, organiserIds: [one], unitIds: [], modelIds: [], ...more };
    return commands.made('openReview', given, 'review');
  };
  const earlier = [await review({ starts: '2022', ends: '2022' }), await review({ starts: '2021', ends: '2021' })] as const;
  const commend = (name: string): Promise<string> =>
    commands.made('recordPastCommendation', { issuerId: one, kind: 'INDIVIDUAL', reason: 'Việc', name, source: 'Sổ' }, 'commendation');
  const commended = [await commend('Cá nhân A'), await commend('Cá nhân B')].toSorted();
  return {
    correctIndicator: {
      fields: {
        name: ['Số một', 'Số hai'],
        measure: ['hồ sơ', 'lượt'],
        definition: ['Gồm một', 'Gồm hai'],
        basis: ['Kế hoạch một', 'Kế hoạch hai'],
      },
      create: first => indicator(first),
      async read(id) {
        const { definitions } = await shown(id, '... on Indicator { definitions { name measure definition basis } }');
        return definitions[0];
      },
    },
    correctIdentity: {
      fields: { name: ['Đẳng thức một', 'Đẳng thức hai'], note: ['Ghi chú một', 'Ghi chú hai'] },
      async create(first) {
        // The name of an identity is used once.
        if (identity) {
          const { version } = await shown(identity, '... on Identity { version }');
          await commands.run('removeIdentity', { id: identity, expectedVersion: version, reason: 'Kiểm thử' });
        }
        const given = { name: 'Đẳng thức', kind: 'NOT_MORE', totalId: await indicator(), partIds: [await indicator()], ...first };
        return (identity = await commands.made('defineIdentity', given, 'identity'));
      },
    },
    correctFigure: {
      fields: {
        number: [
          { raw: '1.000', reading: '1000' },
          { raw: '2.000', reading: '2000' },
        ],
        source: ['Báo cáo một', 'Báo cáo hai'],
        page: ['trang 1', 'trang 2'],
        note: ['Ghi chú một', 'Ghi chú hai'],
      },
      async create({ number, ...first }) {
        const given = { indicatorId: await indicator(), unitId: one, covers: 'WHOLE', ends: '2024', source: 'Báo cáo', raw: '5', ...first };
        return commands.made('reportFigure', { ...given, ...(number as object | undefined) }, 'figure');
      },
      async read(id) {
        const { raw, reading, source, page, note } = await shown(id, '... on Figure { raw reading source page note }');
        return { number: { raw, reading }, source, page, note };
      },
    },
    correctFigureTarget: {
      fields: { value: ['10', '20'], direction: ['AT_LEAST', 'AT_MOST'], basis: ['Kế hoạch một', 'Kế hoạch hai'] },
      async create(first) {
        const given = {
          indicatorId: await indicator(),
          unitId: one,
          covers: 'WHOLE',
          ends: '2024',
          value: '5',
          basis: 'Kế hoạch',
          ...first,
        };
        return commands.made('setFigureTarget', given, 'figureTarget');
      },
    },
    correctReview: {
      fields: {
        name: ['Sơ kết năm', 'Sơ kết nửa năm'],
        theme: ['Chủ đề một', 'Chủ đề hai'],
        heldOn: ['2025-01-02', '2025-03-04'],
        dueOn: ['2024-12-01', '2024-12-15'],
        note: ['Ghi chú một', 'Ghi chú hai'],
        organiserIds: [[one, two], [two]],
        unitIds: [[one, two].toSorted(), [two]],
        modelIds: [models.toSorted(), models.slice(1)],
        commendationIds: [commended, commended.slice(1)],
        previousId: earlier,
      },
      async create(first) {
        const unitId = await units.establish({ name: `Có sơ kết ${++made}` });
        return review({ unitId, ...first });
      },
      async read(id) {
        const fields =
          '... on Review { name theme heldOn dueOn note organisers { id } units { unit { id } } models(first: 9) { nodes { id } } commendations(first: 9) { nodes { id } } previous { id } }';
        const { organisers, units: reporting, models: named, commendations, previous, ...rest } = await shown(id, fields);
        return {
          ...rest,
          organiserIds: organisers.map((unit: { id: string }) => unit.id),
          unitIds: reporting.map(({ unit }: { unit: { id: string } }) => unit.id).toSorted(),
          modelIds: named.nodes.map((node: { id: string }) => node.id).toSorted(),
          commendationIds: commendations.nodes.map((node: { id: string }) => node.id).toSorted(),
          previousId: previous?.id ?? null,
        };
      },
    },
    correctReviewTask: {
      fields: { text: ['Việc một', 'Việc hai'], ownerId: [one, two], dueOn: ['2026-01-02', '2026-03-04'] },
      create: async first => commands.made('addReviewTask', { reviewId: await review(), text: 'Việc', ...first }, 'reviewTask'),
      async read(id) {
        const { text, owner, dueOn } = await shown(id, '... on ReviewTask { text owner { id } dueOn }');
        return { text, ownerId: owner?.id ?? null, dueOn };
      },
    },
  };
}
