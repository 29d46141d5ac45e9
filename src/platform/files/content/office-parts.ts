/** What a part of an office file refers to: another part, or something outside the file. */
interface Relationship {
  /** The last word of its type: `hyperlink`, `oleObject`. */
  readonly type: string;
  readonly isExternal: boolean;
}

export type Danger = 'macros' | 'outside';

const TAG = /<(?:[\w.-]+:)?Relationship\b([^>]*)>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const MACRO_TYPES = new Set([
  'vbaproject',
  'xlmacrosheet',
  'xlintlmacrosheet',
  'wordvbadata',
  'keymapcustomizations',
  'control',
  'activexcontrolbinary',
]);
/** An embedded or linked object of another program, which it starts. */
const OBJECT_TYPES = new Set(['oleobject']);

/** @returns why the file is refused: a program in it, or something that is fetched or started when it is opened. A link that people click is neither. */
export function dangerIn(relationships: string): Danger | undefined {
  for (const { type, isExternal } of relationshipsIn(relationships)) {
    if (MACRO_TYPES.has(type)) return 'macros';
    if (OBJECT_TYPES.has(type) || (isExternal && type !== 'hyperlink')) return 'outside';
  }
  return undefined;
}

function* relationshipsIn(text: string): Generator<Relationship> {
  for (const [, attributes = ''] of text.replaceAll(/<!--[^]*?-->/g, '').matchAll(TAG)) {
    const given = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, name, one, other]) => [name!, plain(one ?? other ?? '')]));
    const type = (given.get('Type') ?? '').split('/').at(-1)!.toLowerCase();
    yield { type, isExternal: given.get('TargetMode')?.trim().toLowerCase() === 'external' };
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A value may be written in entities, which would hide it from a search in the text. */
const plain = (value: string): string =>
  value.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    return NAMED[name!] ?? all;
  });

/** The text of a part, in an encoding that an XML reader must support. */
export function xmlText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  if (bytes[0] === 0 && bytes[1] === 0x3c)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  if (bytes[0] === 0x3c && bytes[1] === 0) return bytes.toString('utf16le');
  return bytes.toString('utf8');
}

const FIELD = /<(?:\w+:)?instrText\b[^>]*>([^<]*)|\binstr\s*=\s*(?:"([^"]*)"|'([^']*)')|<(?:\w+:)?(ddeLink)\b/g;
const MAX_TAIL = 20_000;

/** Looks for dynamic data exchange in a part that arrives in chunks: fields of Word, whose words may lie in several runs, and links of Excel. */
export class DdeSearch {
  private tail = '';
  private fields = '';

  /** @returns whether it was found. */
  add(chunk: string): boolean {
    const text = this.tail + chunk;
    const end = Math.max(text.lastIndexOf('<'), text.length - MAX_TAIL);
    for (const [, run, double, single, link] of text.slice(0, end).matchAll(FIELD)) {
      if (link) return true;
      this.fields = (this.fields + plain(run ?? double ?? single ?? '')).slice(-MAX_TAIL);
    }
    this.tail = text.slice(end);
    return /(?:^|[\s"])DDE(?:AUTO)?\b/i.test(this.fields);
  }
}
