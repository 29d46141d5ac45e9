import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { FileErrors } from '../file.errors.js';
import { FILE_KINDS, type FileKindName } from '../file-kinds.js';
import { endingOf } from '../file-name.js';
import type { ReceivedFile } from '../storage/storage.port.js';
import { detectOfficeKind } from './office-kind.detector.js';

/** Enough for every signature. */
const SAMPLE = 4_100;
const WIDE = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const ZIP = Buffer.from('PK\u0003\u0004');

export interface FileKindResult {
  readonly kind: FileKindName;
  /** The given name, with the usual extension where it had none. */
  readonly name: string;
}

/**
 * Detects the kind of a file by its content and compares it with its name.
 * @throws FILE_KIND_NOT_TAKEN, FILE_NOT_WHAT_IT_SAYS, and the errors of `detectOfficeKind`.
 */
export async function detectFileKind(file: ReceivedFile, name: string, allowed: readonly FileKindName[]): Promise<FileKindResult> {
  const sample = await beginningOf(file.path);
  const found = await kindOf(file, sample, allowed);
  const ending = endingOf(name);
  if (!(found in FILE_KINDS)) throw refusal(found, ending, allowed);
  const kind = found as FileKindName;
  const { endings } = FILE_KINDS[kind] as { endings: readonly string[] };
  if (ending !== '' && !endings.includes(ending)) throw FileErrors.FILE_NOT_WHAT_IT_SAYS({ ending, kind });
  if (!allowed.includes(kind)) throw refusal(kind, '', allowed);
  return { kind, name: ending === '' ? `${name}.${endings[0]}` : name };
}

async function kindOf(file: ReceivedFile, sample: Buffer, allowed: readonly FileKindName[]): Promise<string> {
  // Zip files are read by our own code, which has limits.
  if (sample.subarray(0, ZIP.length).equals(ZIP)) return (await detectOfficeKind(file.path, file.size)) ?? 'zip';
  // Unicode of Windows, which the detector takes for sound.
  if (WIDE.some(mark => sample.subarray(0, 2).equals(mark))) {
    if (allowed.includes('csv')) throw FileErrors.FILE_NOT_UTF8();
    return 'txt';
  }
  const type = await fileTypeFromBuffer(sample);
  if (type) return type.ext;
  if (beginsAsPdf(sample)) return 'pdf';
  if (!allowed.includes('csv')) return '?';
  await refuseUnlessText(file.path);
  return 'csv';
}

/** Scanners and mail programs put a line before the signature; readers of PDF look for it in the first kilobyte. Not in a page of the web. */
function beginsAsPdf(sample: Buffer): boolean {
  const at = sample.subarray(0, 1_024).indexOf('%PDF-');
  const before = sample.subarray(0, Math.max(0, at)).toString('latin1');
  return at > 0 && /[\r\n]$/.test(before) && !/[<>]/.test(before);
}

/** Text has no signature: a file counts as text when it is valid UTF-8 without zero bytes, which only other encodings contain. */
async function refuseUnlessText(path: string): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Buffer): void => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw FileErrors.FILE_NOT_UTF8();
    }
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (chunk.includes(0)) throw FileErrors.FILE_NOT_UTF8();
    decode(chunk);
  }
  decode();
}

/** A name that contradicts the content is reported first. */
function refusal(kind: string, ending: string, allowed: readonly FileKindName[]): Error {
  if (ending !== '' && (allowed as readonly string[]).includes(ending)) return FileErrors.FILE_NOT_WHAT_IT_SAYS({ ending, kind });
  return FileErrors.FILE_KIND_NOT_TAKEN({ kind, allowed: allowed.join(', ') });
}

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
