import type { Finder, FinderResult } from '../../src/platform/views/finder.js';
import type pg from 'pg';
import type { TestRegistry } from '../support/test-registry.js';

interface FoundEdge {
  readonly cursor: string;
  readonly step: string;
  readonly matched: string;
  readonly node: {
    readonly __typename: string;
    readonly id: string;
    readonly name?: string;
    readonly fullName?: string;
    readonly title?: string;
  };
}

interface SearchAnswer {
  readonly edges: readonly FoundEdge[];
  readonly totalCount: number | null;
  readonly totalCountAtLeast: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null };
}

const SEARCH = `query ($filter: SearchFilter!, $first: Int, $after: String, $asOf: LocalDate) {
  search(filter: $filter, first: $first, after: $after, asOf: $asOf) {
    totalCount totalCountAtLeast pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor step matched node { __typename ... on Unit { id name fullName } ... on EmulationModel { id title } } }
  }
}`;

export interface SearchAsker {
  /** The answer over HTTP. */
  search(text: string, more?: { filter?: object; first?: number; after?: string | null; asOf?: string }): Promise<SearchAnswer>;
  /** The titles and names of what is found, in order. */
  names(text: string, more?: { filter?: object; first?: number; asOf?: string }): Promise<string[]>;
}

export function searchAsker(registry: () => TestRegistry): SearchAsker {
  const search: SearchAsker['search'] = async (text, { filter = {}, ...rest } = {}) =>
    (await registry().as.reader.get(SEARCH, { filter: { text, ...filter }, ...rest })).search;
  return {
    search,
    names: async (text, more) => (await search(text, { first: 100, ...more })).edges.map(({ node }) => (node.title ?? node.name)!),
  };
}

/** Everything that a finder finds, page by page, straight from the database. */
export async function allHits(finder: Finder, client: pg.Client, filter: { readonly text: string }, first: number): Promise<string[]> {
  const hits: string[] = [];
  let after: FinderResult['hits'][number]['cursor'] | undefined;
  for (let more = true; more;) {
    const found: FinderResult = await finder.find({
      args: { filter, first },
      selectedFields: new Set(['hits']),
      day: '2026-01-01',
      language: 'vi',
      runQuery: async (text, values) => (await client.query({ text, values: [...values], rowMode: 'array' })).rows,
      sightOf: () => Promise.resolve(undefined),
      reach: () => Promise.resolve('everywhere'),
      after: () => after,
    });
    hits.push(...found.hits.map(({ id, own }) => `${id} ${own.step} ${own.matched}`));
    after = found.hits.at(-1)?.cursor;
    ({ more } = found);
  }
  return hits;
}

/** Titles that differ in little (minh họa). */
export const TITLES = (
  'Tổ 10 tự quản|Tổ 9 tự quản|Đội tự quản|Dũng cảm tự quản|Ấp tự quản|Ăn ở tự quản|An toàn tự quản|' +
  'Nuôi ca lốc|Nuôi cá lóc|Khéo léo vận động dân|Hoà giải ở cơ sở|Hòa giải ở cơ sở|Hoa giai o co so|' +
  'Cải cách TTHC ở xã|CA xã gần dân|Công an xã vì dân|Nuôi cá sạch|Hội viên giúp nhau|“Hội viên”, giúp nhau làm giàu'
).split('|');

/** Records models of thị trấn Đông Phú with these titles, some at a time. */
export async function givenTitles({ as }: TestRegistry, titles: readonly string[]): Promise<void> {
  const { units } = await as.reader.get('{ units(filter: { code: "20641" }, asOf: "2022-01-01") { nodes { id } } }');
  const waiting = [...titles];
  const record = async (title: string): Promise<void> => {
    const input = { title, unitId: units.nodes[0].id, subjectKind: 'INDIVIDUAL', attestedOn: '2022-01-01', source: 'minh họa' };
    const { recordPast } = await as.everyRole.get(
      `mutation ($input: RecordPastInput!) { recordPast(input: $input) { userErrors { message } } }`,
      { input },
    );
    if (recordPast.userErrors.length > 0) throw new Error(JSON.stringify(recordPast.userErrors));
  };
  const worker = async (): Promise<void> => {
    for (let title = waiting.pop(); title !== undefined; title = waiting.pop()) await record(title);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
