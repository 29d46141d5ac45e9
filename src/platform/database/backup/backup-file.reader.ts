import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { END_OF_ROWS, FORMAT_VERSION, NEWLINE, RowSum, parse, type Header, type TableEnd, type TableHead } from './backup.format.js';
import { BackupErrors } from './backup.errors.js';

export interface BackupContent {
  readonly header: Header;
  readonly tables: readonly (TableHead & TableEnd)[];
  /** Checksum of the whole file as stored. */
  readonly sha256: string;
}

/** Receives the rows of one table, in blocks of whole lines. It must read either none or all of them. */
export type TakeRows = (head: TableHead, rows: AsyncIterable<Buffer>) => Promise<void>;

/** Limit of lines that are not rows: a foreign file may have no line break at all. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;
const CHUNK = 256 * 1024;

/**
 * Reads a backup from its first byte to its last and verifies every count and checksum in it. Memory: one block.
 * @throws StartupError for a file that is unreadable, foreign, newer, cut off or damaged; errors of `take` are rethrown.
 */
export async function readBackupFile(file: string, take: TakeRows = async () => undefined): Promise<BackupContent> {
  const hash = createHash('sha256');
  const input = createReadStream(file, { highWaterMark: CHUNK });
  input.on('data', chunk => hash.update(chunk));
  const text = pipeline(input, createGunzip({ chunkSize: CHUNK }), () => undefined);
  const lines = new Lines(file, text);
  try {
    const header = readHeader(file, await lines.next());
    const tables: (TableHead & TableEnd)[] = [];
    for (;;) {
      const line = await lines.next();
      const head = parse.tableHead(line ?? '');
      if (head) {
        tables.push({ ...head, ...(await readTable(file, lines, head, take)) });
        continue;
      }
      const end = parse.trailer(line ?? '');
      if (line === undefined) throw BackupErrors.cutOff(file);
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      if (end?.tables !== tables.length || end.rows !== rows) throw BackupErrors.damaged(file, 'trailer');
      if ((await lines.next()) !== undefined) throw BackupErrors.damaged(file, 'trailer');
      return { header, tables, sha256: hash.digest('hex') };
    }
  } finally {
    text.destroy();
  }
}

function readHeader(file: string, line: string | undefined): Header {
  const identity = parse.identity(line ?? '');
  if (!identity) throw BackupErrors.foreign(file);
  if (identity.formatVersion > FORMAT_VERSION) throw BackupErrors.newerFormat(file, identity.formatVersion);
  const header = parse.header(line ?? '');
  if (!header) throw BackupErrors.damaged(file, 'header');
  return header;
}

async function readTable(file: string, lines: Lines, head: TableHead, take: TakeRows): Promise<TableEnd> {
  const sum = new RowSum();
  const rows = lines.rows(sum);
  await take(head, rows);
  for await (const _ of rows);
  const found = sum.end();
  const recorded = parse.tableEnd((await lines.next()) ?? '');
  if (found.rows !== recorded?.rows || found.sha256 !== recorded.sha256) throw BackupErrors.damaged(file, head.table);
  return found;
}

/** The error for a broken stream: it cannot be read, is no gzip file, ends early, or its bytes are wrong. */
function streamError(file: string, cause: unknown, begun: boolean): Error {
  const { code = '', syscall } = cause as NodeJS.ErrnoException;
  if (syscall !== undefined) return BackupErrors.unreadable(file, cause);
  if (code === 'Z_BUF_ERROR') return BackupErrors.cutOff(file, cause);
  if (!code.startsWith('Z_')) return cause as Error;
  return begun ? BackupErrors.damaged(file, 'gzip', cause) : BackupErrors.foreign(file, cause);
}

/** Reads a stream by lines, or the rows of a table in blocks. */
class Lines {
  private readonly source: AsyncIterator<Buffer>;
  /** Whole lines that were read but not consumed yet. */
  private ahead: Buffer | undefined;
  /** The beginning of an incomplete line. */
  private tail: Buffer[] = [];
  /** Whether the stream has produced any data. */
  private begun = false;

  constructor(
    private readonly file: string,
    source: AsyncIterable<Buffer>,
  ) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next line without its line break; `undefined` at the end, or when the line is longer than `MAX_LINE_BYTES`. */
  async next(): Promise<string | undefined> {
    const block = await this.block(MAX_LINE_BYTES);
    if (!block) return undefined;
    const end = block.indexOf(NEWLINE);
    this.keep(block.subarray(end + 1));
    return block.toString('utf8', 0, end);
  }

  /** The rows up to the line that ends them, each block added to `sum`. */
  async *rows(sum: RowSum): AsyncGenerator<Buffer, void, void> {
    for (;;) {
      const block = await this.block(Number.POSITIVE_INFINITY);
      if (!block) return;
      const end = endOfRows(block);
      const rows = end < 0 ? block : block.subarray(0, end);
      if (end >= 0) this.keep(block.subarray(end + END_OF_ROWS.length));
      sum.add(rows);
      if (rows.length > 0) yield rows;
      if (end >= 0) return;
    }
  }

  private keep(block: Buffer): void {
    this.ahead = block.length > 0 ? block : undefined;
  }

  /** All whole lines read so far, at least one; `undefined` at the end of the stream or when a line exceeds `limit`. */
  private async block(limit: number): Promise<Buffer | undefined> {
    const ahead = this.ahead;
    this.ahead = undefined;
    if (ahead) return ahead;
    for (let length = 0; length <= limit;) {
      const chunk = await this.read();
      if (!chunk) return undefined;
      const end = chunk.lastIndexOf(NEWLINE) + 1;
      length += chunk.length;
      if (end === 0) {
        this.tail.push(chunk);
        continue;
      }
      const block = Buffer.concat([...this.tail, chunk.subarray(0, end)]);
      this.tail = end < chunk.length ? [chunk.subarray(end)] : [];
      return block;
    }
    return undefined;
  }

  private async read(): Promise<Buffer | undefined> {
    try {
      const { value, done } = await this.source.next();
      if (done) return undefined;
      this.begun = true;
      return value;
    } catch (cause) {
      throw streamError(this.file, cause, this.begun);
    }
  }
}

/** The position of the line that ends the rows, in a block of whole lines; negative when there is none. */
function endOfRows(block: Buffer): number {
  if (block.subarray(0, END_OF_ROWS.length).equals(END_OF_ROWS)) return 0;
  const at = block.indexOf(`\n${END_OF_ROWS.toString()}`);
  return at < 0 ? at : at + 1;
}
