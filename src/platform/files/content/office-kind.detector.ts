import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { DomainError } from '../../errors/domain-error.js';
import { FileErrors } from '../file.errors.js';
import type { FileKindName } from '../file-kinds.js';
import { DdeSearch, dangerIn, xmlText, type Danger } from './office-parts.js';

/** A report with hundreds of pictures has some hundred parts. */
const MAX_PARTS = 5_000;
const MAX_INFLATED_BYTES = 300 * 1024 * 1024;
/** Sheets with many equal cells reach a ratio of 50. Below `SMALL_BYTES` any ratio is allowed. */
const MAX_RATIO = 120;
const SMALL_BYTES = 10 * 1024 * 1024;
const MAX_TYPES_LENGTH = 1024 * 1024;
const MAX_RELATIONSHIPS_LENGTH = 4 * 1024 * 1024;

const CONTENT_TYPES = '[Content_Types].xml';
/** The content type of the main part. Only this distinguishes a document from a template and from one with macros. */
const MAIN_PART_TYPE = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const;
const MACROS = /vbaProject\.bin$/i;
/** In every encoding that an XML reader must support. */
const DOCTYPES = [Buffer.from('<!DOCTYPE'), Buffer.from('<!DOCTYPE', 'utf16le'), Buffer.from('<!DOCTYPE', 'utf16le').swap16()];
const MAX_DOCTYPE_LENGTH = DOCTYPES[1]!.length;

/**
 * Detects a Word document or an Excel workbook by its parts. All parts are inflated, checked and counted.
 * @returns `undefined` for a zip that is neither.
 * @throws FILE_INFLATES, FILE_HAS_DOCTYPE, FILE_HAS_MACROS, FILE_LINKS_OUTSIDE, FILE_BROKEN.
 */
export async function detectOfficeKind(path: string, size: number): Promise<FileKindName | undefined> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > MAX_PARTS) throw FileErrors.FILE_INFLATES();
    return await new ZipParts(zip, size).kind();
  } catch (error) {
    // Any error of the zip reader: wrong sizes, overlapping names, encryption.
    throw error instanceof DomainError ? error : FileErrors.FILE_BROKEN().because(error);
  } finally {
    zip?.close();
  }
}

const nameOf = ({ fileName }: Entry): string => fileName.slice(0, 100);

/** Whether every second byte is zero, as in Latin text in UTF-16. */
const wideIn = (chunk: Buffer): boolean => chunk.length > 3 && (chunk[1] === 0 || chunk[3] === 0);

function refuseDanger(part: Entry, danger: Danger | undefined): void {
  if (danger === 'macros') throw FileErrors.FILE_HAS_MACROS();
  if (danger === 'outside') throw FileErrors.FILE_LINKS_OUTSIDE({ part: nameOf(part) });
}

class ZipParts {
  private inflated = 0;
  private types = '';

  constructor(
    private readonly zip: ZipFile,
    private readonly size: number,
  ) {}

  /** docx or xlsx; `undefined`: another archive. @throws FILE_HAS_MACROS */
  async kind(): Promise<FileKindName | undefined> {
    for await (const part of this.zip.eachEntry()) {
      if (part.fileName.endsWith('/')) continue;
      if (MACROS.test(part.fileName)) throw FileErrors.FILE_HAS_MACROS();
      await this.read(part);
    }
    if (/macroEnabled/i.test(this.types)) throw FileErrors.FILE_HAS_MACROS();
    if (this.types.includes(MAIN_PART_TYPE.docx)) return 'docx';
    return this.types.includes(MAIN_PART_TYPE.xlsx) ? 'xlsx' : undefined;
  }

  private async read(part: Entry): Promise<void> {
    const isTypes = part.fileName === CONTENT_TYPES;
    const isRelationships = /\.rels$/i.test(part.fileName);
    const dde = /\.xml$/i.test(part.fileName) && !isTypes ? new DdeSearch() : undefined;
    const whole: Buffer[] = [];
    let length = 0;
    // The sizes in the zip's directory are not trusted; the inflated bytes are counted.
    let tail = Buffer.alloc(0);
    for await (const chunk of (await this.zip.openReadStreamPromise(part)) as AsyncIterable<Buffer>) {
      this.count(chunk.length);
      const text = Buffer.concat([tail, chunk]);
      if (DOCTYPES.some(mark => text.includes(mark))) throw FileErrors.FILE_HAS_DOCTYPE({ part: nameOf(part) });
      tail = text.subarray(Math.max(0, text.length - MAX_DOCTYPE_LENGTH));
      if (isTypes && this.types.length < MAX_TYPES_LENGTH) this.types += chunk.toString('utf8');
      if (dde?.add(chunk.toString(wideIn(chunk) ? 'utf16le' : 'utf8'))) throw FileErrors.FILE_LINKS_OUTSIDE({ part: nameOf(part) });
      if (!isRelationships) continue;
      length += chunk.length;
      if (length > MAX_RELATIONSHIPS_LENGTH) throw FileErrors.FILE_INFLATES();
      whole.push(chunk);
    }
    if (isRelationships) refuseDanger(part, dangerIn(xmlText(Buffer.concat(whole))));
  }

  private count(bytes: number): void {
    this.inflated += bytes;
    const bomb = this.inflated > MAX_INFLATED_BYTES || (this.inflated > SMALL_BYTES && this.inflated > this.size * MAX_RATIO);
    if (bomb) throw FileErrors.FILE_INFLATES();
  }
}
