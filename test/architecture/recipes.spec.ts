import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { applyBlocks, blocksOf, type Block } from '../../scripts/recipe.blocks.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');

/** Every path that a page mentions: with a folder of ours in front, or a file of the root. */
const pathsIn = (markdown: string): Set<string> =>
  new Set(
    Array.from(
      markdown.matchAll(/`((?:src|test|docs|scripts|bench|deploy)\/[\w./-]+|[\w.-]+\.(?:mjs|md|gql|json))`/g),
      ([, path]) => path!,
    ),
  );

let contributing: string;
let blocks: readonly Block[];
let scripts: Readonly<Record<string, string>>;

beforeAll(async () => {
  contributing = await read('CONTRIBUTING.md');
  blocks = blocksOf(await read('docs/worked-example.md'));
  ({ scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> });
});

describe('the worked example', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dvk-recipes-'));
    const changed = new Set(blocks.filter(({ isDiff }) => isDiff).map(({ path }) => path));
    for (const path of changed) if (existsSync(join(ROOT, path))) await cp(join(ROOT, path), join(folder, path));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('fits the files that there are', () => {
    expect(blocks.length).toBeGreaterThan(10);
    applyBlocks(folder, blocks);
  });

  it('that does not fit is refused', () => {
    const block = { path: 'src/app/schema.ts', isDiff: true, text: ' nothing like this\n+x\n' };
    expect(() => applyBlocks(ROOT, [block])).toThrow('src/app/schema.ts has these lines 0 times');
  });
});

describe('CONTRIBUTING.md', () => {
  const recipe = (title: string): string => new RegExp(`^### ${title}\\n([\\s\\S]*?)(?=^##)`, 'm').exec(contributing)![1]!;
  const made = (from: readonly Block[]): Set<string> => new Set(from.map(({ path }) => path));

  it('mentions only files that exist or that the worked example makes', () => {
    const known = made(blocks);
    expect([...pathsIn(contributing)].filter(path => !known.has(path) && !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('mentions only scripts that exist', () => {
    const called = Array.from(contributing.matchAll(/npm run ([\w:-]+)/g), ([, script]) => script!);
    expect(called.filter(script => !(script in scripts))).toEqual([]);
  });

  it.each(['Add a chapter', 'Add a field', 'Add a mutation'])('“%s” lists every file that the worked example touches', async title => {
    const [chapter, field, mutation] = (await read('docs/worked-example.md')).split(/^## [89]\./m);
    const steps: Readonly<Record<string, string>> = { 'Add a chapter': chapter!, 'Add a field': field!, 'Add a mutation': mutation! };
    const touched = made(blocksOf(steps[title]!));
    const listed = pathsIn(recipe(title));
    expect([...touched].filter(path => !listed.has(path))).toEqual([]);
  });
});

it('README.md mentions only scripts and files that exist', async () => {
  const readme = await read('README.md');
  const called = Array.from(readme.matchAll(/npm run (?:-s )?([\w:-]+)/g), ([, script]) => script!);
  expect(called.filter(script => !(script in scripts))).toEqual([]);
  const links = Array.from(readme.matchAll(/\]\(([\w./-]+)\)/g), ([, link]) => link!);
  expect(links.filter(link => !existsSync(join(ROOT, link)))).toEqual([]);
});
