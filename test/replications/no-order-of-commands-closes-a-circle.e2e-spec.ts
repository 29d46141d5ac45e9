import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { rowId } from '../movements/given-movements.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { Random } from '../support/random.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { givenReplications } from './given-replications.js';

let registry: TestRegistry;
let db: pg.Client;
let commune: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const given = givenReplications(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  db = await connect(registry.database.where);
  commune = await units.establish({ name: 'Xã A' });
});
afterAll(async () => {
  await db.end();
  await registry.close();
});

/** Follows each model to its origin by the rows alone; a duplicate stands for the model into which it is merged. @returns those that come back to themselves. */
async function circles(): Promise<string[]> {
  const { rows: known } = await db.query('select id, merged_into_id from emulation_model');
  const { rows: edges } = await db.query('select origin_id, copy_id from replication');
  const standsFor = new Map(known.map(({ id, merged_into_id }) => [id, merged_into_id ?? id]));
  const originOf = new Map(edges.map(({ origin_id, copy_id }) => [copy_id, standsFor.get(origin_id)]));
  return known
    .map(({ id }) => id as string)
    .filter(id => {
      const seen = new Set<string>();
      for (let at = originOf.get(id); at !== undefined && !seen.has(at); at = originOf.get(at)) {
        if (at === id) return true;
        seen.add(at);
      }
      return false;
    });
}

const CHANGED = `mutation ($input: ChangedModelInput!) { unmergeModel(input: $input) { userErrors { code } } }`;

it.each([1, 2, 3])('no order of commands makes a model a copy of itself (%i)', async seed => {
  const random = new Random(seed);
  const ids: string[] = [];
  for (let i = 0; i < 6; i++) ids.push(await models.draft(commune));
  const two = (): [string, string] => random.shuffled(ids).slice(0, 2) as [string, string];
  const answers: string[] = [];
  const commands: readonly (() => Promise<unknown>)[] = [
    async () => {
      const [originId, copyId] = two();
      answers.push(JSON.stringify(await given.refused('recordReplication', { originId, copyId })));
    },
    async () => {
      const [originId, copyId] = two();
      const edge = await given.edgeOf(copyId, 'id', registry.as.everyRole);
      if (edge) answers.push(JSON.stringify(await given.move(edge.id, originId)));
    },
    async () => {
      const [copyOfId, id] = two();
      answers.push(JSON.stringify(await given.edit(id, { copyOfId })));
    },
    async () => {
      const edge = await given.edgeOf(two()[0]);
      if (edge && random.chance(0.4)) await given.remove('Replication', edge.id);
    },
    async () => {
      const [intoId, id] = two();
      const merge = { id, intoId, expectedVersion: await given.versionOf('EmulationModel', id), reason: 'Trùng' };
      answers.push(JSON.stringify(await given.refused('mergeModel', merge)));
    },
    async () => {
      const [id] = two();
      const input = { id, expectedVersion: await given.versionOf('EmulationModel', id) };
      await registry.as.everyRole.ask(CHANGED, { input });
    },
  ];
  for (let i = 0; i < 70; i++) {
    await random.pick(commands)();
    expect(await circles()).toEqual([]);
  }
  // The rule was met from both sides: commands were done, and commands were refused for a circle.
  expect(answers.filter(answer => answer === '[]').length).toBeGreaterThan(5);
  expect(answers.filter(answer => /MODEL_OWN_COPY|CLOSES_CIRCLE/.test(answer)).length).toBeGreaterThan(0);
});

it('two that record at the same moment that each model copies the other: one of them is refused', async () => {
  for (let i = 0; i < 5; i++) {
    const [a, b] = [await models.draft(commune), await models.draft(commune)];
    const both = await Promise.all([
      given.refused('recordReplication', { originId: a, copyId: b }),
      given.refused('recordReplication', { originId: b, copyId: a }),
    ]);
    expect(both.toSorted((x, y) => x.length - y.length)).toEqual([[], [['MODEL_OWN_COPY', 'originId']]]);
  }
  expect(await circles()).toEqual([]);
});

it('two that record the origin of one model at the same moment: it has one', async () => {
  const [a, b, copy] = [await models.draft(commune), await models.draft(commune), await models.draft(commune)];
  const both = await Promise.all([a, b].map(originId => given.refused('recordReplication', { originId, copyId: copy })));
  expect(both.filter(refused => refused.length === 0)).toHaveLength(1);
  const { rows } = await db.query('select origin_id from replication where copy_id = $1', [rowId(copy)]);
  expect(rows).toHaveLength(1);
});

it('one that records a copy while another merges its origin into it: they do not close a circle together', async () => {
  for (let i = 0; i < 4; i++) {
    const [a, b, c] = [await models.draft(commune), await models.draft(commune), await models.draft(commune)];
    await given.record(a, b);
    await Promise.all([
      given.refused('recordReplication', { originId: b, copyId: c }),
      given.refused('mergeModel', { id: c, intoId: a, expectedVersion: 1, reason: 'Trùng' }),
      given.refused('recordReplication', { originId: c, copyId: a }),
    ]);
    expect(await circles()).toEqual([]);
  }
});
