import { expect, it } from '@jest/globals';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { operator } from './operator.js';

const machine = operator();

const SECTORS = 'query Sectors { sectors(first: 1) { nodes { code } } }';

it('a folder of documents becomes a manifest, which the server answers alone', async () => {
  const folder = await machine.folder();
  const [DATA_DIR, documents, manifest] = ['data', 'documents', 'trusted.json'].map(name => join(folder, name)) as [string, string, string];
  await mkdir(documents);
  await writeFile(join(documents, 'sectors.graphql'), SECTORS);
  expect(await machine.cli(`documents build ${documents} --out ${manifest}`, { DATA_DIR })).toMatchObject({ code: 0 });
  expect(JSON.parse(await readFile(manifest, 'utf8'))).toMatchObject({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id: expect.stringMatching(/^[0-9a-f]{64}$/), name: 'Sectors', type: 'query', body: SECTORS }],
  });

  const env = { DATA_DIR, EXAMPLE: 'off', TRUSTED_DOCUMENTS: manifest, TRUSTED_ONLY: 'on' };
  const token = await machine.token(env);
  const { ask } = await machine.start(env);
  expect(await ask(token, SECTORS)).toMatchObject({ status: 200, data: { sectors: { nodes: [{ code: 'ECONOMY' }] } } });
  expect(await ask(token, '{ me { name } }')).toMatchObject({ status: 403, errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }] });
});

it('every document that the server would refuse is named, all at once, and no manifest is made', async () => {
  const folder = await machine.folder();
  const [DATA_DIR, documents] = ['data', 'documents'].map(name => join(folder, name)) as [string, string];
  await mkdir(documents);
  const wrong = {
    unknown: 'query A { sectors { nodes { cde } } }',
    nameless: '{ sectors { totalCount } }',
    two: 'query A { sectors { totalCount } } query B { sectors { totalCount } }',
    costly:
      'query C($n: Int! = 100) { units(first: $n) { nodes { children(first: $n) { nodes { children(first: 2) { nodes { name } } } } } } }',
    page: 'query D { sectors(first: 999) { totalCount } }',
  };
  await writeFile(join(documents, 'fine.graphql'), SECTORS);
  for (const [name, text] of Object.entries(wrong)) await writeFile(join(documents, `${name}.graphql`), text);
  const { code, stdout } = await machine.cli(`documents build ${documents}`, { DATA_DIR });
  expect(code).toBe(1);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map(line => line.split('.')[0])).toEqual(Object.keys(wrong).toSorted());
  expect(lines.join()).toContain('cde');
});

it('a manifest that was altered by hand stops the start', async () => {
  const folder = await machine.folder();
  const manifest = join(folder, 'trusted.json');
  const operations = [{ id: '0'.repeat(64), name: 'Sectors', type: 'query', body: SECTORS }];
  for (const content of [JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }), '{']) {
    await writeFile(manifest, content);
    const ended = await machine.main({ DATA_DIR: join(folder, 'data'), EXAMPLE: 'off', TRUSTED_DOCUMENTS: manifest }).ended;
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/Sectors|trusted\.json/);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  }
});
