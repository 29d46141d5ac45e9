import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'generated', '.git']);

/** All files and folders under a folder, as paths from the root. */
const under = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? [relative(ROOT, path), ...under(path)] : [relative(ROOT, path)];
    });
const all = under(ROOT);
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const schema = buildSchema(read('schema.gql'), { assumeValid: true });
/** What people read that is written by people. The worked example has its own test. */
const pages = all.filter(path => path.endsWith('.md') && path !== 'docs/worked-example.md');
const matches = (text: string, pattern: RegExp): string[] => Array.from(text.matchAll(pattern), ([, found]) => found!);
const foldersIn = (path: string): string[] =>
  readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []));

it.each([...foldersIn('src/features').map(name => `features/${name}`), ...foldersIn('src/insight').map(name => `insight/${name}`)])(
  'the chapter %s says in a README what it is',
  chapter => {
    expect(existsSync(join(ROOT, 'src', chapter, 'README.md'))).toBe(true);
  },
);

it('the README of the platform has a line for each of its folders', () => {
  expect(matches(read('src/platform/README.md'), /^\| `(\w+)`/gm)).toEqual(foldersIn('src/platform').toSorted());
});

describe.each(pages)('%s', page => {
  const text = read(page);

  it('asks questions that the schema answers', () => {
    const questions = [
      ...matches(text, /^```graphql\n([\s\S]*?)^```/gm),
      ...matches(text, /-d '(\{"query".*\})'$/gm).map(body => (JSON.parse(body) as { query: string }).query),
    ];
    expect(questions.flatMap(question => validate(schema, parse(question)).map(({ message }) => message))).toEqual([]);
  });

  it('links to what exists', () => {
    const links = matches(text, /\]\(([^)#:]+)(?:#[^)]*)?\)/g);
    expect(links.filter(link => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });

  // CONTRIBUTING.md also names files that the worked example makes; the change log is of its time.
  if (/^(?:src|docs|web|clients)\//.test(page) && !page.endsWith('adr/README.md'))
    it('names files that exist, by their path or its end', () => {
      const named = matches(text, /`([\w@./-]+\.(?:ts|tsx|mjs|yaml))`/g);
      expect(named.filter(name => !all.some(path => path === name || path.endsWith(`/${name}`)))).toEqual([]);
    });
});
