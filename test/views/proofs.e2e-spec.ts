import { afterAll, describe, expect, it } from '@jest/globals';
import { parse, print } from 'graphql';
import { Database } from '../../src/platform/database/database.js';
import { fillAtRandom } from '../support/random-registry.js';
import { Random } from '../support/random.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import type { Difference } from './answers.comparison.js';
import type { GeneratedDocument } from './document.generator.js';
import { shrunk } from './document.shrinker.js';
import { Oracle } from './oracle.js';
import type { GrantedAt } from './oracle.sight.js';
import { RegistryProof, WRONG_SIZE, type Tally } from './registry.proof.js';

/** `npm run prove -- --documents 10000 --seed 7` sets both; without it some hundred documents are enough to see a slip. */
const DOCUMENTS = Number(process.env.PROVE_DOCUMENTS ?? 300);
const SEED = Number(process.env.PROVE_SEED ?? 1);
/** The example first, then random registries with a seed of their own each. */
const REGISTRIES = Math.max(3, Math.ceil(DOCUMENTS / 1_000));
const EACH = Math.ceil(DOCUMENTS / REGISTRIES);
const PATIENCE_MS = 240_000 + EACH * 400;

const total: Tally & { differences: number } = { documents: 0, refused: 0, failed: 0, statements: 0, differences: 0 };
const started = performance.now();

afterAll(() => {
  if (process.env.PROVE_DOCUMENTS === undefined) return;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const { documents, refused, failed, statements, differences } = total;
  process.stdout.write(
    `\n${documents} documents (${refused} refused by the gate, ${failed} answered with errors) over ${REGISTRIES} registries, seed ${SEED}: ` +
      `${seconds} s, ${statements} statements, ${differences} differences\n\n`,
  );
});

describe('whatever a document asks of views', () => {
  it.each(Array.from({ length: REGISTRIES }, (_, i) => i))(
    'is answered alike as text, by graphql-js and by the oracle (registry %i)',
    async number => {
      const random = new Random(SEED * 1_000 + number);
      const registry = await openTestRegistry({ example: number === 0 });
      try {
        if (number > 0) await fillAtRandom(registry, random, { communes: number % 2 === 0 ? 60 : 0 });
        for (const asker of [EVERYTHING, await someUnits(registry, random)]) await prove(registry, random, asker);
      } finally {
        await registry.close();
      }
    },
    PATIENCE_MS,
  );

  it('is known to the oracle, or the proof stops and says where to tell it', () => {
    expect(() => new Oracle(() => true)).toThrow(/^The oracle does not know \w+(\.\w+)?: tell it in test\/views\/oracle\.table\.ts\.$/);
  });
});

const EVERYTHING: readonly GrantedAt[] = [{ role: 'administrator', unitId: null, line: null }];

/** Rights at some units: what reads the registry, the trail and the grants reaches differently far. */
async function someUnits({ registry }: TestRegistry, random: Random): Promise<GrantedAt[]> {
  const places = await registry.app
    .get(Database)
    .rows<{ id: string }>(`select id from unit where validity @> $1::date order by id`, [registry.app.get(Database).today()]);
  const serving = await registry.app
    .get(Database)
    .rows<{ id: string }>(`select distinct body_id as id from served_territory where validity @> $1::date order by 1`, [
      registry.app.get(Database).today(),
    ]);
  const somewhere = (): string => random.pick(serving.length > 0 && random.chance(0.3) ? serving : places).id;
  const line = (): string | null => (random.chance(0.3) ? random.pick(['TERRITORY', 'PARTY', 'FRONT']) : null);
  return [
    { role: 'administrator', unitId: somewhere(), line: null },
    { role: 'unitHead', unitId: somewhere(), line: line() },
    ...random.some(places, 6).map(({ id }): GrantedAt => ({ role: 'reportingClient', unitId: id, line: line() })),
  ];
}

async function prove(registry: TestRegistry, random: Random, asker: readonly GrantedAt[]): Promise<void> {
  const proof = await RegistryProof.over(registry, random, asker);
  try {
    for (let i = 0; i < EACH / 2; i++) {
      const asked = proof.generator.next();
      const found = await proof.check(asked);
      if (!found) continue;
      total.differences++;
      if (found.between === WRONG_SIZE) throw new Error(report(asked, found));
      const smallest = await shrunk(proof.schema, asked, async smaller => (await proof.check(smaller))?.between === found.between);
      throw new Error(report(smallest, (await proof.check(smallest)) ?? found));
    }
    // A gate that refuses everything, or a generator that is always wrong, would prove nothing.
    expect(proof.tally.refused).toBeLessThan(EACH / 8);
  } finally {
    for (const key of ['documents', 'refused', 'failed', 'statements'] as const) total[key] += proof.tally[key];
  }
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 1)).slice(0, 3_000);

const report = ({ query, variables, operationName, fault }: GeneratedDocument, { between, at, registry, other }: Difference): string =>
  [
    `Seed ${SEED}: a difference between ${between} at ${at}.`,
    print(parse(query)),
    `variables ${JSON.stringify(variables)}`,
    `operation ${operationName ?? '(the only one)'}, wrong on purpose: ${fault ?? 'nothing'}`,
    `The registry: ${shown(registry)}`,
    `The other: ${shown(other)}`,
  ].join('\n\n');
