import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import aws4 from 'aws4';
import { Storage } from '../../src/platform/files/storage/storage.port.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { PDF, givenFiles } from './given-files.js';

const KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a secret of the test' };
const BUCKET = 'ho-so';

/** A fake S3 that keeps objects in memory and verifies the signature, length and hash of each request. */
class FakeS3 {
  readonly objects = new Map<string, Buffer>();
  readonly refused: string[] = [];
  down = false;
  readonly server = createServer((request, response) => void this.answer(request, response));

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { method = '', url = '', headers } = request;
    const wrong = this.down ? 'down' : this.wrongIn(request, body);
    if (wrong !== undefined) {
      this.refused.push(wrong);
      response.writeHead(this.down ? 503 : 403).end('<Error/>');
      return;
    }
    if (method === 'PUT') this.objects.set(url, body);
    const found = this.objects.get(url);
    if (!found) return void response.writeHead(404).end();
    if (method === 'DELETE') return void (this.objects.delete(url), response.writeHead(204).end());
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    const part = from === undefined ? found : found.subarray(Number(from), Number(to) + 1);
    response.writeHead(from === undefined ? 200 : 206, { 'content-length': method === 'PUT' ? 0 : part.length });
    response.end(method === 'GET' ? part : undefined);
  }

  private wrongIn({ method = '', url = '', headers }: IncomingMessage, body: Buffer): string | undefined {
    const given = String(headers.authorization);
    const named = /SignedHeaders=([^,]+)/.exec(given)?.[1]?.split(';') ?? [];
    const told = Object.fromEntries(named.map(name => [name, headers[name]])) as Record<string, string>;
    const again = aws4.sign(
      {
        service: 's3',
        region: 'vn-1',
        method,
        host: headers.host!,
        path: url,
        headers: told,
      },
      KEYS,
    );
    if (again.headers!.Authorization !== given) return 'signature';
    if (Number(headers['content-length'] ?? 0) !== body.length) return 'length';
    return headers['x-amz-content-sha256'] === createHash('sha256').update(body).digest('hex') ? undefined : 'hash';
  }
}

const s3 = new FakeS3();
let registry: TestRegistry;
let model: string;
const models = givenModels(() => registry);
const units = givenUnits(() => registry);
const files = givenFiles(() => registry);

beforeAll(async () => {
  await new Promise<void>(done => s3.server.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(s3.server.address() as AddressInfo).port}`;
  registry = await openTestRegistry({ files: { s3: { endpoint, bucket: BUCKET, region: 'vn-1', ...KEYS } } });
  model = await models.draft(await units.establish({ name: 'Xã gửi kho' }));
});
afterAll(async () => {
  await registry.close();
  s3.server.close();
});

const attach = async (fileId: string, expectedVersion: number): Promise<void> => {
  await registry.as.everyRole.get(`mutation ($input: AttachModelFileInput!) { attachModelFile(input: $input) { userErrors { code } } }`, {
    input: { id: model, expectedVersion, fileId, kind: 'OTHER' },
  });
};

it('files are stored, read, read in part and erased as objects under their id, with signed requests', async () => {
  const id = await files.upload('MODEL_ATTACHMENT', model, 'Báo cáo.pdf', PDF);
  await attach(id, 1);
  const key = fromGlobalId(id)!.id;
  expect(s3.objects.get(`/${BUCKET}/${key}`)).toEqual(PDF);
  expect(Buffer.from(await (await files.get(`/files/${id}`)).arrayBuffer())).toEqual(PDF);
  const part = await files.get(`/files/${id}`, 'reader', { range: 'bytes=1-3' });
  expect([part.status, await part.text()]).toEqual([206, 'PDF']);
  const storage = registry.registry.app.get(Storage);
  expect(await storage.sizeOf(key)).toBe(PDF.length);
  await storage.erase(key);
  expect([await storage.sizeOf(key), await storage.read(key)]).toEqual([undefined, undefined]);
  await storage.erase(key);
  expect(s3.refused).toEqual([]);
});

it('while the object storage is down, an upload fails as a fault of the server, leaves nothing, and its ticket stays valid', async () => {
  const url = await files.ticket('MODEL_ATTACHMENT', model, 'a.pdf');
  s3.down = true;
  expect(await files.put(url, PDF)).toMatchObject({ status: 500, code: 'INTERNAL' });
  s3.down = false;
  expect(await files.put(url, PDF)).toMatchObject({ status: 201 });
});
