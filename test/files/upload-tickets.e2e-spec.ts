import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { FILE_SETTINGS, type FileSettings } from '../../src/platform/files/file.settings.js';
import { givenSignedIn } from '../accounts/browser.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { PDF, givenFiles } from './given-files.js';

let registry: TestRegistry;
let db: Database;
let model: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const files = givenFiles(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  db = registry.registry.app.get(Database);
  model = await models.draft(await units.establish({ name: 'Xã xin phiếu' }));
});
afterAll(() => registry.close());

/** Every stored file. */
async function onDisk(): Promise<string[]> {
  const { folder } = registry.registry.app.get<FileSettings>(FILE_SETTINGS);
  return (await readdir(join(folder, 'kept'), { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(({ name }) => name);
}

describe('a ticket', () => {
  it('is valid once', async () => {
    const url = await files.ticket('MODEL_ATTACHMENT', model, 'a.pdf');
    expect(await files.put(url, PDF)).toMatchObject({ status: 201 });
    expect(await files.put(url, PDF)).toMatchObject({ status: 409, code: 'UPLOAD_TICKET_USED' });
  });

  it('accepts one of two simultaneous uploads', async () => {
    const url = await files.ticket('MODEL_ATTACHMENT', model, 'a.pdf');
    const before = (await onDisk()).length;
    const answers = await Promise.all([files.put(url, PDF), files.put(url, PDF)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await onDisk()).length).toBe(before + 1);
  });

  it('that was never issued is refused', async () => {
    expect(await files.put(`/uploads/${randomBytes(32).toString('base64url')}`, PDF)).toMatchObject({
      status: 404,
      code: 'UPLOAD_TICKET_UNKNOWN',
    });
  });

  it('expires', async () => {
    const url = await files.ticket('MODEL_ATTACHMENT', model, 'a.pdf');
    registry.setClock(new Date(Date.now() + 16 * 60_000).toISOString());
    expect(await files.put(url, PDF)).toMatchObject({ status: 410, code: 'UPLOAD_TICKET_EXPIRED' });
    registry.setClock(undefined);
  });

  it('ends with the account that asked for it', async () => {
    const { browser, id } = await givenSignedIn(registry, { role: 'UNIT_HEAD' });
    const input = { purpose: 'MODEL_ATTACHMENT', recordId: model, fileName: 'a.pdf' };
    const { requestUpload } = await browser.get(
      `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { ticket { url } userErrors { code } } }`,
      { input },
    );
    const change = (name: string): Promise<unknown> =>
      registry.as.administrator.get(`mutation ($id: ID!) { ${name}(input: { id: $id, reason: "Thử" }) { userErrors { code } } }`, { id });
    await change('blockAccount');
    expect((await files.put(requestUpload.ticket.url, PDF)).code).toBe('UPLOAD_TICKET_UNKNOWN');
    await change('unblockAccount');
    expect((await files.put(requestUpload.ticket.url, PDF)).status).toBe(201);
  });

  it('is stored only as a hash', async () => {
    const secret = (await files.ticket('MODEL_ATTACHMENT', model, 'a.pdf')).split('/').at(-1)!;
    const rows = await db.rows<{ row: string }>(`select upload_ticket::text || coalesce(string_agg(a.after::text, ''), '') as row
       from upload_ticket left join audit_entry a on a.object_id = upload_ticket.id group by upload_ticket.*`);
    expect(rows.filter(({ row }) => row.includes(secret) || row.includes(Buffer.from(secret).toString('hex')))).toEqual([]);
  });

  it('is issued to those who may change the record, for accepted kinds, and with a readable name', async () => {
    const asReader = await files.request('MODEL_ATTACHMENT', model, 'a.pdf', 'reader');
    expect(asReader.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const nowhere = await files.request(
      'MODEL_ATTACHMENT',
      Buffer.from('EmulationModel:018f0000-0000-7000-8000-000000000000').toString('base64url'),
      'a.pdf',
    );
    expect(nowhere.errors?.[0]?.extensions.code).toBe('MODEL_NOT_FOUND');
    const code = async (purpose: string, record: string | null, name: string): Promise<string> =>
      (await files.request(purpose, record, name)).data.requestUpload.userErrors[0].code;
    expect(await code('MODEL_ATTACHMENT', model, 'a.exe')).toBe('FILE_KIND_NOT_TAKEN');
    expect(await code('MODEL_ATTACHMENT', model, 'a.csv')).toBe('FILE_KIND_NOT_TAKEN');
    expect(await code('MODEL_ATTACHMENT', model, '../..')).toBe('FILE_NAME_EMPTY');
    expect(await code('MODEL_ATTACHMENT', null, 'a.pdf')).toBe('ID_INVALID');
    expect(await code('UNIT_LIST', model, 'a.csv')).toBe('ID_INVALID');
  });

  it('is refused for a record with too many files, and after too many tickets in a day', async () => {
    const full = await models.draft(await units.establish({ name: 'Xã đầy tệp' }));
    const ask = async (record: string): Promise<string | undefined> =>
      (await files.request('MODEL_ATTACHMENT', record, 'a.pdf')).data.requestUpload.userErrors[0]?.code;
    const [{ id }] = (await db.rows<{ id: string }>(`select id from emulation_model order by recorded_at desc limit 1`)) as [
      { id: string },
    ];
    const given = `select gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), 'a.pdf', 'MODEL_ATTACHMENT', $1::uuid, 'ACCOUNT', t.id, 'x', now(), now() + interval '9 minutes'
       from account t, generate_series(1, $2::int) where t.name = 'everyRole'`;
    const insert = `insert into upload_ticket (id, secret_hash, file_name, purpose, record_id, asker_kind, asker_id, asker_name, asked_at, expires_at)`;
    await db.rows(`${insert} ${given}`, [id, 100]);
    expect(await ask(full)).toBe('FILE_RECORD_FULL');
    await db.rows(`${insert} ${given}`, [null, 250]);
    expect(await ask(model)).toBe('FILE_DAY_FULL');
    registry.setClock(new Date(Date.now() + 25 * 3_600_000).toISOString());
    expect(await ask(model)).toBeUndefined();
    registry.setClock(undefined);
  });
});
