import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { TITLES, givenTitles, searchAsker } from './search.asker.js';

let registry: TestRegistry;
const { search, names } = searchAsker(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  await givenTitles(registry, TITLES);
});
afterAll(() => registry.close());

describe('the models of Quế Sơn are found without marks', () => {
  it.each([
    ['dan van kheo bo phan mot cua', ['Dân vận khéo tại bộ phận một cửa']],
    ['can cuoc cong dan', ['Làm căn cước công dân tại nhà cho người già, đau ốm, người khuyết tật']],
  ])('by “%s”', async (text, titles) => expect(await names(text)).toEqual(titles));

  it('by “TTHC”, which their titles write out', async () => {
    const found = await names('TTHC', { filter: { types: ['MODEL'] } });
    expect(found).toHaveLength(5);
    expect(found.filter(title => title.toLowerCase().includes('thủ tục hành chính'))).toHaveLength(4);
    expect(found).toContain('Cải cách TTHC ở xã');
  });
});

describe('the order', () => {
  it('is that of the Vietnamese alphabet, numbers as numbers', async () =>
    expect(await names('tu quan')).toEqual([
      'An toàn tự quản',
      'Ăn ở tự quản',
      'Ấp tự quản',
      'Dũng cảm tự quản',
      'Đội tự quản',
      'Tổ 9 tự quản',
      'Tổ 10 tự quản',
    ]));

  it('puts the same marks first, whichever way the tone is placed', async () => {
    expect(await names('nuôi cá lóc')).toEqual(['Nuôi cá lóc', 'Nuôi ca lốc']);
    for (const text of ['hoà giải ở cơ sở', 'hòa giải ở cơ sở']) {
      const found = await names(text);
      expect(found.slice(0, 2).toSorted()).toEqual(['Hoà giải ở cơ sở', 'Hòa giải ở cơ sở'].toSorted());
      expect(found[2]).toBe('Hoa giai o co so');
    }
  });

  it('is: named so, beginning so, holding the phrase, holding all the words', async () => {
    expect(await names('hoi vien giup nhau')).toEqual(['Hội viên giúp nhau', '“Hội viên”, giúp nhau làm giàu']);
    const found = await names('dan van kheo', { filter: { types: ['MODEL'] } });
    expect(found.slice(0, 2)).toEqual([
      'Dân vận khéo tại bộ phận một cửa',
      'Dân vận khéo trong công tác tiếp dân, giải quyết đơn thư khiếu nại, tố cáo của công dân',
    ]);
    expect(found.at(-1)).toBe('Khéo léo vận động dân');
  });

  it('tells how each was found', async () => {
    const steps = async (text: string): Promise<string[]> => (await search(text)).edges.map(({ step }) => step);
    expect(await steps('Hội viên giúp nhau')).toEqual(['EXACT', 'WORDS']);
    expect(await steps('que hiepp')).toEqual(['SIMILAR']);
  });

  it('is kept from page to page, each thing once', async () => {
    const whole = await search('tu quan', { first: 100 });
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Awaited<ReturnType<typeof search>> = await search('tu quan', { first: 2, after });
      seen.push(...page.edges.map(({ node }) => node.id));
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    expect(seen).toEqual(whole.edges.map(({ node }) => node.id));
    expect(seen).toHaveLength(whole.totalCount!);
  });
});

describe('units are found', () => {
  it('by a name they no longer have, shown as they stand on the day', async () => {
    const [hit] = (await search('Quế Trung', { asOf: '2024-06-01' })).edges;
    expect(hit).toMatchObject({ matched: 'Quế Trung (2008–2023)', step: 'EXACT', node: { fullName: 'Thị trấn Trung Phước' } });
    const [then] = (await search('Quế Trung', { asOf: '2020-06-01' })).edges;
    expect(then).toMatchObject({ matched: 'Quế Trung', node: { fullName: 'Xã Quế Trung' } });
  });

  it('not by a name that they have only later, nor before there is one', async () => {
    expect(await names('Trung Phước', { asOf: '2020-06-01' })).toEqual([]);
    expect(await names('Quế Sơn Trung', { asOf: '2020-06-01' })).toEqual([]);
  });

  it('by name with or without the word for their kind, and by code, each once', async () => {
    for (const text of ['que hiep', 'xã Quế Hiệp', 'xa que hiep', '20659'])
      expect(await names(text, { filter: { types: ['UNIT'] } })).toEqual(['Quế Hiệp']);
    expect((await search('huong an')).edges.filter(({ node }) => node.name === 'Hương An')).toHaveLength(1);
    expect((await search('TT Đông Phú')).edges[0]).toMatchObject({ step: 'EXACT', node: { fullName: 'Thị trấn Đông Phú' } });
  });

  it('by an abbreviation written out, and by either place of the tone', async () => {
    expect(await names('Ủy ban nhân dân huyện Quế Sơn')).toEqual(['UBND huyện Quế Sơn']);
    for (const text of ['Huyện uỷ Quế Sơn', 'Huyện ủy Quế Sơn'])
      expect((await search(text)).edges[0]).toMatchObject({ node: { name: 'Ban Dân vận Huyện ủy Quế Sơn' } });
  });
});

describe('abbreviations', () => {
  it('are read both ways', async () => {
    expect(await names('cải cách thủ tục hành chính ở xã')).toEqual(['Cải cách TTHC ở xã']);
    expect(await names('cai cach tthc o xa')).toEqual(['Cải cách TTHC ở xã']);
  });

  it('that look like words count in capitals only', async () => {
    expect(await names('CA xã', { filter: { types: ['MODEL'] } })).toEqual(['CA xã gần dân', 'Công an xã vì dân']);
    expect(await names('cá sạch')).toEqual(['Nuôi cá sạch']);
    expect(await names('cong an', { filter: { types: ['MODEL'] } })).toEqual(['Công an xã vì dân']);
  });

  it('are data: one more is known at once', async () => {
    expect(await names('GQ đơn thư')).toEqual([]);
    await registry.registry.source.query(
      `insert into abbreviation (short_form, long_form, source) values ('GQ', 'giải quyết', 'minh họa')`,
    );
    expect(await names('GQ đơn thư')).toHaveLength(1);
  });
});

describe('a slip of the finger', () => {
  it.each([
    ['que heip', 'Quế Hiệp'],
    ['can cuocc cong dan', 'Làm căn cước công dân tại nhà cho người già, đau ốm, người khuyết tật'],
    ['bo phna mot cua', 'Dân vận khéo tại bộ phận một cửa'],
    ['ho vien giup nahu', 'Hội viên giúp nhau'],
  ])('“%s” still finds “%s”', async (text, found) => {
    const { edges } = await search(text);
    expect(edges.map(({ node }) => node.title ?? node.name)).toContain(found);
    expect(new Set(edges.map(({ step }) => step))).toEqual(new Set(['SIMILAR']));
  });

  it('is not looked for where the words are found, nor in lists', async () => {
    expect((await search('Quế Hiệp')).edges.map(({ step }) => step)).not.toContain('SIMILAR');
    const lists = await registry.as.reader.get(
      '{ units(filter: { text: "que heip" }, asOf: "2022-01-01") { totalCount } models(filter: { text: "bo phna mot cua" }) { totalCount } }',
    );
    expect(lists).toEqual({ units: { totalCount: 0 }, models: { totalCount: 0 } });
  });
});

describe('lists filter by the same words', () => {
  it.each(['dan van kheo bo phan mot cua', 'TTHC', 'cai cach thu tuc hanh chinh o xa', 'tu quan', 'hoà giải', 'một cử', 'CA xã'])(
    'models by “%s”',
    async text => {
      const { models } = await registry.as.reader.get(
        'query ($text: String!) { models(filter: { text: $text }, first: 100) { totalCount nodes { title } } }',
        {
          text,
        },
      );
      const found = await names(text, { filter: { types: ['MODEL'] } });
      expect(models.nodes.map((node: { title: string }) => node.title).toSorted()).toEqual(found.toSorted());
      expect(models.totalCount).toBe(found.length);
    },
  );

  it('units by their name of the day, their kind and their code', async () => {
    const of = async (text: string): Promise<string[]> =>
      (
        await registry.as.reader.get('query ($text: String!) { units(filter: { text: $text }, asOf: "2022-01-01") { nodes { name } } }', {
          text,
        })
      ).units.nodes.map((node: { name: string }) => node.name);
    for (const text of ['que hiep', 'xã quế hiệp', 'hiep que', '20659', 'quế hi']) expect(await of(text)).toEqual(['Quế Hiệp']);
    expect(await of('Trung Phước')).toEqual([]);
  });
});
