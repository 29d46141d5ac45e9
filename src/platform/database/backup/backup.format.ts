import { createHash } from 'node:crypto';
import { z } from 'zod';

/*
 * A backup is one gzip file of lines:
 *
 *   {"format":"dan-van-kheo-backup","formatVersion":1,…}      the header
 *   {"table":"unit","columns":["id",…]}                       for each table, those it refers to first:
 *   …                                                           its rows in PostgreSQL's COPY text, in the order of its primary key
 *   \.
 *   {"rows":3321,"sha256":"…"}                                  how many, and the checksum of their text
 *   {"end":"dan-van-kheo-backup","tables":14,"rows":90817}     the trailer: a file without it was cut off
 *
 * COPY text never contains a bare line break or a line that is only "\.", so the lines need no further escaping. The file can be read, and in an
 * emergency its rows can be loaded, with zcat and psql alone.
 */

export const FORMAT = 'dan-van-kheo-backup';
export const FORMAT_VERSION = 1;
export const END_OF_ROWS = Buffer.from('\\.\n');

export const NEWLINE = 0x0a;

const identity = z.object({ format: z.literal(FORMAT), formatVersion: z.number().int().positive() });

const header = identity.extend({
  programVersion: z.string(),
  /** When the backup began, ISO 8601. */
  at: z.iso.datetime(),
  serverVersion: z.string(),
  /** The names of the applied migrations, in order: the level of the schema. */
  migrations: z.array(z.string()).min(1),
  /** `lastValue` is a bigint and so written as text. */
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
});
const tableHead = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
const tableEnd = z.object({ rows: z.number().int().nonnegative(), sha256: z.string().length(64) });
const trailer = z.object({ end: z.literal(FORMAT), tables: z.number().int(), rows: z.number().int() });

export type Header = z.infer<typeof header>;
export type SequenceState = Header['sequences'][number];
export type TableHead = z.infer<typeof tableHead>;
export type TableEnd = z.infer<typeof tableEnd>;
export type Trailer = z.infer<typeof trailer>;

/** A value of the format as one line of JSON, with its line break. */
export const toLine = (value: Header | TableHead | TableEnd | Trailer): string => `${JSON.stringify(value)}\n`;

/** Each returns `undefined` for a line of another kind. */
export const parse = {
  identity: reader(identity),
  header: reader(header),
  tableHead: reader(tableHead),
  tableEnd: reader(tableEnd),
  trailer: reader(trailer),
};

function reader<T>(shape: z.ZodType<T>): (line: string) => T | undefined {
  return line => {
    try {
      return shape.safeParse(JSON.parse(line)).data;
    } catch {
      return undefined;
    }
  };
}

/** Counts the rows of one table and computes the checksum of their text. */
export class RowSum {
  private readonly hash = createHash('sha256');
  private rows = 0;

  /** @param text whole or partial lines, in their order */
  add(text: Buffer): void {
    this.hash.update(text);
    for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, at + 1)) this.rows++;
  }

  /** Ends the sum; call once. */
  end(): TableEnd {
    return { rows: this.rows, sha256: this.hash.digest('hex') };
  }
}
