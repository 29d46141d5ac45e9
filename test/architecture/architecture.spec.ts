import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

type Imports = Readonly<Record<string, readonly string[]>>;

/** Each row: what is tried, which files import which, and the rule that refuses it. */
const REFUSED: readonly (readonly [says: string, tried: Imports, rule: string])[] = [
  ['an import that goes up', { 'platform/clock.ts': ['features/units/hour.ts'] }, 'platform-imports-only-down'],
  ['an import from the pure layer up', { 'shared/day.ts': ['platform/calendar.ts'] }, 'shared-imports-only-down'],
  ['an import of the server by what it is made of', { 'app/door.ts': ['main.ts'] }, 'app-imports-only-down'],
  ['a chapter the table does not allow', { 'features/sectors/map.ts': ['features/units/place.ts'] }, 'sectors-imports-only-its-chapters'],
  ['a chapter that stands above', { 'features/units/owner.ts': ['features/models/model.ts'] }, 'units-imports-only-its-chapters'],
  ['a chapter that the table does not know', { 'app/use.ts': ['features/weather/rain.ts'] }, 'every-chapter-stands-in-the-table'],
  [
    'a circle',
    { 'shared/hen.ts': ['shared/egg.ts'], 'shared/egg.ts': ['shared/chick.ts'], 'shared/chick.ts': ['shared/hen.ts'] },
    'no-circle',
  ],
  ['a library in the pure layer', { 'shared/row.ts': ['typeorm'] }, 'shared-is-pure'],
  ['an error that knows GraphQL', { 'features/units/place.errors.ts': ['graphql'] }, 'errors-are-plain'],
  ['a barrel', { 'app/hoop.ts': ['features/people/index.ts'] }, 'no-barrel'],
  ['a resolver in other hands', { 'features/units/hand.ts': ['features/units/unit.resolver.ts'] }, 'only-modules-name-resolvers'],
  [
    "a resolver in another chapter's module",
    { 'features/models/models.module.ts': ['features/units/other.resolver.ts'] },
    'resolvers-stand-in-their-own-module',
  ],
  ["another chapter's table", { 'features/models/joins.ts': ['features/units/unit.entity.ts'] }, 'entities-are-private'],
  ['a table read by a door', { 'cli.ts': ['features/sectors/sector.entity.ts'] }, 'entities-are-private'],
  ['a need for the tests', { 'app/given.ts': ['../test/support/given.ts'] }, 'nothing-needs-the-tests'],
];

const ALLOWED: readonly (readonly [says: string, tried: Imports])[] = [
  [
    'imports down, over several layers',
    { 'app/all.ts': ['insight/search.ts', 'features/units/hour.ts', 'platform/calendar.ts', 'shared/hour.ts'] },
  ],
  ['chapters that the table allows', { 'features/models/of.ts': ['features/units/place.ts', 'features/sectors/theme.ts'] }],
  ["a resolver in its own chapter's module", { 'features/units/units.module.ts': ['features/units/unit.resolver.ts'] }],
  [
    'tables in their own chapter and in the schema',
    { 'app/schema.ts': ['features/units/unit.entity.ts'], 'features/units/unit.store.ts': ['features/units/unit.entity.ts'] },
  ],
  ['libraries above the pure layer', { 'platform/store.ts': ['typeorm', 'graphql'] }],
];

const ROOT = resolve(import.meta.dirname, '../..');
let folder: string;
let violations: readonly { from: string; rule: { name: string } }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvk-imports-'));
  await writeFile(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "module": "nodenext", "target": "es2023" } }');
  for (const [, tried] of [...ALLOWED, ...REFUSED]) {
    for (const [file, imports] of Object.entries(tried)) await write(file, imports);
  }
  violations = await cruise();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the rules of imports', () => {
  it.each(REFUSED)('refuse %s', (_, tried, rule) => {
    expect(refusalsOf(tried)).toEqual([rule]);
  });

  it.each(ALLOWED)('allow %s', (_, tried) => {
    expect(refusalsOf(tried)).toEqual([]);
  });

  it('find the file that no door leads to', () => {
    const dead = violations.filter(({ rule }) => rule.name === 'no-dead-file').map(({ from }) => from);
    expect(dead).toContain('src/app/all.ts');
    expect(dead).not.toContain('src/features/sectors/sector.entity.ts');
  });
});

/** The rules broken by these files; that no door leads to most of them is told apart. */
function refusalsOf(tried: Imports): string[] {
  const broken = violations.filter(({ from, rule }) => rule.name !== 'no-dead-file' && Object.hasOwn(tried, from.slice('src/'.length)));
  return [...new Set(broken.map(({ rule }) => rule.name))];
}

/** Writes a file with nothing but imports, of types only, and an empty one for each that it imports. */
async function write(file: string, imports: readonly string[]): Promise<void> {
  const path = join(folder, 'src', file);
  const lines = imports.map(name => `import type { It } from '${name.endsWith('.ts') ? pathTo(path, name) : name}';\n`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, lines.join(''));
  for (const name of imports.filter(imported => imported.endsWith('.ts'))) {
    const target = join(folder, 'src', name);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, '', { flag: 'a' });
  }
}

function pathTo(path: string, name: string): string {
  const way = relative(dirname(path), join(folder, 'src', name)).replace(/ts$/, 'js');
  return way.startsWith('.') ? way : `./${way}`;
}

/** Runs what `npm run architecture` runs, over the folder. It ends with the number of violations, so its exit code is none of our errors. */
function cruise(): Promise<typeof violations> {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = ['src', '--config', join(ROOT, '.dependency-cruiser.mjs'), '--output-type', 'json'];
  return new Promise((done, fail) => {
    execFile(process.execPath, [program, ...args], { cwd: folder, maxBuffer: 1 << 24 }, (error, out) => {
      if (out === '') fail(error ?? new Error('No answer.'));
      else done((JSON.parse(out) as { summary: { violations: typeof violations } }).summary.violations);
    });
  });
}
