import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Locked {
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Readonly<Record<string, Locked>> };

/** The folder of a package that a file belongs to, as the lock file names it. */
const packageOf = (file: string): string | undefined => /^.*\/(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];

it('of the server: “npm ci && npm start” builds it also with NODE_ENV=production or --omit=dev', () => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--listFilesOnly'],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  expect(status).toBe(0);
  const read = new Set(stdout.split('\n').flatMap(file => packageOf(file.replaceAll('\\', '/')) ?? []));
  expect(read.size).toBeGreaterThan(10);
  expect([...read, 'node_modules/typescript'].filter(name => packages[name]?.dev === true)).toEqual([]);
}, 60_000);

it('of the web client: all that it and its build import are dependencies', () => {
  const { dependencies = {}, devDependencies = {} } = packages.web!;
  expect(Object.keys(devDependencies)).toEqual([]);
  for (const script of ['build', 'documents', 'first-load']) {
    const imports = [...readFileSync(`web/scripts/${script}.mjs`, 'utf8').matchAll(/^import .* from '([^']+)';$/gm)].map(
      ([, name]) => name!,
    );
    const foreign = imports.filter(name => !/^(node:|\.)/.test(name)).map(name => /^(@[^/]+\/)?[^/]+/.exec(name)![0]);
    expect([script, foreign.filter(name => !(name in dependencies))]).toEqual([script, []]);
  }
});
