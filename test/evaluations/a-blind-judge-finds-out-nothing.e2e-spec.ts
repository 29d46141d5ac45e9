import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { Database } from '../../src/platform/database/database.js';
import { Planner } from '../../src/platform/views/planner.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { run, givenPeople, type Person } from '../access/given-people.js';
import { Random } from '../support/random.js';
import { fillAtRandom } from '../support/random-registry.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { CursorBook } from '../views/cursor.book.js';
import { DocumentGenerator, type GeneratedDocument } from '../views/document.generator.js';
import { loadRows } from '../views/oracle.rows.js';
import { declaredBy } from '../views/shown-fields.js';
import { ValuePool } from '../views/value.pool.js';
import { changeWhatIsHidden } from './hidden-fields.js';
import { givenRounds, MODEL_SET, sheet } from './given-rounds.js';

/** `npm run prove` sets both; without it some hundred documents are enough to see a slip. */
const DOCUMENTS = Number(process.env.PROVE_DOCUMENTS ?? 400);
const random = new Random(Number(process.env.PROVE_SEED ?? 1));

let registry: TestRegistry;
const given = givenRounds(() => registry);
const people = givenPeople(() => registry);
/** One who may read everything, and one whose rights reach the province of the round and some other units. */
let judge: Person;
let ofProvince: Person;
let entries: { id: string; unit: { id: string }; model: { id: string } }[];
let roundId: string;
let ownModel: string;

beforeAll(async () => {
  registry = await openTestRegistry();
  await fillAtRandom(registry, random);
  const { province, communes, registrationIds, modelIds } = await given.received(5);
  ownModel = modelIds[4]!;
  // The judge may read everything, the trail too, and has a post in the last commune.
  judge = await people.person();
  ofProvince = await people.person();
  const { units } = await registry.as.reader.get('{ units(first: 3) { nodes { id } } }');
  for (const role of ['AUDITOR', 'LEADER', 'BOARD_STAFF']) {
    await people.give(judge, role);
    for (const unitId of [province, ...units.nodes.map(({ id }: any) => id)]) await people.give(ofProvince, role, { unitId });
  }
  const personId = await given.person(province, 'Ủy viên', { unitId: communes[4]! });
  const other = await given.person(province, 'Ủy viên khác');
  for (const [{ id: accountId }, person] of [
    [judge, personId],
    [ofProvince, other],
  ] as const) {
    const link = { accountId, personId: person, validFrom: '2025-01-01', reason: 'Phân công' };
    expect((await run(registry.as.administrator, 'linkAccountToPerson', 'LinkAccountToPersonInput', link)).userErrors).toEqual([]);
  }
  const round = await given.open({ unitId: province, criteriaVersionId: await given.version(), registrationIds, blind: true });
  [roundId, entries] = [round.id, round.entries.nodes];
  const byHand = entries.slice(0, 3).map(({ id }) => ({ evaluationId: id, personIds: [personId, other] }));
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId, how: 'BY_HAND', byHand });
  for (const { id } of entries) expect((await given.selfAssess(registry.as.unitOfficer, id)).refused).toEqual([]);
}, 240_000);
afterAll(() => registry.close());

const ENTRY =
  'number fields { name text } sheets { total } unit { id } model { id } registration { id } selfAssessment { total } history { id }';

it('a judge sees number, form and their own sheets of what they score, and not whose it is', async () => {
  const input = { evaluationId: entries[0]!.id, scores: sheet() };
  expect((await given.send(judge.browser as never, 'submitAppraisal', input)).refused).toEqual([]);
  const { appraisalRound } = await judge.browser.get(
    `query ($id: ID!) { appraisalRound(id: $id) { blind entries(first: 9) { totalCount nodes { ${ENTRY} } } } }`,
    { id: roundId },
  );
  const hidden = { unit: null, model: null, registration: null, selfAssessment: null, history: [] };
  expect(appraisalRound).toMatchObject({ blind: true, entries: { totalCount: 3 } });
  expect(appraisalRound.entries.nodes).toEqual(
    [1, 2, 3].map(number => ({ ...hidden, number, fields: expect.any(Array), sheets: number === 1 ? [{ total: '100' }] : [] })),
  );
  expect(appraisalRound.entries.nodes[0].fields.map(({ name }: any) => name)).toContain('AIMS');
});

it('the models are not there, in any way of asking, but for that of the unit in which the judge works', async () => {
  const [first] = entries;
  const asked = await judge.browser.get(
    `query ($model: ID!, $unit: ID!, $own: ID!) { model(id: $model) { id } node(id: $model) { id } nodes(ids: [$model]) { id }
      models(filter: { unitId: $unit }) { totalCount } unit(id: $unit) { models { totalCount } evaluations { totalCount } }
      evaluations(filter: { unitId: $unit }) { totalCount } byModel: evaluations(filter: { modelId: $model }) { totalCount }
      registrations(filter: { unitId: $unit }) { totalCount } auditEntries(filter: { objectId: $model }) { totalCount }
      statistics(measures: [MODELS_REGISTERED], filter: { unitId: $unit }) { cells { value } }
      own: model(id: $own) { id evaluations { number } } }`,
    { model: first!.model.id, unit: first!.unit.id, own: ownModel },
  );
  const none = { totalCount: 0 };
  expect(asked).toEqual({
    model: null,
    node: null,
    nodes: [null],
    models: none,
    unit: { models: none, evaluations: none },
    evaluations: none,
    byModel: none,
    registrations: none,
    auditEntries: none,
    statistics: { cells: [{ value: 0 }] },
    own: { id: ownModel, evaluations: [] },
  });
});

const STATISTICS = 'rows { values { label } } cells { value }';
/** What views do not declare: tables of statistics, search, and what waits for somebody. */
const DOCUMENTS_OF_FINDERS: readonly string[] = [
  ...['YEAR', 'QUARTER', 'SECTOR', 'SUBJECT_KIND', 'KIND', 'STATE', 'MOVEMENT', 'ROUND'].map(
    by =>
      `query ($unit: ID!) { statistics(measures: [MODELS_REGISTERED, MODELS], rows: [{ by: ${by} }], filter: { unitId: $unit }) { ${STATISTICS} } }`,
  ),
  `query ($unit: ID!) { overview(unitId: $unit, year: 2026) { totals { ${STATISTICS} } byUnit { ${STATISTICS} } bySector { ${STATISTICS} } targets { registered } } }`,
  ...['$text', 'mô hình', 'mo hinh tuyen truyen', 'KHAC-1', 'chuyện khác'].map(
    text => `query ($unit: ID!) { search(text: "${text}", first: 20, filter: { unitId: $unit }) { totalCount nodes { __typename ... on EmulationModel { id title } }
      facets { sector { values { label count } } unit { values { label count } } } } all: search(text: "${text}", types: [MODEL]) { totalCount edges { step matched } } }`,
  ),
  'query ($unit: ID!) { waitingForMe(first: 20, filter: { unitId: $unit }) { totalCount nodes { __typename } } all: waitingForMe(first: 50) { totalCount edges { dueOn } } }',
];
const fromFinders = (title: string): GeneratedDocument => ({
  query: random.pick(DOCUMENTS_OF_FINDERS).replaceAll('$text', title),
  variables: { unit: random.pick(entries).unit.id },
  operationName: undefined,
  fault: undefined,
});

it(
  'whatever a judge asks, the answer is the same when what is hidden changes',
  async () => {
    await registry.registry.app.get(AuditSealer).sealAll();
    const { schema } = registry.registry.app.get(GraphQLSchemaHost);
    const planner = registry.registry.app.get(Planner);
    const client = await connect(registry.database.where);
    try {
      const rows = await loadRows(client);
      const today = registry.registry.app.get(Database).today();
      const generated = new DocumentGenerator(schema, declaredBy(schema, planner), new ValuePool(rows, today, new CursorBook()), random);
      const titles = rows.models
        .filter(({ id }) => entries.some(({ model }) => fromGlobalId(model.id)!.id === id))
        .map(({ title }) => title as string);
      const documents = Array.from({ length: DOCUMENTS }, (_, i) => (i % 10 < 2 ? fromFinders(random.pick(titles)) : generated.next()));
      const answer = async ({ query, variables, operationName }: GeneratedDocument, i: number): Promise<string> => {
        const response = await (i % 2 === 0 ? judge : ofProvince).browser.fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: registry.url },
          body: JSON.stringify({ query, variables, operationName }),
        });
        const { data, errors = [] } = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
        return JSON.stringify([data, errors.map(({ extensions }) => extensions.code)]);
      };
      const before: string[] = [];
      for (const [i, document] of documents.entries()) before.push(await answer(document, i));
      const others = [...rows.units].map(({ id }) => id).filter(id => !entries.some(({ unit }) => fromGlobalId(unit.id)!.id === id));
      await changeWhatIsHidden(client, fromGlobalId(roundId)!.id, others);
      let differences = 0;
      for (const [i, document] of documents.entries()) {
        const after = await answer(document, i);
        if (after !== before[i]) {
          differences++;
          expect({ ...document, answer: JSON.parse(after) }).toEqual({ ...document, answer: JSON.parse(before[i]!) });
        }
      }
      if (process.env.PROVE_DOCUMENTS)
        process.stdout.write(`\n${documents.length} documents of a blind judge, ${differences} differences\n\n`);
      // Answers that are all empty would prove nothing.
      expect(before.filter(text => text.length > 200).length).toBeGreaterThan(DOCUMENTS / 8);
    } finally {
      await client.end();
    }
  },
  600_000 + DOCUMENTS * 100,
);

it('once the round is closed, the judge sees everything', async () => {
  expect((await given.close(roundId)).refused).toEqual([]);
  const { evaluation } = await judge.browser.get('query ($id: ID!) { evaluation(id: $id) { unit { id } model { id } } }', {
    id: entries[0]!.id,
  });
  expect(evaluation).toMatchObject({ model: { id: entries[0]!.model.id } });
});

it('units in a year are not scored blind', async () => {
  const criteriaVersionId = await given.version({ ...MODEL_SET, set: { ...MODEL_SET.set, graded: 'UNIT_YEAR' } });
  const unitId = await given.units.establish({ name: 'Tỉnh Kín', kind: 'TINH' });
  expect((await given.tryToOpen({ unitId, criteriaVersionId, unitIds: [unitId], blind: true })).refused).toEqual([
    { code: 'APPRAISAL_BLIND_NEEDS_MODELS', field: 'blind', message: expect.stringContaining('kín danh') },
  ]);
});
