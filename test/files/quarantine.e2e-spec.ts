import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Quarantine } from '../../src/platform/files/quarantine.js';
import { Storage } from '../../src/platform/files/storage/storage.port.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { PDF, givenFiles } from './given-files.js';

/** A fake clamd: reads the blocks of INSTREAM up to the empty one, then sends the configured reply. */
class FakeClamd {
  says: (bytes: Buffer) => string | undefined = () => 'stream: OK';
  readonly server: Server = createServer(socket => this.serve(socket));

  private serve(socket: Socket): void {
    let text = Buffer.alloc(0);
    socket
      .on('error', () => undefined)
      .on('data', chunk => {
        text = Buffer.concat([text, chunk]);
        const command = Buffer.from('zINSTREAM\0');
        if (!text.subarray(0, command.length).equals(command)) return;
        const blocks: Buffer[] = [];
        for (let at = command.length; at + 4 <= text.length;) {
          const length = text.readUInt32BE(at);
          if (length === 0) {
            const answer = this.says(Buffer.concat(blocks));
            if (answer === undefined) socket.destroy();
            else socket.end(`${answer}\0`);
            return;
          }
          blocks.push(text.subarray(at + 4, at + 4 + length));
          at += 4 + length;
        }
      });
  }
}

const clamd = new FakeClamd();
let registry: TestRegistry;
let model: string;
const models = givenModels(() => registry);
const units = givenUnits(() => registry);
const files = givenFiles(() => registry);

beforeAll(async () => {
  await new Promise<void>(done => clamd.server.listen(0, '127.0.0.1', done));
  const { port } = clamd.server.address() as AddressInfo;
  registry = await openTestRegistry({ files: { clamd: { host: '127.0.0.1', port } } });
});
afterAll(async () => {
  await registry.close();
  clamd.server.close();
});
beforeEach(async () => {
  model = await models.draft(await units.establish({ name: 'Xã quét tệp' }));
});

const upload = async (): Promise<any> => (await files.put(await files.ticket('MODEL_ATTACHMENT', model, 'a.pdf'), PDF)).body;
const attach = async (fileId: string): Promise<any> =>
  (
    await registry.as.everyRole.get(
      `mutation ($input: AttachModelFileInput!) { attachModelFile(input: $input) { model { attachments { file { state } } } userErrors { code message } } }`,
      { input: { id: model, expectedVersion: 1, fileId, kind: 'OTHER' } },
    )
  ).attachModelFile;
const read = async (id: string): Promise<[number, string | undefined]> => {
  const answer = await files.get(`/files/${id}`);
  return [answer.status, answer.ok ? undefined : ((await answer.json()) as any).errors[0].extensions.code];
};

it('a clean file is ready at once, and the scanner received all of it', async () => {
  let seen: Buffer | undefined;
  clamd.says = bytes => {
    seen = bytes;
    return 'stream: OK';
  };
  const { id, state } = await upload();
  expect([state, seen]).toEqual(['READY', PDF]);
  await attach(id);
  expect(await read(id)).toEqual([200, undefined]);
});

it('a file with malware is refused and erased; its metadata stay, and it cannot be linked', async () => {
  clamd.says = () => 'stream: Eicar-Test-Signature FOUND';
  const { id, state } = await upload();
  expect(state).toBe('REFUSED');
  expect(await registry.registry.app.get(Storage).sizeOf(fromGlobalId(id)!.id)).toBeUndefined();
  expect((await attach(id)).userErrors).toMatchObject([{ code: 'FILE_REFUSED', message: expect.stringContaining('Eicar-Test-Signature') }]);
});

it.each<[string, () => string | undefined]>([
  ['hangs up', () => undefined],
  ['answers something else', () => 'stream: size limit exceeded ERROR'],
])('while the scanner %s, a file can be attached and not read; then it is asked again', async (_, says) => {
  clamd.says = says;
  const { id, state } = await upload();
  expect(state).toBe('QUARANTINED');
  expect((await attach(id)).model.attachments).toEqual([{ file: { state: 'QUARANTINED' } }]);
  expect(await read(id)).toEqual([409, 'FILE_IN_QUARANTINE']);
  const quarantine = registry.registry.app.get(Quarantine);
  await quarantine.scanWaiting();
  expect(await read(id)).toEqual([409, 'FILE_IN_QUARANTINE']);
  clamd.says = () => 'stream: OK';
  await quarantine.scanWaiting();
  expect(await read(id)).toEqual([200, undefined]);
});
