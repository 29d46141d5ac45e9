import { beforeAll, afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { connect } from '../support/test-server.js';
import { givenRegistrations } from './given-registrations.js';

const given = givenRegistrations();
const { models } = given;
let client: pg.Client;
beforeAll(async () => (client = await connect(given.registry.database.where)));
afterAll(() => client.end());

async function ordered(orderBy: string, first = 100): Promise<string[]> {
  const titles: string[] = [];
  for (let after: string | null = null; ;) {
    const { models: page }: any = await given.registry.as.reader.get(
      'query ($orderBy: ModelOrder!, $first: Int!, $after: String) { models(orderBy: $orderBy, first: $first, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } }',
      { orderBy, first, after },
    );
    titles.push(...page.nodes.map(({ title }: any) => title));
    if (!page.pageInfo.hasNextPage) return titles;
    after = page.pageInfo.endCursor;
  }
}

describe('models', () => {
  const ids: Record<string, string> = {};
  /** Known from a paper, and recognised by another. */
  const past = async (title: string, on: string): Promise<void> => {
    const { recordPast } = await given.registry.as.everyRole.get(
      'mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id } userErrors { code field } } }',
      {
        input: {
          title,
          unitId: given.commune,
          subjectKind: 'COLLECTIVE',
          source: 'Sổ cũ',
          attestedOn: '2020-01-01',
          state: 'UNDER_APPRAISAL',
        },
      },
    );
    expect(recordPast.userErrors).toEqual([]);
    ids[title] = recordPast.model.id;
    const [row] = await models.step('recogniseModels', ids[title]!, { on, level: 'COMMUNE', source: 'Báo cáo' });
    expect(row!.userErrors).toEqual([]);
  };

  beforeAll(async () => {
    await past('Công nhận 2021', '2021-05-01');
    await past('Công nhận 2024', '2024-05-01');
    await past('Công nhận 2023', '2023-05-01');
    ids['Chưa'] = await models.draft(given.commune, { title: 'Chưa' });
  });

  it('are listed by their latest recognition, those without one last, page by page', async () => {
    const early = ['Công nhận 2021', 'Công nhận 2023', 'Công nhận 2024'];
    for (const first of [1, 2, 100]) {
      expect(await ordered('RECOGNISED_ON', first)).toEqual([...early, 'Chưa']);
      expect(await ordered('RECOGNISED_ON_DESC', first)).toEqual([...early.toReversed(), 'Chưa']);
    }
  });

  it('whose recognition is revoked are listed as without one, until that is taken back', async () => {
    const decisionId = await models.decision(given.communeBoard);
    const [row] = await models.step('revokeModels', ids['Công nhận 2024']!, { decisionId, reason: 'Khai sai' });
    expect(row!.userErrors).toEqual([]);
    expect((await ordered('RECOGNISED_ON_DESC')).slice(0, 2)).toEqual(['Công nhận 2023', 'Công nhận 2021']);
    expect(await given.examine()).toEqual([]);
    await given.done('takeBackModelStep', 'TakeBackModelStepInput', ids['Công nhận 2024']!, { action: 'revoke', reason: 'Nhầm' });
    expect((await ordered('RECOGNISED_ON_DESC'))[0]).toBe('Công nhận 2024');
  });

  it('with another day than that of their recognition are found by the doctor', async () => {
    await client.query(`update emulation_model set recognised_on = '2020-01-01' where title = 'Chưa'`);
    expect(await given.examine()).toMatchObject([{ check: 'models.copyTheirLatestRegistration' }]);
    await client.query(`update emulation_model set recognised_on = null where title = 'Chưa'`);
    expect(await given.examine()).toEqual([]);
  });

  it('are listed by their last change, by the clock of its command', async () => {
    for (const [title, now] of [
      ['Công nhận 2023', '2026-04-01T01:00:00Z'],
      ['Chưa', '2026-04-01T02:00:00Z'],
    ] as const) {
      given.registry.setClock(now);
      await given.done('editModel', 'EditModelInput', ids[title]!, { place: 'Thôn một', reason: 'Bổ sung' });
    }
    expect((await ordered('CHANGED_AT_DESC', 1)).slice(0, 2)).toEqual(['Chưa', 'Công nhận 2023']);
    expect((await ordered('CHANGED_AT', 3)).slice(-2)).toEqual(['Công nhận 2023', 'Chưa']);
    const { rows } = await client.query(
      `select m.title, m.changed_at = (select max(e.at) from audit_entry e where e.object_id = m.id) as same from emulation_model m`,
    );
    expect(rows.filter(({ same }) => !same)).toEqual([]);
  });
});

describe('a page by recognition or change, the first or a further one', () => {
  /** How many models the page reads, and by which indexes. */
  async function readBy(orderBy: string, after: string | null): Promise<{ rows: number; ways: Set<string>; next: string }> {
    const asked: { text: string; values: unknown[] }[] = [];
    const { query } = pg.Client.prototype;
    pg.Client.prototype.query = function (this: pg.Client, ...args: any[]): unknown {
      const text: string = typeof args[0] === 'string' ? args[0] : args[0].text;
      // Changed models are counted in the background meanwhile.
      const isPage = text.includes('from emulation_model m') && !text.includes('counted_event');
      if (isPage) asked.push({ text, values: args[0].values ?? args[1] ?? [] });
      return (query as any).apply(this, args);
    } as typeof query;
    let next: string;
    try {
      const { models: page } = await given.registry.as.reader.get(
        'query ($orderBy: ModelOrder!, $after: String) { models(orderBy: $orderBy, first: 20, after: $after) { nodes { id code } pageInfo { endCursor } } }',
        { orderBy, after },
      );
      next = page.pageInfo.endCursor;
    } finally {
      pg.Client.prototype.query = query;
    }
    expect(asked).toHaveLength(1);
    const { rows } = await client.query(`explain (analyze, format json) ${asked[0]!.text}`, asked[0]!.values);
    const stepsOf = (step: any): any[] => [step, ...(step.Plans ?? []).flatMap(stepsOf)];
    const read = stepsOf(rows[0]['QUERY PLAN'][0].Plan).filter(step => step['Relation Name'] === 'emulation_model');
    return {
      rows: read.reduce((sum, step) => sum + (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'], 0),
      ways: new Set(read.map(step => step['Index Name'] ?? step['Node Type'])),
      next,
    };
  }

  const fill = async (from: number, to: number): Promise<void> => {
    await client.query(
      `insert into emulation_model (id, code, title, unit_id, subject_kind, file_state, state_since, on_paper, attested_on, source, recorded_at)
       select gen_random_uuid(), 'X-' || i, 'Mô hình ' || i, u.id, 'COLLECTIVE', 'RECOGNISED', '2022-01-01', true, '2022-01-01', 'Báo cáo',
              timestamptz '2020-01-01' + i * 7919 % 100000 * interval '1 minute'
         from generate_series($1::int, $2::int) i cross join (select unit_id as id from unit_span where name = 'Xã A' limit 1) u`,
      [from, to],
    );
    await client.query(
      `update emulation_model set recognised_on = date '2010-01-01' + (substr(code, 3)::int * 31 % 4000) where code like 'X-%' and substr(code, 3)::int % 3 > 0`,
    );
    await client.query('vacuum analyze emulation_model');
  };

  it.each([
    ['RECOGNISED_ON', 'emulation_model_recognised'],
    ['RECOGNISED_ON_DESC', 'emulation_model_recognised_last'],
    ['CHANGED_AT', 'emulation_model_changed'],
    ['CHANGED_AT_DESC', 'emulation_model_changed'],
  ])('%s reads as many models at ten times, by its index', async (orderBy, index) => {
    await client.query(`delete from emulation_model where code like 'X-%'`);
    await fill(1, 2_000);
    const few = await readBy(orderBy, (await readBy(orderBy, null)).next);
    await fill(2_001, 20_000);
    const first = await readBy(orderBy, null);
    for (const page of [first, await readBy(orderBy, first.next)]) {
      expect(page.ways).toEqual(new Set([index]));
      expect(page.rows).toBeLessThanOrEqual(few.rows);
      expect(page.rows).toBeLessThan(100);
    }
  });
});
