import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, utimes, writeFile, mkdir } from 'node:fs/promises';
import { connect as connectTo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { FILE_SETTINGS, type FileSettings } from '../../src/platform/files/file.settings.js';
import { IncomingFiles } from '../../src/platform/files/incoming-files.js';
import { Database } from '../../src/platform/database/database.js';
import { PDF, PNG, givenFiles, officeFile, sha256, zipOf } from './given-files.js';

const MB = 1024 * 1024;
let registry: TestRegistry;
let db: Database;
let folder: string;
let model: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const files = givenFiles(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  db = registry.registry.app.get(Database);
  folder = registry.registry.app.get<FileSettings>(FILE_SETTINGS).folder;
  model = await models.draft(await units.establish({ name: 'Xã tải tệp' }));
});
afterAll(() => registry.close());

/** Every file on the disk, stored or being received. */
const onDisk = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter(entry => entry.isFile())
    .map(({ name }) => name)
    .toSorted();
/** Everything about files: on the disk, in the table, in the trail. */
async function kept(): Promise<unknown> {
  const [row] = await db.rows(
    `select (select count(*)::int from file) as files, (select count(*)::int from audit_entry where action like 'file.upl%ed' and action <> 'file.uploadRequested') as trail,
            (select count(*)::int from upload_ticket where used_at is not null) as used`,
  );
  return { row, disk: await onDisk() };
}
/** Uploads a file that must be refused and checks that nothing is left of it. @returns the error code. */
async function refused(name: string, body: Buffer, headers?: Record<string, string>): Promise<string | undefined> {
  const url = await files.ticket('MODEL_ATTACHMENT', model, name);
  const before = await kept();
  const { code } = await files.put(url, body, headers);
  expect(await kept()).toEqual(before);
  return code;
}

/** The relationships of a document with one of this type. */
const related = (type: string, target: string, mode: boolean | string = false): Record<string, Buffer> => {
  const outside = mode === false ? '' : ` TargetMode="${mode === true ? 'External' : mode}"`;
  const one = `<r:Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${outside}/>`;
  return { 'word/_rels/document.xml.rels': Buffer.from(`<?xml version="1.0"?><r:Relationships>${one}</r:Relationships>`) };
};

describe('an upload', () => {
  it('is streamed to the disk under its id, its kind is detected by its content, and its hash and uploader are recorded', async () => {
    const body = await officeFile('docx', { 'word/media/image1.png': randomBytes(3 * MB) });
    const { status, body: told } = await files.put(await files.ticket('MODEL_ATTACHMENT', model, 'Báo cáo quý II.docx'), body);
    expect(status).toBe(201);
    expect(told).toEqual({
      id: expect.any(String),
      name: 'Báo cáo quý II.docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      size: body.length,
      sha256: sha256(body),
      state: 'READY',
    });
    const [row] = await db.rows<{ id: string; uploaded_by: string }>(`select id, uploaded_by from file where sha256 = $1`, [sha256(body)]);
    expect(row).toMatchObject({ uploaded_by: 'everyRole' });
    expect(await onDisk()).toContain(row!.id);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['bang.xlsx', () => officeFile('xlsx'), 'xlsx'],
    ['van-ban.PDF', () => PDF, 'pdf'],
    ['anh.png', () => PNG, 'png'],
    ['khong-duoi', () => PNG, 'png'],
    ['../../../etc/cron.d/anh.png', () => PNG, 'png'],
    ['Công văn 12.2026', () => PDF, 'pdf'],
    ['quét.pdf', () => Buffer.concat([Buffer.from('Máy quét HP\r\n'), PDF]), 'pdf'],
  ])('takes %s', async (name, body, kind) => {
    const { status, body: told } = await files.put(await files.ticket('MODEL_ATTACHMENT', model, name), await body());
    expect(status).toBe(201);
    expect(told.name).toMatch(new RegExp(`^[^/\\\\]+\\.${kind}$`, 'i'));
  });

  it('leaves nothing in the folder of incoming files', async () => {
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });
});

describe('a file is refused, and nothing is left of it', () => {
  it.each<[string, string, () => Promise<Buffer> | Buffer, string]>([
    ['that is a picture and says it is a document', 'bao-cao.docx', () => PNG, 'FILE_NOT_WHAT_IT_SAYS'],
    ['that is a document and says it is a picture', 'anh.png', () => officeFile('docx'), 'FILE_NOT_WHAT_IT_SAYS'],
    ['that is a workbook and says it is a document', 'bao-cao.docx', () => officeFile('xlsx'), 'FILE_NOT_WHAT_IT_SAYS'],
    ['that is any zip', 'bao-cao.docx', () => zipOf({ 'a.txt': Buffer.from('a') }), 'FILE_NOT_WHAT_IT_SAYS'],
    ['that is a program', 'bao-cao.pdf', () => Buffer.concat([Buffer.from('MZ'), randomBytes(500)]), 'FILE_NOT_WHAT_IT_SAYS'],
    ['that is text in UTF-16', 'bao-cao.pdf', () => Buffer.from('\ufeffBáo cáo', 'utf16le'), 'FILE_NOT_WHAT_IT_SAYS'],
    ['that is a page with a signature in it', 'bao-cao.pdf', () => Buffer.from('<html>\n%PDF-1.7'), 'FILE_NOT_WHAT_IT_SAYS'],
    ['that is a page', 'bao-cao.pdf', () => Buffer.from('<html><script>alert(1)</script>'), 'FILE_NOT_WHAT_IT_SAYS'],
    ['without an ending that is a page', 'bao-cao', () => Buffer.from('<html><script>alert(1)</script>'), 'FILE_KIND_NOT_TAKEN'],
    [
      'that unpacks to a thousand times its size',
      'bao-cao.docx',
      () => officeFile('docx', { 'word/a.xml': Buffer.alloc(16 * MB) }),
      'FILE_INFLATES',
    ],
    ['with more parts than any report', 'bao-cao.docx', async () => counting(await officeFile('docx'), 5_001), 'FILE_INFLATES'],
    [
      'with a DOCTYPE',
      'bao-cao.docx',
      () => officeFile('docx', { 'word/a.xml': Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>') }),
      'FILE_HAS_DOCTYPE',
    ],
    [
      'with a DOCTYPE in UTF-16',
      'bao-cao.xlsx',
      () => officeFile('xlsx', { 'xl/a.xml': Buffer.from('\ufeff<!DOCTYPE a><a/>', 'utf16le') }),
      'FILE_HAS_DOCTYPE',
    ],
    [
      'with a DOCTYPE that comes late',
      'bao-cao.xlsx',
      () => officeFile('xlsx', { 'xl/a.xml': Buffer.from(`${' '.repeat(65_530)}<!DOCTYPE a><a/>`) }),
      'FILE_HAS_DOCTYPE',
    ],
    ['with macros', 'bao-cao.docx', () => officeFile('docx', { 'word/vbaProject.bin': Buffer.from('x') }), 'FILE_HAS_MACROS'],
    ['with macros under another name', 'bao-cao.docx', () => officeFile('docx', related('vbaProject', 'anh.bin')), 'FILE_HAS_MACROS'],
    ['with a sheet of macros', 'so.xlsx', () => officeFile('xlsx', related('xlMacrosheet', 'a.xml')), 'FILE_HAS_MACROS'],
    [
      'with a template of another machine',
      'a.docx',
      () => officeFile('docx', related('attachedTemplate', '//x/a.dotm', true)),
      'FILE_LINKS_OUTSIDE',
    ],
    [
      'with an outside picture, written in entities',
      'a.docx',
      () => officeFile('docx', related('image', 'http://x', '&#69;xternal')),
      'FILE_LINKS_OUTSIDE',
    ],
    ['with an object of another program', 'a.docx', () => officeFile('docx', related('oleObject', 'o.bin')), 'FILE_LINKS_OUTSIDE'],
    [
      'with a field that starts a program, in pieces',
      'a.docx',
      () =>
        officeFile('docx', {
          'word/a.xml': Buffer.from('<w:p><w:instrText> DDE</w:instrText><w:r/><w:instrText>AUTO c:\\x</w:instrText></w:p>'),
        }),
      'FILE_LINKS_OUTSIDE',
    ],
    [
      'with a link to a running program',
      'a.xlsx',
      () => officeFile('xlsx', { 'xl/e.xml': Buffer.from('<externalLink><ddeLink a="b"/></externalLink>') }),
      'FILE_LINKS_OUTSIDE',
    ],
    ['made for macros', 'bao-cao.docx', () => officeFile('docm'), 'FILE_HAS_MACROS'],
    ['that is cut off', 'bao-cao.docx', async () => (await officeFile('docx')).subarray(0, 200), 'FILE_BROKEN'],
    [
      'whose parts lie about their size',
      'bao-cao.docx',
      async () => lying(await officeFile('docx', { 'word/a.xml': Buffer.alloc(100_000, 'a') })),
      'FILE_BROKEN',
    ],
    ['that is empty', 'bao-cao.pdf', () => Buffer.alloc(0), 'FILE_EMPTY'],
  ])('%s', async (_, name, body, code) => {
    expect(await refused(name, await body())).toBe(code);
  });

  it('whose length is announced as too large, before a byte of it is read', async () => {
    const url = await files.ticket('MODEL_ATTACHMENT', model, 'to.pdf');
    const before = await kept();
    const socket = connectTo(Number(new URL(registry.url).port), '127.0.0.1');
    socket.write(`PUT ${url} HTTP/1.1\r\nHost: a\r\nContent-Length: ${200 * MB}\r\nExpect: 100-continue\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 [^]*FILE_TOO_LARGE/);
    expect(await kept()).toEqual(before);
  });

  it('that turns out too large on the way, without filling the disk', async () => {
    const url = await files.ticket('MODEL_ATTACHMENT', model, 'to.pdf');
    const before = await kept();
    const block = Buffer.alloc(MB, 'a');
    let most = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield PDF;
      for (let sent = 0; sent < 200; sent++) {
        yield block;
        most = Math.max(most, (await onDisk()).length);
      }
    }
    const { status, code } = await files.put(url, ReadableStream.from(endless()));
    expect([status, code]).toEqual([413, 'FILE_TOO_LARGE']);
    expect(most).toBeGreaterThan(0);
    expect(await kept()).toEqual(before);
  });

  it('that is announced as 200 MB and sent nevertheless: the client still receives the error', async () => {
    const url = await files.ticket('MODEL_ATTACHMENT', model, 'to.pdf');
    const { status, code } = await files.put(url, Buffer.alloc(200 * MB));
    expect([status, code]).toEqual([413, 'FILE_TOO_LARGE']);
  });

  it('whose connection breaks; the ticket stays valid', async () => {
    const url = await files.ticket('MODEL_ATTACHMENT', model, 'dut.pdf');
    const before = await kept();
    const socket = connectTo(Number(new URL(registry.url).port), '127.0.0.1');
    socket.write(`PUT ${url} HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n`);
    socket.write(PDF);
    while ((await onDisk()).length === (before as { disk: string[] }).disk.length) await new Promise(setImmediate);
    socket.destroy();
    while ((await onDisk()).length > (before as { disk: string[] }).disk.length) await new Promise(setImmediate);
    expect(await kept()).toEqual(before);
    expect(await files.put(url, PDF)).toMatchObject({ status: 201 });
  });
});

it('incoming files of a killed process are removed at the next start, uploads in progress are kept', async () => {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true });
  await writeFile(join(incoming, 'cu'), 'x');
  await utimes(join(incoming, 'cu'), 0, 0);
  await writeFile(join(incoming, 'moi'), 'x');
  await registry.registry.app.get(IncomingFiles).onModuleInit();
  expect(await readdir(incoming)).toEqual(['moi']);
});

it('other routes still accept JSON only', async () => {
  const response = await fetch(`${registry.url}/graphql`, { method: 'POST', body: '<a/>', headers: { 'content-type': 'application/xml' } });
  expect(response.status).toBe(415);
});

/** The same zip with another number of parts in its directory. */
function counting(zip: Buffer, parts: number): Buffer {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  zip.writeUInt16LE(parts, end + 8);
  zip.writeUInt16LE(parts, end + 10);
  return zip;
}

/** The same zip with a part's inflated size stated as ten bytes. */
function lying(zip: Buffer): Buffer {
  const entry = zip.lastIndexOf(Buffer.from('PK\u0001\u0002'));
  zip.writeUInt32LE(10, entry + 24);
  return zip;
}
