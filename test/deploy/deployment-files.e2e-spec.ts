import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { environment } from '../../src/platform/config/environment.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');
const SETTINGS = new Set(Object.keys(environment.shape));
/** What the files set that is no setting of the registry. */
const OF_OTHERS = new Set(['NODE_ENV']);

const unknownOf = (names: Iterable<string>): string[] => [...names].filter(name => !SETTINGS.has(name) && !OF_OTHERS.has(name));
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(match => match[1]!);

describe('the Dockerfile', () => {
  let instructions: readonly (readonly [name: string, rest: string])[];
  const all = (name: string): string[] => instructions.filter(([each]) => each === name).map(([, rest]) => rest);

  beforeAll(async () => {
    const lines = (await read('Dockerfile')).replaceAll('\\\n', ' ').split('\n');
    instructions = lines.filter(line => line && !line.startsWith('#')).map(line => [line.split(' ')[0]!, line.replace(/^\S+ /, '').trim()]);
  });

  it('copies what exists and what .dockerignore lets through', async () => {
    const sources = all('COPY')
      .filter(rest => !rest.startsWith('--from'))
      .flatMap(rest => rest.split(/\s+/).slice(0, -1));
    const let_through = new Set(found(await read('.dockerignore'), /^!(.+)$/gm));
    expect(sources.filter(source => !existsSync(join(ROOT, source)))).toEqual([]);
    expect(new Set(sources)).toEqual(let_through);
  });

  it('runs scripts and programs that exist', async () => {
    const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
    const called = found(all('RUN').join('\n'), /npm run (\S+)/g);
    expect(called.filter(script => !(script in scripts))).toEqual([]);
    expect(all('CMD')).toEqual(['["node", "dist/main.js"]']);
    expect(existsSync(join(ROOT, 'src/main.ts'))).toBe(true);
  });

  it('runs as an ordinary user and sets what the registry knows', () => {
    expect(all('USER').at(-1)).toBe('node');
    const set = all('ENV').flatMap(rest => found(rest, /(\w+)=/g));
    expect(unknownOf(set)).toEqual([]);
  });
});

describe('compose.yaml', () => {
  let services: Record<string, { environment: Record<string, string>; volumes: string[]; depends_on?: Record<string, object> }>;
  let volumes: Record<string, unknown>;

  beforeAll(async () => ({ services, volumes } = parse(await read('compose.yaml')) as never));

  it('sets what the registry knows', () => {
    expect(unknownOf(Object.keys(services.registry!.environment))).toEqual([]);
  });

  it('connects the registry to the database it starts', () => {
    const { POSTGRES_USER, POSTGRES_DB } = services.database!.environment;
    expect(services.registry!.environment.DATABASE_URL).toBe(
      `postgres://${POSTGRES_USER}:\${POSTGRES_PASSWORD}@database:5432/${POSTGRES_DB}`,
    );
    expect(Object.keys(services.registry!.depends_on!)).toEqual(['database']);
  });

  it('keeps data in volumes that it declares', () => {
    const mounted = Object.values(services).flatMap(service => service.volumes.map(volume => volume.split(':')[0]!));
    expect(new Set(mounted)).toEqual(new Set(Object.keys(volumes)));
  });
});

describe('the systemd unit', () => {
  let unit: string;
  beforeAll(async () => (unit = await read('deploy/dan-van-kheo.service')));

  it('sets what the registry knows, itself and in its file of settings', async () => {
    const own = found(unit, /^Environment=(.+)$/gm).flatMap(line => found(line, /(\w+)=/g));
    const given = found(await read('deploy/dan-van-kheo.env'), /^(\w+)=/gm);
    expect(given.length).toBeGreaterThan(0);
    expect(unknownOf([...own, ...given])).toEqual([]);
  });

  it('starts the built server and leaves the embedded database to it', () => {
    expect(unit).toContain('\nExecStart=/usr/bin/node dist/main.js\n');
    expect(unit).toContain('\nKillMode=mixed\n');
    expect(existsSync(join(ROOT, found(unit, /^Documentation=file:\/\/\/opt\/dan-van-kheo\/(.+)$/gm)[0]!))).toBe(true);
  });
});

describe('addresses that the files name', () => {
  let test: TestRegistry;
  beforeAll(async () => (test = await openTestRegistry({ api: { metricsToken: 'a-token-for-metrics' } })));
  afterAll(() => test.close());

  /** Whether the registry has a route there, whatever it answers. */
  const isServed = async (method: string, path: string): Promise<boolean> => {
    const response = await fetch(`${test.url}${path}`, { method });
    const text = await response.text();
    return response.status !== 404 || !text.includes('PATH_UNKNOWN');
  };

  it('an address without a route is recognised', async () => {
    expect(await isServed('GET', '/nowhere')).toBe(false);
  });

  it('the health check asks an address that answers 200', async () => {
    const asked = found(await read('Dockerfile'), /env\.PORT\}(\/[\w/]+)/g);
    expect(asked).toEqual(['/health/ready']);
    expect((await fetch(`${test.url}${asked[0]}`)).status).toBe(200);
  });

  it('nginx hands on to addresses that the registry serves', async () => {
    const examples: Record<string, readonly [method: string, path: string]> = {
      '/': ['GET', '/'],
      '/uploads/': ['PUT', '/uploads/x'],
      '/files/': ['GET', '/files/x'],
      '/health/': ['GET', '/health/live'],
      '/metrics': ['GET', '/metrics'],
    };
    const locations = found(await read('deploy/nginx.conf'), /^ {2}location (\S+) \{$/gm);
    expect(locations).toEqual(Object.keys(examples));
    for (const [method, path] of Object.values(examples)) expect([path, await isServed(method, path)]).toEqual([path, true]);
  });

  it('the guide for operators names settings that exist', async () => {
    const named = found(await read('docs/operations.md'), /`([A-Z][A-Z0-9]*_[A-Z0-9_]+)(?:=[^`]*)?`/g);
    expect(named.length).toBeGreaterThan(0);
    expect(unknownOf(named)).toEqual([]);
  });
});
