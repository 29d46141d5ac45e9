import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { catalogue } from '../../src/platform/errors/catalogue.js';
import { REQUEST_ERRORS } from '../../src/platform/graphql/request-errors.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let officer: Asker;
let [own, elsewhere] = ['', ''];
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  own = await units.establish({ name: 'Xuân An' });
  elsewhere = await units.establish({ name: 'Hạ Bình' });
  officer = await askerWith(registry, 'Cán bộ', { role: 'unitHead', unitId: fromGlobalId(own)!.id, line: null });
});
afterAll(() => registry.close());

const refusalOf = async (document: string, variables?: Record<string, unknown>): Promise<any> => {
  const { errors } = await registry.as.reader.ask(document, variables);
  return errors![0];
};

describe('a missing right', () => {
  it('names the unit that it does not reach, and the field that names that unit', async () => {
    const input = { title: 'Thử', unitId: elsewhere, subjectKind: 'COLLECTIVE' };
    const { errors } = await officer.ask('mutation ($input: DraftModelInput!) { draftModel(input: $input) { model { id } } }', { input });
    expect(errors![0]).toMatchObject({
      message: expect.stringContaining('không bao gồm “Xã Hạ Bình”'),
      extensions: { code: 'OUT_OF_REACH', field: ['input', 'unitId'], params: { unit: elsewhere } },
    });
  });

  it('names the unit of a thing by the field that names the thing', async () => {
    const id = await models.draft(own, { jointOwnerIds: [elsewhere] });
    const other = await askerWith(registry, 'Cán bộ khác', { role: 'unitHead', unitId: fromGlobalId(elsewhere)!.id, line: null });
    const trash = 'mutation ($input: TrashModelInput!) { trashModel(input: $input) { model { id } } }';
    const { errors } = await other.ask(trash, { input: { id, expectedVersion: 1, reason: 'Thử' } });
    expect(errors![0]).toMatchObject({
      message: expect.stringContaining('“Xã Xuân An”'),
      extensions: { code: 'OUT_OF_REACH', field: ['input', 'id'] },
    });
  });
});

describe('a step of many models', () => {
  it('points at what was sent for all of them, and at the model for the rest', async () => {
    const id = await models.draft(own);
    const [row] = await models.step('withdrawModels', id);
    expect(row!.userErrors).toMatchObject([{ code: 'MODEL_NEEDS_REASON', field: ['input', 'reason'] }]);
    const [late] = await models.step('startModels', id, { on: '2990-01-01' });
    expect(late!.userErrors).toMatchObject([{ code: 'MODEL_STEP_IN_FUTURE', field: ['input', 'on'] }]);
    const [wrong] = await models.step('receiveModels', id);
    expect(wrong!.userErrors).toMatchObject([{ code: 'LIFECYCLE_WRONG_STATE', field: ['input', 'models', '0'] }]);
  });
});

describe('a value in the document', () => {
  it.each([
    ['{ units(asOf: "30/2/2025") { totalCount } }', 'asOf', '"30/2/2025"'],
    ['{ auditEntries(filter: { since: "hôm qua" }) { totalCount } }', 'since', '"hôm qua"'],
    [
      'mutation { launchMovement(input: { name: "A", launcherId: "x", starts: "2025-13" }) { userErrors { code } } }',
      'starts',
      '"2025-13"',
    ],
  ])('is named with its field: %s', async (document, field, value) => {
    const { message, extensions } = await refusalOf(document);
    expect(message).toContain(`Trường “${field}” có giá trị không đúng: ${value}. Cần `);
    expect(extensions.text.en).toContain(`Argument "${field}" has invalid value ${value}; `);
  });

  it('that is no whole number is answered with how one is written, in both languages', async () => {
    const { text } = (await refusalOf('{ units(first: 8.552) { totalCount } }')).extensions;
    expect(text.vi).toContain('Viết liền các chữ số');
    expect(text.en).toContain('Write the digits alone, without a point or a comma.');
  });

  it.each([
    ['in the document', (long: string): [string, object?] => [`{ units(asOf: "${long}") { totalCount } }`]],
    ['in a variable', (long: string): [string, object?] => ['query ($d: LocalDate) { units(asOf: $d) { totalCount } }', { d: long }]],
  ])('that is long does not hide the reason, %s', async (_where, asked) => {
    const [document, variables] = asked('x'.repeat(5_000));
    const { text } = (await refusalOf(document, variables as Record<string, unknown>)).extensions;
    expect(text.vi).toContain('Cần một ngày có thật');
    expect(text.en).toContain('expected a day that exists');
    expect(text.vi.length + text.en.length).toBeLessThan(1_000);
  });
});

describe('a request that is refused before anything is read', () => {
  const post = async (body: string, headers: Record<string, string> = {}): Promise<any> => {
    const all = { 'content-type': 'application/json', ...headers };
    return (await fetch(`${registry.url}/graphql`, { method: 'POST', headers: all, body })).json();
  };

  const REQUESTS: Readonly<Record<string, readonly [body: string, headers?: Record<string, string>]>> = {
    'broken JSON': ['{'],
    'no query': ['{}'],
    'a list of queries': ['[]'],
    'a query that is no text': ['{"query": 5}'],
    'broken GraphQL': ['{"query":"{"}'],
    'an unknown field': ['{"query":"{ nothing }"}'],
    'several operations': ['{"query":"query A { me { name } } query B { me { name } }"}'],
    'a wrong variable': ['{"query":"query ($n: Int) { units(first: $n) { totalCount } }","variables":{"n":"x"}}'],
    'no JSON at all': ['x', { 'content-type': 'text/plain' }],
    'too much': [JSON.stringify({ query: 'x'.repeat(200_000) })],
    'an unknown document': ['{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"abc"}}}'],
    'a wrong token': ['{"query":"{ me { name } }"}', { authorization: 'Bearer x' }],
    'nobody signed in': ['{"query":"{ units { totalCount } }"}'],
  };

  it.each(Object.keys(REQUESTS))('has a code of the catalogue, a category and a sentence in each language: %s', async kind => {
    const { errors } = await post(...REQUESTS[kind]!);
    const { code, category, text } = errors[0].extensions;
    expect([...catalogue().keys(), ...Object.keys(REQUEST_ERRORS)]).toContain(code);
    expect(category).toMatch(/^(invalid|limit|unauthenticated|forbidden)$/);
    expect(text.vi).not.toContain('extensions.text.en');
    expect(text.vi).not.toBe(text.en);
    expect(errors[0].message).toBe(text.vi);
  });
});
