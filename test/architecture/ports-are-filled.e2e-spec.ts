import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

const SRC = resolve(import.meta.dirname, '../../src');

/** Ports whose chapter does not exist yet. An entry is removed when its chapter comes. */
const WAITING: ReadonlySet<string> = new Set();

const hooks = new Set<string>();
const filled = new Set<string>();
let test: TestRegistry;

beforeAll(async () => {
  for (const file of await filesWithHooks()) watch((await import(file)) as object);
  test = await openTestRegistry();
});

afterAll(() => test.close());

it('every port is filled once the registry has started', () => {
  expect(filled.size).toBeGreaterThan(0);
  expect(new Set([...hooks].filter(hook => !filled.has(hook)))).toEqual(WAITING);
});

/** A port is a class with a method `register…`, by which a chapter above answers for it. */
async function filesWithHooks(): Promise<string[]> {
  const names = (await readdir(SRC, { recursive: true })).filter(name => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  const texts = await Promise.all(names.map(async name => [join(SRC, name), await readFile(join(SRC, name), 'utf8')] as const));
  return texts.filter(([, text]) => /^ {2}register\w*\(/m.test(text)).map(([file]) => file);
}

/** Records each call of the module's hooks, which start before the application can be asked. */
function watch(module: object): void {
  for (const exported of Object.values(module)) {
    if (typeof exported !== 'function' || !exported.prototype) continue;
    const prototype = exported.prototype as Record<string, (...values: unknown[]) => unknown>;
    for (const name of Object.getOwnPropertyNames(prototype).filter(each => each.startsWith('register'))) {
      const hook = `${exported.name}.${name}`;
      const original = prototype[name]!;
      hooks.add(hook);
      prototype[name] = function (this: unknown, ...values) {
        filled.add(hook);
        return original.apply(this, values);
      };
    }
  }
}
