import { createHash } from 'node:crypto';
import { ZipFile } from 'yazl';
import type { TestRegistry } from '../support/test-registry.js';

export interface UploadAnswer {
  readonly status: number;
  readonly body: any;
  /** The code of the first error. */
  readonly code: string | undefined;
}

/** Uploads and reads files as a client does. */
export function givenFiles(registry: () => TestRegistry) {
  const request = async (purpose: string, recordId: string | null, fileName: string, as: 'everyRole' | 'reader' = 'everyRole') =>
    registry().as[as].ask(
      `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { ticket { url expiresAt maxBytes endings } userErrors { code field message } } }`,
      { input: { purpose, fileName, ...(recordId !== null && { recordId }) } },
    );
  const ticket = async (purpose: string, recordId: string | null, fileName: string): Promise<string> => {
    const { data, errors } = await request(purpose, recordId, fileName);
    if (!data?.requestUpload.ticket) throw new Error(JSON.stringify({ data, errors }));
    return data.requestUpload.ticket.url;
  };
  const put = async (path: string, body: any, headers: Record<string, string> = {}): Promise<UploadAnswer> => {
    const response = await fetch(`${registry().url}${path}`, { method: 'PUT', body, headers, duplex: 'half' } as RequestInit);
    const told = (await response.json()) as any;
    return { status: response.status, body: told, code: told.errors?.[0]?.extensions.code };
  };
  return {
    request,
    ticket,
    put,
    /** Uploads a file for a record. @returns its id. */
    async upload(purpose: string, recordId: string | null, fileName: string, body: Buffer): Promise<string> {
      const { status, body: told } = await put(await ticket(purpose, recordId, fileName), body);
      if (status !== 201) throw new Error(JSON.stringify(told));
      return told.id;
    },
    get: (path: string, as: 'everyRole' | 'reader' | 'nobody' = 'reader', headers: Record<string, string> = {}, method = 'GET') =>
      fetch(`${registry().url}${path}`, {
        method,
        headers: { ...(as !== 'nobody' && { authorization: `Bearer ${registry().tokens[as]}` }), ...headers },
      }),
  };
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const MAIN = {
  docx: ['word/document.xml', `${OFFICE}.wordprocessingml.document.main+xml`],
  xlsx: ['xl/workbook.xml', `${OFFICE}.spreadsheetml.sheet.main+xml`],
  docm: ['word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'],
} as const;

/** An office file with only the parts by which its kind is detected, and `more`. */
export function officeFile(kind: keyof typeof MAIN, more: Readonly<Record<string, Buffer>> = {}): Promise<Buffer> {
  const [path, type] = MAIN[kind];
  return zipOf({
    '[Content_Types].xml': Buffer.from(`<?xml version="1.0"?><Types><Override PartName="/${path}" ContentType="${type}"/></Types>`),
    [path]: Buffer.from('<?xml version="1.0"?><document/>'),
    ...more,
  });
}

export async function zipOf(parts: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(content, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
