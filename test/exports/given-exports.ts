import { createHash } from 'node:crypto';
import { ExportsService } from '../../src/insight/exports/exports.service.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import type { Asker, TestRegistry } from '../support/test-registry.js';

const FIELDS = 'id state format rowCount size sha256 url expiresAt failure';
const REQUEST = `mutation ($input: RequestExportInput!) { requestExport(input: $input) { export { ${FIELDS} } userErrors { code field message } } }`;

export interface GivenExports {
  /** Requests an export. @returns the payload. */
  request(asker: Asker, input: Record<string, unknown>): Promise<any>;
  /** Writes it, as the job does. @returns it as its asker sees it. */
  written(asker: Asker, id: string): Promise<any>;
  /** Its text, and the headers of the answer. */
  download(url: string, headers?: Record<string, string>): Promise<{ status: number; headers: Headers; text: string; sha256: string }>;
}

export function givenExports(registry: () => TestRegistry): GivenExports {
  return {
    request: async (asker, input) => (await asker.get(REQUEST, { input })).requestExport,
    async written(asker, id) {
      await registry()
        .registry.app.get(ExportsService)
        .write({ id: fromGlobalId(id)!.id }, { actor: systemActor('job') });
      const { myExports } = await asker.get(`{ myExports { ${FIELDS} } }`);
      return myExports.find((each: { id: string }) => each.id === id);
    },
    async download(url, headers = {}) {
      const response = await fetch(`${registry().url}${url}`, { headers });
      const bytes = Buffer.from(await response.arrayBuffer());
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { status: response.status, headers: response.headers, text: bytes.toString('utf8'), sha256 };
    },
  };
}
