import { expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { waitingFinderWith } from '../../src/features/models/waiting/waiting.finder.js';
import { Authentication } from '../../src/platform/access/authenticator.port.js';
import { Rights } from '../../src/platform/access/rights.js';
import { QueryRunner } from '../../src/platform/views/query-runner.js';
import { toGlobalId } from '../../src/shared/ids.js';
import { fillAtRandom } from '../support/random-registry.js';
import { Random } from '../support/random.js';
import { askerWith, openTestRegistry, type Asker, type GrantedRole, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { CursorBook } from '../views/cursor.book.js';
import type { World } from '../views/oracle.chapter.js';
import { FULL_FORM } from '../support/full-form.js';
import { isOpenTo } from '../views/oracle.climb.js';
import { ownersOf } from '../views/oracle.models.js';
import { reachOf } from '../views/oracle.units.js';
import { loadRows } from '../views/oracle.rows.js';
import type { GrantedAt } from '../views/oracle.sight.js';
import { together, waitingFor, type Waiting } from './waiting.oracle.js';

const STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'RECEIVED', 'UNDER_APPRAISAL'];
const STEP_NAMES = [
  'DRAFT',
  'SUBMIT',
  'RECEIVE',
  'RETURN',
  'AGREE',
  'OPEN_APPRAISAL',
  'RECOGNISE',
  'DECLINE',
  'RECORD_INSPECTION',
  'ANSWER_STILL_ALIVE',
];
const NODE =
  'node { __typename ... on EmulationModel { id MORE } ... on RegistrationRound { id } ... on Proposal { id } ... on Hold { id } ... on Figure { id } }';
const QUERY = `query ($first: Int!, $after: String, $filter: WaitingFilter, $orderBy: WaitingOrder!) {
  waitingForMe(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage endCursor } edges { since dueOn steps { name } ${NODE} } } }`;
/** The first is answered as text, the second, which asks for what no view declares, by graphql-js. */
const EXECUTORS = ['', 'actions { name }'].map(more => QUERY.replace('MORE', more));

async function all(
  asker: Asker,
  query: string,
  variables: object,
  first: number,
): Promise<{ shown: Omit<Waiting, 'state' | 'model' | 'round'>[]; total: number }> {
  const shown: Omit<Waiting, 'state' | 'model' | 'round'>[] = [];
  for (let after: string | undefined; ;) {
    const { waitingForMe: page } = await asker.get(query, { ...variables, first, after });
    for (const { node, since, dueOn, steps } of page.edges)
      shown.push({ id: node.id, since, dueOn, steps: steps.map(({ name }: any) => name) });
    if (!page.pageInfo.hasNextPage) return { shown, total: page.totalCount };
    after = page.pageInfo.endCursor;
  }
}

/** The same for the asker made last, looked for as over thousands of units. */
async function walked({ registry: { app } }: TestRegistry, args: object): Promise<string[]> {
  const [token] = await app.get(Database).rows<{ id: string }>(`select id from api_token order by id desc limit 1`);
  const sight = app.get(Rights).sightOf(await app.get(Authentication).actorOf({ kind: 'TOKEN', id: token!.id, name: 'asker' }));
  const { hits } = await waitingFinderWith(0).find({
    args: { ...args },
    selectedFields: new Set(['hits']),
    day: app.get(Database).today(),
    language: 'vi',
    runQuery: (text, values) => app.get(QueryRunner).rows(text, values, 'never'),
    sightOf: async ({ scope }) =>
      scope.kind !== 'units' || sight.isWhole(scope.action)
        ? undefined
        : { units: await sight.unitsOf(scope.action), few: false, paths: scope.paths, withheld: undefined },
    reach: async action => (sight.isWhole(action) ? 'everywhere' : sight.unitsOf(action)),
    after: () => undefined,
  });
  return hits.map(({ type, id }) => toGlobalId(type, id));
}

type Ordered = Pick<Waiting, 'id' | 'since'>;

const camel = (name: string): string => name.toLowerCase().replaceAll(/_[a-z]/g, found => found[1]!.toUpperCase());

/** Files at random units, each taken some steps on its way as far as its authorities let it. */
async function addWaiting(registry: TestRegistry, random: Random): Promise<void> {
  const places = await registry.registry.app
    .get(Database)
    .rows<{ id: string }>(`select id from unit where upper_inf(validity) and lower(validity) < '2025-01-01' order by id`);
  const run = async (name: string, type: string, input: object, shown: string): Promise<any> =>
    (await registry.as.everyRole.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} } }`, { input })).data?.[name];
  for (let i = 0; i < 30; i++) {
    const input = {
      title: `Mô hình chờ ${i}`,
      unitId: toGlobalId('Unit', random.pick(places).id),
      subjectKind: 'COLLECTIVE',
      form: FULL_FORM,
    };
    const drafted = await run('draftModel', 'DraftModelInput', input, 'model { id }');
    if (!drafted?.model) continue;
    const models = [{ id: drafted.model.id }];
    for (const step of ['submitModels', 'receiveModels', 'openAppraisalOfModels'].slice(0, random.below(4)))
      await run(step, 'StepModelsInput', { models }, 'rows { userErrors { code } }');
  }
}

async function someGrants({ registry }: TestRegistry, random: Random): Promise<GrantedAt[]> {
  const places = await registry.app.get(Database).rows<{ id: string }>(`select id from unit order by id`);
  return Array.from({ length: random.between(1, 4) }, () => ({
    role: random.pick(['unitOfficer', 'unitHead', 'boardStaff', 'boardStaff', 'leader', 'leader', 'auditor'] as const),
    unitId: random.chance(0.2) ? null : random.pick(places).id,
    line: random.chance(0.3) ? random.pick(['TERRITORY', 'PARTY', 'FRONT']) : null,
  }));
}

it.each([1, 2])(
  'what waits is what a look at every row says, for whoever asks, by both executors, page by page (registry %i)',
  async seed => {
    const random = new Random(seed);
    const registry = await openTestRegistry();
    try {
      await fillAtRandom(registry, random, { communes: seed === 2 ? 60 : 0 });
      await addWaiting(registry, random);
      const client = await connect(registry.database.where);
      const rows = await loadRows(client).finally(() => client.end());
      const world: World = {
        rows,
        all: rows,
        today: registry.registry.app.get(Database).today(),
        cursors: new CursorBook(),
        reaches: () => true,
      };
      let found = 0;
      for (let i = 0; i < 14; i++) {
        const grants =
          i === 0
            ? (['unitHead', 'boardStaff', 'leader'] as const).map(role => ({ role, unitId: null, line: null }))
            : await someGrants(registry, random);
        const asker = await askerWith(registry, `asker ${i}`, ...(grants as readonly GrantedRole[]));
        const state = i > 0 && random.chance(0.3) ? random.some(STATES, 2) : null;
        const step = i > 0 && random.chance(0.3) ? random.some(STEP_NAMES, 3) : null;
        const orderBy = random.pick(['SINCE', 'SINCE_DESC']);
        const pickId = (chance: number, ids: readonly (string | null)[]): string | null =>
          i > 0 && ids.length > 0 && random.chance(chance) ? random.pick(ids) : null;
        const [unit, holder, round] = [
          pickId(
            0.3,
            rows.units.map(({ id }) => id),
          ),
          pickId(
            0.15,
            rows.models.flatMap(({ holder_id: id }) => id ?? []),
          ),
          pickId(
            0.15,
            rows.models.flatMap(({ round_id: id }) => id ?? []),
          ),
        ];
        const filter = {
          state,
          step,
          unitId: unit && toGlobalId('Unit', unit),
          holderId: holder && toGlobalId('Unit', holder),
          roundId: round && toGlobalId('RegistrationRound', round),
        };
        const reached = unit && reachOf(world, unit, world.today);
        const isWanted = ({ model, round: own, reminder, thing }: Waiting): boolean =>
          thing
            ? !unit && !holder && !round
            : (!reminder || (!holder && !round)) &&
              (!reached ||
                (model ? ownersOf(world, model).some(owner => reached.has(owner)) : isOpenTo(world, own!, unit!, world.today))) &&
              (!holder || model?.holder_id === holder) &&
              (!round || (model ? model.round_id : own!.id) === round);
        const apart = waitingFor(grants, world)
          .filter(isWanted)
          .map(one => ({ ...one, steps: one.steps.filter(name => !step || step.includes(name)) }))
          .filter(one => one.steps.length > 0 && (!state || (one.state !== undefined && state.includes(one.state))));
        const expected = together(apart);
        for (const query of EXECUTORS) {
          const { shown, total } = await all(asker, query, { filter, orderBy }, random.pick([1, 3, 100]));
          expect(total).toBe(expected.length);
          const days = shown.map(({ since }) => since);
          expect(days).toEqual(orderBy === 'SINCE' ? days.toSorted() : days.toSorted().toReversed());
          const byId = (a: Ordered, b: Ordered): number => (a.id + a.since < b.id + b.since ? -1 : 1);
          expect(shown.toSorted(byId)).toEqual(expected.map(({ id, since, dueOn, steps }) => ({ id, since, dueOn, steps })).toSorted(byId));
        }
        const byWalking = await walked(registry, { first: 100, filter: { ...filter, step: step?.map(camel) ?? null }, orderBy });
        expect(byWalking).toEqual((await all(asker, EXECUTORS[0]!, { filter, orderBy }, 100)).shown.slice(0, 100).map(({ id }) => id));
        found += expected.length;
      }
      expect(found).toBeGreaterThan(5);
    } finally {
      await registry.close();
    }
  },
  240_000,
);
