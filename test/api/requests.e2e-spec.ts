import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ example: true })));
afterAll(() => registry.close());

async function post(body: string, headers: Record<string, string> = {}): Promise<{ status: number; body: any; headers: Headers }> {
  const response = await fetch(`${registry.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

describe('access', () => {
  it('anonymous requests may only ask who they are', async () => {
    expect(await registry.as.nobody.get('{ me { name } }')).toEqual({ me: null });
    const { errors, status } = await registry.as.nobody.ask('{ units { totalCount } }');
    expect(status).toBe(401);
    expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('a reporting client changes nothing', async () => {
    const { errors, status } = await registry.as.reader.ask('mutation { addTheme(input: { name: "Thử" }) { theme { id } } }');
    expect(status).toBe(403);
    expect(errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN', params: { action: 'theme.edit' } });
  });

  it('the gate also checks aliases, fragments and operations named like introspection', async () => {
    const { errors } = await registry.as.nobody.ask('query __schema { a: units { ...f } } fragment f on UnitConnection { totalCount }');
    expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each(['Bearer wrong', 'Bearer', 'Basic YTpi', 'Bearer dvk_' + 'x'.repeat(43)])(
    '“%s” is refused even where anybody may ask',
    async authorization => {
      const { errors, status } = await registry.as.nobody.ask('{ me { name } }', {}, { authorization });
      expect(status).toBe(401);
      expect(errors![0]!.extensions.code).toBe('TOKEN_INVALID');
    },
  );
});

describe('a malformed request', () => {
  it.each([
    ['malformed JSON', '{"query": ', 400, 'BODY_MALFORMED'],
    ['an empty body', '', 400, 'BODY_MALFORMED'],
    ['a body over the limit', JSON.stringify({ query: `{ me { name } } #${'x'.repeat(110_000)}` }), 413, 'BODY_TOO_LARGE'],
  ])('%s gets one sentence', async (_, body, status, code) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0].extensions.code).toBe(code);
    expect(answer.headers.get('x-request-id')).toBeTruthy();
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|SyntaxError|at /);
  });

  it('a form is refused: it could be sent from any page', async () => {
    const response = await fetch(`${registry.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'query={me{name}}',
    });
    expect(response.status).toBe(415);
    expect(((await response.json()) as any).errors[0].extensions.code).toBe('BODY_NOT_JSON');
  });

  it('an unknown path is answered with where the API is', async () => {
    const response = await fetch(`${registry.url}/nothing`);
    expect(response.status).toBe(404);
    expect(((await response.json()) as any).errors[0].message).toContain('/graphql');
  });

  it('an invalid document is reported precisely, without a stack', async () => {
    const { errors, status } = await registry.as.reader.ask('{ units { nodes { nme } } }');
    expect(status).toBe(400);
    expect(errors![0]!.message).toContain('nme');
    expect(errors![0]!.extensions).not.toHaveProperty('stacktrace');
  });

  it('a query nested too deep or too long is refused before anything is read', async () => {
    const deep = `{ units { nodes { ${'parent { '.repeat(12)} name ${'} '.repeat(12)} } } }`;
    expect((await registry.as.reader.ask(deep)).errors![0]!.extensions.code).toBe('QUERY_TOO_LARGE');
    const long = `{ ${Array.from({ length: 700 }, (_, i) => `a${i}: me { name }`).join(' ')} }`;
    expect((await registry.as.reader.ask(long)).status).toBe(400);
    const wide = `{ ${Array.from({ length: 100 }, (_, i) => `a${i}: units(first: 100) { totalCount }`).join(' ')} }`;
    expect((await registry.as.reader.ask(wide)).errors![0]!.extensions.code).toBe('QUERY_TOO_LARGE');
    const costly =
      'query ($n: Int!) { units(first: $n) { nodes { children(first: $n) { nodes { name children(first: 2) { totalCount } } } } } }';
    expect((await registry.as.reader.ask(costly, { n: 60 })).errors![0]!.extensions).toMatchObject({
      code: 'QUERY_TOO_COSTLY',
      params: { rows: 10_860 },
    });
    expect((await registry.as.reader.ask(costly, { n: 5 })).errors).toBeUndefined();
  });

  it.each([['2025-02-30'], ['2025-7-1'], ['']])('the day %j does not exist', async asOf => {
    const { errors, status } = await registry.as.reader.ask('query ($asOf: LocalDate) { units(asOf: $asOf) { totalCount } }', { asOf });
    expect(status).toBe(400);
    expect(errors![0]!.message).toContain('2025-07-01');
  });

  it('an unknown id is an empty answer, a wrong one an error', async () => {
    const stranger = Buffer.from('Unit:018f0000-0000-7000-8000-000000000000').toString('base64url');
    expect(await registry.as.reader.get('query ($id: ID!) { unit(id: $id) { name } node(id: $id) { id } }', { id: stranger })).toEqual({
      unit: null,
      node: null,
    });
    const { data, errors } = await registry.as.reader.ask('{ node(id: "x") { id } unit(id: "x") { name } }');
    expect(data).toMatchObject({ node: null, unit: null });
    expect(errors![0]!.extensions).toMatchObject({ code: 'ID_INVALID', field: ['id'] });
  });
});

describe('answers', () => {
  it('are Vietnamese by default, English for clients that prefer it', async () => {
    const ask = (language: string): Promise<any> => registry.as.nobody.ask('{ units { totalCount } }', {}, { 'accept-language': language });
    expect((await ask('fr')).errors[0].message).toContain('Cần đăng nhập');
    expect((await ask('en-GB,en;q=0.9')).errors[0].message).toContain('Sign in first');
    expect((await ask('en;q=0.5,vi')).errors[0].message).toContain('Cần đăng nhập');
  });

  it('carry no request id of the client, which could hide its requests among those of others', async () => {
    const id = async (given: string): Promise<string | null> =>
      (await registry.as.nobody.ask('{ me { name } }', {}, { 'x-request-id': given })).headers.get('x-request-id');
    for (const given of ['proxy-12345678', 'a b"c{}']) expect(await id(given)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('find any object by its id, of every type, in the requested order', async () => {
    const { units, sectors, models, themes } = await registry.as.reader.get(
      '{ units(first: 1) { nodes { id } } sectors(first: 1) { nodes { id } } models(first: 1) { nodes { id } } themes(first: 1) { nodes { id } } }',
    );
    const ids = [models, sectors, units, themes].map(list => list.nodes[0].id);
    const { nodes } = await registry.as.reader.get('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids: [...ids, 'x'] });
    expect(nodes.map((node: any) => node?.__typename)).toEqual(['EmulationModel', 'Sector', 'Unit', 'Theme', undefined]);
  });

  it('say whether the registry is alive and ready', async () => {
    for (const path of ['live', 'ready']) expect((await fetch(`${registry.url}/health/${path}`)).status).toBe(200);
  });
});

describe('a request that comes twice', () => {
  const RECORD = `mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id } userErrors { code field } } }`;
  const input = async (): Promise<Record<string, unknown>> => {
    const { units } = await registry.as.reader.get('{ units(filter: { code: "20641" }, asOf: "2022-01-01") { nodes { id } } }');
    return {
      title: 'Mô hình gửi hai lần',
      unitId: units.nodes[0].id,
      subjectKind: 'COLLECTIVE',
      attestedOn: '2022-01-01',
      source: 'Văn bản',
    };
  };

  it('with one key runs once, even simultaneously, and is answered alike', async () => {
    const given = { ...(await input()), idempotencyKey: 'khóa-1' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => registry.as.everyRole.get(RECORD, { input: given })));
    expect(new Set(answers.map(answer => answer.recordPast.model.id)).size).toBe(1);
    const { models } = await registry.as.reader.get('{ models(filter: { text: "gui hai lan" }) { totalCount } }');
    expect(models.totalCount).toBe(1);
  });

  it('is answered as the first was where it could not be carried out again: a step is taken once', async () => {
    const { recordPast } = await registry.as.everyRole.get(RECORD, {
      input: { ...(await input()), title: 'Mô hình chạy', running: 'ACTIVE' },
    });
    const STOP = `mutation ($input: StepModelsInput!) { stopModels(input: $input) { rows { model { running } userErrors { code } } } }`;
    const given = { models: [{ id: recordPast.model.id }], reason: 'Thử', idempotencyKey: 'khóa-3' };
    const stop = (): Promise<any> => registry.as.everyRole.get(STOP, { input: given });
    const answers = [...(await Promise.all([stop(), stop(), stop()])), await stop()];
    for (const { stopModels } of answers) expect(stopModels.rows).toEqual([{ model: { running: 'STOPPED' }, userErrors: [] }]);
    const { stopModels } = await registry.as.everyRole.get(STOP, { input: { ...given, idempotencyKey: 'khóa-4' } });
    expect(stopModels.rows[0].userErrors).not.toEqual([]);
  });

  it('with the same key and another content is refused', async () => {
    const given = { ...(await input()), idempotencyKey: 'khóa-2' };
    await registry.as.everyRole.get(RECORD, { input: given });
    const { recordPast } = await registry.as.everyRole.get(RECORD, { input: { ...given, title: 'Khác' } });
    expect(recordPast).toEqual({ model: null, userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['input', 'idempotencyKey'] }] });
  });

  it.each([
    ['a sign no database keeps', 'khóa\u0000'],
    ['half a character', '\ud800'],
    ['nothing', ''],
    ['too much', 'k'.repeat(201)],
  ])('with a key of %s is refused before anything is written', async (_, idempotencyKey) => {
    const { recordPast } = await registry.as.everyRole.get(RECORD, { input: { ...(await input()), idempotencyKey } });
    expect(recordPast).toEqual({ model: null, userErrors: [{ code: 'INPUT_INVALID', field: ['input', 'idempotencyKey'] }] });
  });
});
