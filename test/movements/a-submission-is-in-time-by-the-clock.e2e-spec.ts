import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { givenModels } from '../support/given-models.js';
import { givenRound } from './given-round.js';

const given = givenRound();
const models = givenModels(() => given.registry);
let model: string;

beforeAll(() => models.authority(given.commune, given.district));
beforeEach(async () => {
  given.registry.setClock('2024-10-10T03:00:00Z');
  model = await models.draft(given.commune, { roundId: given.roundId });
  given.registry.setClock('2024-10-20T03:00:00Z');
});
afterEach(() => given.registry.setClock(undefined));

/** What a mutation answers of the model, or the code of the error that refused it as a whole. */
async function told(by: 'unitHead' | 'boardStaff', mutation: string, type: string, more: object): Promise<string[]> {
  const { data, errors } = await given.registry.as[by].ask(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { rows { userErrors { code field } } userErrors { code } } }`,
    { input: { models: [{ id: model }], ...more } },
  );
  if (errors) return errors.map(({ extensions }) => extensions.code);
  const { rows, userErrors } = data[mutation];
  return [...userErrors, ...(rows?.[0].userErrors ?? [])].map(({ code }: any) => code);
}
const submit = (more: object): Promise<string[]> => told('unitHead', 'submitModels', 'StepModelsInput', more);
const record = (by: 'unitHead' | 'boardStaff', more: object): Promise<string[]> =>
  told(by, 'recordModelSubmissions', 'RecordModelSubmissionsInput', { source: 'Sổ văn thư đến (minh họa)', ...more });

it('a unit that states an earlier day is still late', async () => {
  given.registry.setClock('2024-10-26T03:00:00Z');
  for (const on of ['2024-10-24', '2024-10-25', undefined]) expect(await submit({ on })).toEqual(['MODEL_AFTER_DEADLINE']);
});

it('a unit that submits in time may state the day of its letter, within the round', async () => {
  expect(await submit({ on: '2024-08-31' })).toContain('MODEL_BEFORE_OPENING');
  expect(await submit({ on: '2024-10-19' })).toEqual([]);
});

it('the board records an earlier day, with the paper that shows it; that day is in time or late', async () => {
  given.registry.setClock('2024-11-10T03:00:00Z');
  expect(await record('unitHead', { on: '2024-10-24' })).toEqual(['FORBIDDEN']);
  expect(await record('boardStaff', { on: '2024-10-24', source: '' })).not.toEqual([]);
  expect(await record('boardStaff', { on: '2024-10-26' })).toEqual(['MODEL_AFTER_DEADLINE']);
  expect(await record('boardStaff', {})).toEqual(['MODEL_AFTER_DEADLINE']);
  expect(await record('boardStaff', { on: '2024-10-24' })).toEqual([]);
  const { auditEntries } = await given.registry.as.auditor.get(
    `{ auditEntries(filter: { action: "model.submit" }, first: 1) { nodes { reason } } }`,
  );
  expect(JSON.stringify(auditEntries.nodes)).toContain('Sổ văn thư đến (minh họa)');
});
