import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser, givenSignedIn } from '../accounts/browser.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { fromGlobalId, newId, toGlobalId } from '../../src/shared/ids.js';
import { PDF, givenFiles } from './given-files.js';

const LIMIT = 1_000;
let registry: TestRegistry;
let here: string;
let elsewhere: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const files = givenFiles(() => registry);
beforeAll(async () => {
  registry = await openTestRegistry();
  here = await units.establish({ name: 'Xã có hồ sơ' });
  elsewhere = await units.establish({ name: 'Xã bên cạnh' });
});
afterAll(() => registry.close());

const REQUEST = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { ticket { url } userErrors { code } } }`;
const ATTACH = `mutation ($input: AttachModelFileInput!) {
  attachModelFile(input: $input) { model { attachments { file { url } } } userErrors { code } }
}`;
const asking = (recordId: string): Record<string, unknown> => ({
  input: { purpose: 'MODEL_ATTACHMENT', fileName: 'Báo cáo.pdf', recordId },
});

/** The security headers of an answer, ids left out. */
const told = async (browser: Browser, query: string, variables: object, id: string): Promise<unknown> => {
  const { status, data, errors } = await browser.ask(query, variables);
  return JSON.parse(JSON.stringify({ status, data, errors }).replaceAll(fromGlobalId(id)!.id, '…').replaceAll(id, '…'));
};

describe('a person signed in in a browser', () => {
  it('uploads a file for a model of their unit and reads it back', async () => {
    const { browser } = await givenSignedIn(registry, { role: 'UNIT_OFFICER', unitId: here });
    const model = await models.draft(here);
    const { requestUpload } = await browser.get(REQUEST, asking(model));
    const sent = await browser.fetch(requestUpload.ticket.url, { method: 'PUT', body: PDF });
    expect(sent.status).toBe(201);
    const { id: fileId } = (await sent.json()) as { id: string };
    const input = { id: model, expectedVersion: 1, fileId, kind: 'REPORT' };
    const { attachModelFile } = await browser.get(ATTACH, { input });
    expect(attachModelFile.userErrors).toEqual([]);

    const read = await browser.fetch(attachModelFile.model.attachments[0].file.url);
    expect([read.status, read.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('attachment')]);
    expect(Buffer.from(await read.arrayBuffer())).toEqual(PDF);
    await browser.get('mutation { signOut { userErrors { code } } }');
    expect((await browser.fetch(attachModelFile.model.attachments[0].file.url)).status).toBe(401);
  });

  it('can neither read nor add files where the record is of another unit', async () => {
    const { browser } = await givenSignedIn(registry, { role: 'UNIT_OFFICER', unitId: elsewhere });
    const model = await models.draft(here);
    const fileId = await files.upload('MODEL_ATTACHMENT', model, 'Báo cáo.pdf', PDF);
    const { attachModelFile } = await registry.as.everyRole.get(ATTACH, {
      input: { id: model, expectedVersion: 1, fileId, kind: 'REPORT' },
    });
    expect(attachModelFile.userErrors).toEqual([]);
    const [noModel, noFile] = [toGlobalId('EmulationModel', newId()), toGlobalId('File', newId())];

    const answers = await Promise.all([fileId, noFile].map(id => browser.fetch(`/files/${id}`)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    const [foreign, unknown] = await Promise.all(answers.map(async answer => ((await answer.json()) as any).errors));
    expect(foreign).toEqual(unknown);
    expect(await told(browser, REQUEST, asking(model), model)).toEqual(await told(browser, REQUEST, asking(noModel), noModel));
    const attaching = (id: string): object => ({ input: { id, expectedVersion: 2, fileId, kind: 'REPORT' } });
    expect(await told(browser, ATTACH, attaching(model), model)).toEqual(await told(browser, ATTACH, attaching(noModel), noModel));
  });
});

describe('files are charged by the rate limit', () => {
  it('for uploads and downloads, and the refusal has the time to wait', async () => {
    const poor = await openTestRegistry({ api: { pointsPerMinute: LIMIT }, beside: registry.database });
    const headers = { authorization: `Bearer ${poor.tokens.reader}` };
    const statuses: number[] = [];
    let last: Response | undefined;
    for (let i = 0; i <= LIMIT / 100; i++) {
      last = await fetch(`${poor.url}/files/${toGlobalId('File', newId())}`, { headers });
      statuses.push(last.status);
    }
    expect(statuses).toEqual([...Array.from({ length: LIMIT / 100 }, () => 404), 429]);
    expect(Number(last!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(((await last!.json()) as any).errors[0].extensions.code).toBe('RATE_LIMITED');
    expect((await poor.as.reader.ask('{ me { name } }')).status).toBe(429);

    const model = await models.draft(here);
    const { requestUpload } = await poor.as.unitOfficer.get(REQUEST, asking(model));
    for (let i = 0; i < LIMIT / 100 - 1; i++) await fetch(poor.url + requestUpload.ticket.url, { method: 'PUT', body: 'no file' });
    expect((await fetch(poor.url + requestUpload.ticket.url, { method: 'PUT', body: PDF })).status).toBe(429);
    await poor.close();
  });

  it('to the address where the caller is unknown: guessing tickets and tokens is stopped', async () => {
    const poor = await openTestRegistry({ api: { pointsPerMinute: LIMIT }, beside: registry.database });
    const headers = { authorization: `Bearer ${'x'.repeat(43)}` };
    const tries = [
      () => fetch(`${poor.url}/uploads/nothing`, { method: 'PUT', body: PDF }),
      () => fetch(`${poor.url}/files/x`, { headers }),
    ];
    const statuses: number[] = [];
    for (let i = 0; i < LIMIT / 10; i++) statuses.push((await tries[i % 2]!()).status);
    expect(new Set(statuses)).toEqual(new Set([404, 401]));
    expect([(await tries[0]!()).status, (await tries[1]!()).status]).toEqual([429, 429]);
    await poor.close();
  });
});
