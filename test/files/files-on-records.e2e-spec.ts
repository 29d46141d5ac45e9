import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { FileJobs } from '../../src/platform/files/file.jobs.js';
import { FilePurposes } from '../../src/platform/files/file-purposes.js';
import { FILE_SETTINGS, type FileSettings } from '../../src/platform/files/file.settings.js';
import { Storage } from '../../src/platform/files/storage/storage.port.js';
import { fromGlobalId, toGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { PDF, PNG, givenFiles, sha256 } from './given-files.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const files = givenFiles(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã có tệp' });
});
afterAll(() => registry.close());

const rowId = (id: string): string => fromGlobalId(id)!.id;
const run = async (name: string, type: string, input: Record<string, unknown>, fields: string): Promise<any> =>
  (
    await registry.as.everyRole.get(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code field } } }`, {
      input,
    })
  )[name];
const SEEN = 'model { version attachments { kind note file { id name mediaType size sha256 state uploadedBy url } } }';
const attach = (input: Record<string, unknown>): Promise<any> =>
  run('attachModelFile', 'AttachModelFileInput', { kind: 'REPORT', ...input }, SEEN);
const detach = (input: Record<string, unknown>): Promise<any> =>
  run('detachModelFile', 'DetachModelFileInput', { reason: 'Nhầm', ...input }, SEEN);
const attached = async (name: string, body = PDF): Promise<{ model: string; fileId: string; url: string }> => {
  const model = await models.draft(commune);
  const fileId = await files.upload('MODEL_ATTACHMENT', model, name, body);
  const answer = await attach({ id: model, expectedVersion: 1, fileId });
  if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer));
  return { model, fileId, url: answer.model.attachments[0].file.url };
};
const status = async (path: string, as?: 'everyRole' | 'reader' | 'nobody'): Promise<number> => (await files.get(path, as)).status;

describe('a model', () => {
  it('has files, each with its purpose; attaching and detaching are changes with a version, a reason and an entry in its history', async () => {
    const model = await models.draft(commune);
    const fileId = await files.upload('MODEL_ATTACHMENT', model, 'Báo cáo.pdf', PDF);
    expect(await attach({ id: model, expectedVersion: 1, fileId, kind: 'EVIDENCE', note: ' Trang 2 ' })).toEqual({
      model: {
        version: 2,
        attachments: [
          {
            kind: 'EVIDENCE',
            note: 'Trang 2',
            file: {
              id: fileId,
              name: 'Báo cáo.pdf',
              mediaType: 'application/pdf',
              size: PDF.length,
              sha256: sha256(PDF),
              state: 'READY',
              uploadedBy: 'everyRole',
              url: `/files/${fileId}`,
            },
          },
        ],
      },
      userErrors: [],
    });
    expect((await detach({ id: model, expectedVersion: 1, fileId })).userErrors[0].code).toBe('STALE_VERSION');
    expect(await detach({ id: model, expectedVersion: 2, fileId })).toEqual({ model: { version: 3, attachments: [] }, userErrors: [] });
    const { history } = (
      await registry.as.reader.get(`query ($id: ID!) { model(id: $id) { history { action reason changes { field before after } } } }`, {
        id: model,
      })
    ).model;
    expect(history.slice(0, 2)).toMatchObject([
      {
        action: 'model.fileDetached',
        reason: 'Nhầm',
        changes: expect.arrayContaining([{ field: 'file', before: 'Báo cáo.pdf', after: null }]),
      },
      { action: 'model.fileAttached', changes: expect.arrayContaining([{ field: 'file', before: null, after: 'Báo cáo.pdf' }]) },
    ]);
    expect((await attach({ id: model, expectedVersion: 3, fileId })).userErrors).toEqual([]);
  });

  it('accepts one of three simultaneous changes, and refuses the others at once as stale', async () => {
    const model = await models.draft(commune);
    const fileIds = await Promise.all(['a', 'b', 'c'].map(name => files.upload('MODEL_ATTACHMENT', model, `${name}.pdf`, PDF)));
    const answers = await Promise.all(fileIds.map(fileId => attach({ id: model, expectedVersion: 1, fileId })));
    expect(answers.map(({ userErrors }) => userErrors[0]?.code ?? 'ATTACHED').toSorted()).toEqual([
      'ATTACHED',
      'STALE_VERSION',
      'STALE_VERSION',
    ]);
  });

  it('accepts only files that were uploaded for it, each once', async () => {
    const { model, fileId } = await attached('a.pdf');
    const other = await models.draft(commune);
    const code = async (input: Record<string, unknown>): Promise<string> => (await attach(input)).userErrors[0].code;
    expect((await attach({ id: model, expectedVersion: 2, fileId })).model).toMatchObject({
      version: 2,
      attachments: [{ kind: 'REPORT' }],
    });
    expect(await code({ id: model, expectedVersion: 2, fileId, kind: 'EVIDENCE' })).toBe('FILE_ATTACHED_ALREADY');
    expect(await code({ id: other, expectedVersion: 1, fileId: await files.upload('MODEL_ATTACHMENT', model, 'b.pdf', PDF) })).toBe(
      'FILE_FOR_OTHER_RECORD',
    );
    const list = await files.upload('UNIT_LIST', null, 'c.csv', Buffer.from('code,name\n'));
    expect(await code({ id: other, expectedVersion: 1, fileId: list })).toBe('FILE_FOR_OTHER_PURPOSE');
  });
});

it('a decision has scans as files, with the same rules', async () => {
  const decision = await models.decision(commune);
  const fileId = await files.upload('DECISION_SCAN', decision, 'QĐ.pdf', PDF);
  const fields = 'decision { version scans { name url } }';
  const input = { id: decision, expectedVersion: 1, fileId };
  expect(await run('attachDecisionScan', 'AttachDecisionScanInput', input, fields)).toEqual({
    decision: { version: 2, scans: [{ name: 'QĐ.pdf', url: `/files/${fileId}` }] },
    userErrors: [],
  });
  expect(await status(`/files/${fileId}`)).toBe(200);
  expect((await run('detachDecisionScan', 'DetachDecisionScanInput', { ...input, reason: 'Nhầm' }, fields)).userErrors[0].code).toBe(
    'STALE_VERSION',
  );
  const gone = await run('detachDecisionScan', 'DetachDecisionScanInput', { ...input, expectedVersion: 2, reason: 'Nhầm' }, fields);
  expect(gone).toEqual({ decision: { version: 3, scans: [] }, userErrors: [] });
  expect(await status(`/files/${fileId}`)).toBe(404);
});

describe('a download', () => {
  it('is an attachment that runs nothing, under its Vietnamese name', async () => {
    const { url } = await attached('Báo cáo “tuần”; cuối.png', PNG);
    const answer = await files.get(url);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'content-disposition': `attachment; filename="Bao cao _tuan_; cuoi.png"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%E2%80%9Ctu%E1%BA%A7n%E2%80%9D%3B%20cu%E1%BB%91i.png`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('is partial for a range request, and without bytes for HEAD', async () => {
    const { url } = await attached('a.pdf');
    const part = async (range: string): Promise<[number, string | null, string]> => {
      const answer = await files.get(url, 'reader', { range });
      return [answer.status, answer.headers.get('content-range'), answer.status === 206 ? await answer.text() : ''];
    };
    const n = PDF.length;
    expect(await part('bytes=0-3')).toEqual([206, `bytes 0-3/${n}`, '%PDF']);
    expect(await part('bytes=-6')).toEqual([206, `bytes ${n - 6}-${n - 1}/${n}`, '%%EOF\n']);
    expect(await part(`bytes=${n - 6}-999999`)).toEqual([206, `bytes ${n - 6}-${n - 1}/${n}`, '%%EOF\n']);
    expect(await part(`bytes=${n}-`)).toEqual([416, null, '']);
    expect((await part('bytes=0-1,3-4'))[0]).toBe(200);
    const head = await files.get(url, 'reader', {}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(n), '']);
  });

  it('is for readers of the record: no right, an unknown id and an unlinked file are answered alike', async () => {
    const { model, fileId, url } = await attached('a.pdf');
    expect(await status(url, 'reader')).toBe(200);
    expect(await status(url, 'nobody')).toBe(401);
    const loose = await files.upload('MODEL_ATTACHMENT', model, 'b.pdf', PDF);
    const list = await files.upload('UNIT_LIST', null, 'c.csv', Buffer.from('code,name\n'));
    const unknown = toGlobalId('File', '018f0000-0000-7000-8000-000000000000');
    const answers = [loose, list, unknown, 'x', model].map(async id => {
      const answer = await files.get(`/files/${id}`);
      const { errors } = (await answer.json()) as any;
      return [answer.status, errors];
    });
    const [first, ...others] = await Promise.all(answers);
    expect(first).toMatchObject([404, [{ extensions: { code: 'FILE_NOT_FOUND' } }]]);
    for (const other of others) expect(other).toEqual(first);
    expect((await detach({ id: model, expectedVersion: 2, fileId })).userErrors).toEqual([]);
    expect(await status(url, 'everyRole')).toBe(404);
  });

  it('of bytes that the storage has lost is reported as a fault of the server, and the doctor names the file', async () => {
    const { fileId, url } = await attached('mất.pdf');
    const { folder } = registry.registry.app.get<FileSettings>(FILE_SETTINGS);
    const id = rowId(fileId);
    await rm(join(folder, 'kept', id.slice(-2), id));
    const answer = await files.get(url);
    expect([answer.status, ((await answer.json()) as any).errors[0].extensions.code]).toEqual([500, 'FILE_BYTES_MISSING']);
    expect(await registry.registry.app.get(Doctor).examine()).toMatchObject([
      { check: 'files.haveTheirBytes', count: 1, cases: [{ vi: expect.stringContaining('“mất.pdf”') }] },
    ]);
  });
});

it('an unlinked file is erased after seven days, with an entry in the trail; a linked one is kept', async () => {
  const [storage, db] = [registry.registry.app.get(Storage), registry.registry.app.get(Database)];
  const { model, fileId } = await attached('a.pdf');
  const loose = await files.upload('MODEL_ATTACHMENT', model, 'b.pdf', PDF);
  const unused =
    (await files.ticket('MODEL_ATTACHMENT', model, 'c.pdf')) &&
    (await db.rows<{ id: string }>(`select id from upload_ticket where used_at is null`))[0]!.id;
  const housekeeping = registry.registry.app.get(FileJobs);
  const there = async (): Promise<(number | undefined)[]> => [await storage.sizeOf(rowId(fileId)), await storage.sizeOf(rowId(loose))];
  const after = async (days: number): Promise<void> => {
    registry.setClock(new Date(Date.now() + days * 24 * 3_600_000).toISOString());
    await housekeeping.tidy();
    registry.setClock(undefined);
  };
  await after(6.9);
  expect(await there()).toEqual([PDF.length, PDF.length]);
  expect(await db.rows(`select from upload_ticket where id = $1`, [unused])).toEqual([]);
  await after(7.1);
  expect(await there()).toEqual([PDF.length, undefined]);
  expect(await db.rows(`select action from audit_entry where object_id = $1 order by at, id`, [rowId(loose)])).toEqual(
    ['file.uploadRequested', 'file.uploaded', 'file.erased'].map(action => ({ action })),
  );
});

it('each purpose in the schema has a chapter that implements it', () => {
  expect(registry.registry.app.get(FilePurposes).withoutRecords).toEqual([]);
});
