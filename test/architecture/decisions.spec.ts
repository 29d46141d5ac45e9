import { expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'docs/adr');
const names = (await readdir(FOLDER)).filter(name => name !== 'README.md').toSorted();

it('decisions are numbered without a gap', () => {
  expect(names.map(name => Number(name.slice(0, 4)))).toEqual(names.map((_, i) => i + 1));
});

it.each(names)('%s has its number, its date and status, and what holds it', async name => {
  const text = await readFile(join(FOLDER, name), 'utf8');
  const [title, , dated] = text.split('\n');
  expect(title).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. \\S`));
  expect(dated).toMatch(/^Date: \d{4}-\d{2}-\d{2}(, amended \d{4}-\d{2}-\d{2} \(.+\))? · Status: (accepted|replaced by \d+)$/);
  expect(text).toMatch(/^\*\*Checked by\*\* /m);
});

it.each(names)('%s names files that exist', async name => {
  const text = await readFile(join(FOLDER, name), 'utf8');
  const paths = Array.from(text.matchAll(/`((?:src|test|docs|scripts|bench|deploy)\/[\w./-]+)`/g), ([, path]) => path!);
  expect(paths.filter(path => !existsSync(join(ROOT, path)))).toEqual([]);
});

/** Those of the registry, of its web client and of its client for programs. Types without code are decided with what they describe. */
const dependencies = ['package.json', 'web/package.json', 'clients/typescript/package.json'].flatMap(path => {
  const given = JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  return Object.keys({ ...given.dependencies, ...given.devDependencies }).filter(name => !name.startsWith('@types/'));
});

it.each([...new Set(dependencies)].toSorted())('%s is there for a reason that a decision gives', name => {
  const texts = names.map(file => readFileSync(join(FOLDER, file), 'utf8'));
  expect(texts.some(text => text.includes(`\`${name}\``))).toBe(true);
});
