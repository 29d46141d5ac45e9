import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readingsOf, looksLikeWord, type Abbreviation } from '../../src/shared/readings.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { searchAsker } from './search.asker.js';

let registry: TestRegistry;
let abbreviations: Abbreviation[];
const units = givenUnits(() => registry);
const { search } = searchAsker(() => registry);

/** A name for each long form, by which nothing else is called. */
const NAMES = new Map<string, string>();
const KINDS = new Map([
  ['phường', 'PHUONG'],
  ['quận', 'QUAN'],
  ['huyện', 'HUYEN'],
  ['xã', 'XA'],
  ['tỉnh', 'TINH'],
  ['thị xã', 'THI_XA'],
  ['thị trấn', 'THI_TRAN'],
  ['thành phố', 'THANH_PHO'],
  ['đặc khu', 'DAC_KHU'],
]);
/** A place below which each kind of unit may be. */
const ABOVE: Readonly<Record<string, string>> = {
  PHUONG: 'A',
  QUAN: 'A',
  HUYEN: 'A',
  XA: 'A',
  THI_XA: 'A',
  THI_TRAN: 'B',
  THANH_PHO: 'A',
  DAC_KHU: 'A',
};

beforeAll(async () => {
  registry = await openTestRegistry();
  abbreviations = await registry.registry.source.query(`select short_form as short, long_form as long from abbreviation order by 1, 2`);
  const city = await units.establish({ name: 'Biển Xanh', kind: 'THANH_PHO_TW' });
  const district = await units.establish({ name: 'Núi Cao', kind: 'HUYEN', parentId: city });
  const parents: Readonly<Record<string, string>> = { A: city, B: district };
  for (const [i, long] of [...new Set(abbreviations.map(row => row.long))].entries()) {
    const kind = KINDS.get(long);
    const name = kind ? `Cầu Vồng ${i}` : `${long} Cầu Vồng ${i}`;
    await units.establish(
      kind ? { name, kind, parentId: kind === 'TINH' ? null : parents[ABOVE[kind]!] } : { name, line: 'STATE', kind: 'UBND' },
    );
    NAMES.set(long, name);
  }
});
afterAll(() => registry.close());

/** The ways to write a short form in front of a name: in capitals and small letters, with and without full stops, with and without a blank. */
function waysToWrite(short: string): string[] {
  const letters = short.replaceAll('.', '');
  const dotted = /^\p{L}{2,}$/u.test(letters) ? [`${Array.from(letters).join('.')}. `, `${Array.from(letters).join('.')} `] : [];
  const ways = [`${letters} `, `${letters}. `, `${letters}.`, ...dotted];
  return looksLikeWord(letters) ? ways : [...ways, ...ways.map(way => way.toLowerCase())];
}

const foundBy = async (text: string): Promise<{ searched: string[]; listed: string[] }> => ({
  searched: (await search(text, { first: 100 })).edges.map(({ node }) => node.name!),
  listed: (
    await registry.as.reader.get(`query ($text: String) { units(filter: { text: $text }, first: 100) { nodes { name } } }`, { text })
  ).units.nodes.map(({ name }: { name: string }) => name),
});

describe('a unit is found by its name behind any abbreviation', () => {
  it('of its kind, or of the first words of its name, however it is written', async () => {
    const missed: string[] = [];
    for (const { short, long } of abbreviations) {
      const name = NAMES.get(long)!;
      const rest = name.replace(`${long} `, '');
      for (const way of waysToWrite(short)) {
        const { searched, listed } = await foundBy(`${way}${rest}`);
        if (!searched.includes(name) || !listed.includes(name)) missed.push(`${way}${rest}`);
      }
    }
    expect(missed).toEqual([]);
  }, 120_000);

  it.each([
    ['TP.HCM', 'Hồ Chí Minh'],
    ['TP HCM', 'Hồ Chí Minh'],
    ['TPHCM', 'Hồ Chí Minh'],
    ['T.P. HCM', 'Hồ Chí Minh'],
    ['P5', '5'],
    ['P.5', '5'],
    ['p 5', '5'],
    ['Q10', '10'],
    ['q. 10', '10'],
  ])('“%s”', async (text, name) => {
    if ((await units.find(name)) === undefined) {
      const kind = name === '5' ? 'PHUONG' : name === '10' ? 'QUAN' : 'THANH_PHO_TW';
      await units.establish({ name, kind, parentId: kind === 'THANH_PHO_TW' ? null : await units.find('Biển Xanh') });
    }
    const { searched, listed } = await foundBy(text);
    expect(searched[0]).toBe(name);
    expect(listed).toContain(name);
  });

  it('and one letter is no kind where it is the end of what is typed: it begins a word', () => {
    const read = (text: string): string[] => readingsOf(text, abbreviations).map(words => words.join(' '));
    expect(read('Cầu Vồng h')).toEqual(['cau vong h']);
    expect(read('H')).toEqual(['h']);
    expect(read('H. Cầu Vồng')).toEqual(['h cau vong', 'huyen cau vong']);
  });

  it('while every reading of a text stays that it had without these abbreviations', () => {
    const everyday = new Set(['P.', 'Q.', 'H.', 'X.', 'T.', 'TX', 'ĐK', 'TW', 'HCM', 'TPHCM']);
    const before = abbreviations.filter(({ short }) => !everyday.has(short));
    expect(before.length).toBe(abbreviations.length - everyday.size);
    const parts = [...before.flatMap(({ short, long }) => [short, long]), 'P. Hòa Hải', 'thị xã Điện Bàn', 'X. Bình An'];
    for (const first of parts) {
      for (const second of parts) {
        const text = `${first} ${second}`;
        const of = (known: readonly Abbreviation[]): string[] => readingsOf(text, known).map(words => words.join(' '));
        const now = new Set(of(abbreviations));
        expect([text, of(before).filter(reading => !now.has(reading))]).toEqual([text, []]);
      }
    }
  });
});

describe('of namesakes', () => {
  it('the unit in force on the day comes before all ended ones, on whatever page', async () => {
    const city = await units.find('Biển Xanh');
    const ended = { parentId: city, validTo: '2010-12-31' };
    const changes = Array.from({ length: 30 }, (_, i) => ({
      establish: { line: 'TERRITORY', kind: 'XA', mark: `n${i}`, name: i % 2 === 0 ? 'Hoà Lạc' : 'Hoa Lac', ...ended },
    }));
    const { userErrors } = await units.apply({
      effective: '2001-01-01',
      changes,
      confirmed: changes.map(({ establish }) => `#${establish.mark}`),
    });
    expect(userErrors).toEqual([]);
    await units.establish({ name: 'Hòa Lạc', kind: 'XA', parentId: city }, '2011-01-01');
    for (const text of ['hoa lac', 'Hòa Lạc', 'Hoà Lạc', 'xã Hòa Lạc', 'X. Hoà Lạc', 'hoa la']) {
      const names: string[] = [];
      let after: string | null = null;
      do {
        const page = await search(text, { first: 7, after });
        for (const { node } of page.edges)
          names.push(
            `${node.name} ${(await registry.as.reader.get(`query ($id: ID!) { unit(id: $id) { inForce } }`, { id: node.id })).unit.inForce}`,
          );
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(names).toHaveLength(31);
      expect([text, names.filter(name => name.endsWith('true')), names[0]]).toEqual([text, ['Hòa Lạc true'], 'Hòa Lạc true']);
    }
  });

  it('and on a day of theirs, those of then', async () => {
    const { edges } = await search('hoa lac', { first: 100, asOf: '2005-01-01' });
    expect(edges).toHaveLength(30);
  });
});
