import { expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { fillAtRandom } from '../support/random-registry.js';
import { Random } from '../support/random.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

const examined = async (fill: (registry: TestRegistry) => Promise<void>, example: boolean): Promise<unknown> => {
  const registry = await openTestRegistry({ example });
  try {
    await fill(registry);
    // What is to be compared with papers is allowed: an event may end a unit before the day of a decision that is entered already.
    return (await registry.registry.app.get(Doctor).examine()).filter(({ toCompare }) => !toCompare);
  } finally {
    await registry.close();
  }
};

it('an empty registry', async () => {
  expect(await examined(async () => undefined, false)).toEqual([]);
});

it('the example', async () => {
  expect(await examined(async () => undefined, true)).toEqual([]);
});

it.each([11, 12])('any result of commands in random order (seed %i)', async seed => {
  expect(await examined(registry => fillAtRandom(registry, new Random(seed), { communes: 20 }), false)).toEqual([]);
});
