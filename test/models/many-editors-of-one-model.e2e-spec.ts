import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

/** `npm run soak -- --tries 10000` sets it. */
const TRIES = Number(process.env.SOAK_TRIES ?? 320);
const EDITORS = 64;

let registry: TestRegistry;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => void (registry = await openTestRegistry()));
afterAll(() => registry.close());

it(
  'of 64 who edit one model at once, one wins each version, the others are told, and no change is lost',
  async () => {
    const id = await models.draft(await units.establish({ name: 'Xã A', code: '00001' }));
    const wins: string[] = [];
    const refusals = new Set<string>();
    let tries = TRIES;
    /** A busy registry says so, and is asked again. */
    const ask: typeof registry.as.everyRole.ask = async (query, variables) => {
      for (;;) {
        const answer = await registry.as.everyRole.ask(query, variables);
        if (answer.errors?.[0]?.extensions.code !== 'OVERLOADED') return answer;
      }
    };
    const editor = async (_: unknown, who: number): Promise<void> => {
      for (let n = 0; tries-- > 0; n++) {
        const { data: seen } = await ask(`query ($id: ID!) { model(id: $id) { version } }`, { id });
        const place = `Nơi ${who}.${n}`;
        const { data } = await ask(`mutation ($input: EditModelInput!) { editModel(input: $input) { userErrors { code } } }`, {
          input: { id, expectedVersion: seen.model.version, place },
        });
        const { userErrors } = data.editModel;
        if (userErrors.length === 0) wins.push(place);
        for (const { code } of userErrors) refusals.add(code);
      }
    };
    await Promise.all(Array.from({ length: EDITORS }, editor));

    expect([...refusals]).toEqual(['STALE_VERSION']);
    expect(wins.length).toBeGreaterThan(0);
    const { model } = await registry.as.reader.get(
      `query ($id: ID!) { model(id: $id) { version place history { action changes { field before after } } } }`,
      { id },
    );
    expect(model.version).toBe(1 + wins.length);
    const places = model.history
      .filter(({ action }: { action: string }) => action === 'model.edited')
      .map(({ changes }: { changes: { field: string; before: string; after: string }[] }) =>
        changes.find(({ field }) => field === 'place')!,
      )
      .toReversed();
    expect(places.map(({ after }: { after: string }) => after).toSorted()).toEqual(wins.toSorted());
    // Each took up what the one before had left.
    expect(places.map(({ before }: { before: string }) => before).slice(1)).toEqual(
      places.map(({ after }: { after: string }) => after).slice(0, -1),
    );
    expect(model.place).toBe(places.at(-1).after);
  },
  60_000 + TRIES * 60,
);
