import { LRUCache } from 'lru-cache';
import { GraphQLError, Lexer, Source, TokenKind, type Token } from 'graphql';
import type { DomainError } from '../errors/domain-error.js';
import { PlatformErrors, type QueryMeasure } from '../errors/platform.errors.js';

/** What one operation may ask for. */
export const MOST = { depth: 12, aliases: 30, directives: 50, objects: 300, roots: 20, rows: 10_000 } as const;
/** How many tokens a document may have; a page of the largest screen needs some hundreds. */
export const MOST_TOKENS = 2_000;
/** The lexer counts no comment as a token. */
export const MOST_COMMENTS = 500;
/** Nobody’s name is longer, and graphql-js compares an unknown one with all that there are. */
const LONGEST_NAME = 200;
/** How often fields of one path may ask for an object, as written. Validation compares each with each, and so do all fields below them. */
const MOST_REPEATS = 20;
/** Every field’s selection may stand in a fragment of its own. */
const MOST_BRACES = 2 * MOST.depth;

type Counted = 'aliases' | 'directives' | 'objects' | 'roots';

/**
 * Reads a document word by word and stops at the first that is one too many: parsing and above all validating it would take a hundred times as
 * long, for nothing. It counts each definition as it is written, so it refuses nothing that the gate, which opens fragments, would let through.
 * What is no GraphQL at all is left to the parser, which says where.
 */
export function excessOf(text: string): DomainError | undefined {
  const outline = new Outline();
  const lexer = new Lexer(new Source(text));
  lexer._maxComments = MOST_COMMENTS;
  try {
    for (let tokens = 0; tokens <= MOST_TOKENS; tokens++) {
      const token = lexer.advance();
      if (token.kind === TokenKind.EOF) return undefined;
      const excess = outline.read(token);
      if (excess) return PlatformErrors.QUERY_TOO_LARGE(excess);
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return undefined;
}

/** No input of the contract has so many fields. */
const MOST_NAMES = 200;

/**
 * The same for the names in variables, at any depth: graphql-js compares each that it does not know with all that there are, and says so each
 * time with the whole value.
 */
export function excessOfNames(variables: object): DomainError | undefined {
  const open: object[] = [variables];
  for (let value = open.pop(); value; value = open.pop()) {
    if (!Array.isArray(value)) {
      const names = Object.keys(value);
      if (names.length > MOST_NAMES) return PlatformErrors.QUERY_TOO_LARGE({ what: 'names', count: names.length, limit: MOST_NAMES });
      const long = names.find(({ length }) => length > LONGEST_NAME);
      if (long !== undefined) return PlatformErrors.QUERY_TOO_LARGE({ what: 'name', count: long.length, limit: LONGEST_NAME });
    }
    for (const inner of Object.values(value) as unknown[]) if (typeof inner === 'object' && inner !== null) open.push(inner);
  }
  return undefined;
}

interface Excess {
  readonly what: QueryMeasure;
  readonly count: number;
  readonly limit: number;
}

/** Letters of documents that need not be read again. */
const MOST_LETTERS_KEPT = 1_000_000;

/** Reads each document once. */
export class Outlines {
  private readonly fine = new LRUCache<string, true>({ maxSize: MOST_LETTERS_KEPT, sizeCalculation: (_, text) => text.length });

  /** @throws QUERY_TOO_LARGE. */
  check(text: unknown): void {
    if (typeof text !== 'string' || text === '' || this.fine.has(text)) return;
    const excess = excessOf(text);
    if (excess) throw excess;
    this.fine.set(text, true);
  }
}

/** The fields that stand under one path, wherever: as they are merged in the answer. */
interface Merged {
  times: number;
  readonly fields: Map<string, Merged>;
}
const merged = (): Merged => ({ times: 0, fields: new Map() });

class Outline {
  private readonly counts: Record<Counted, number> = { aliases: 0, directives: 0, objects: 0, roots: 0 };
  private braces = 0;
  private parentheses = 0;
  /** The next name is no field: a directive’s, a fragment’s, a type’s, or what an alias stands for. */
  private skipping: 'fragment' | 'name' | undefined;
  private field: string | undefined;
  /** The merged fields of each open brace; a fragment’s are those around it. */
  private readonly levels: Merged[] = [merged()];
  /** The word a definition begins with; the short form of a query has none. */
  private definition: string | undefined;

  read({ kind, value }: Token): Excess | undefined {
    switch (kind) {
      case TokenKind.PAREN_L:
        this.parentheses++;
        return undefined;
      case TokenKind.PAREN_R:
        this.parentheses--;
        return undefined;
      case TokenKind.AT:
        this.skipping = 'name';
        return this.count('directives');
      case TokenKind.NAME:
        return this.readName(value);
      default:
        return this.parentheses > 0 ? undefined : this.readShape(kind);
    }
  }

  private readShape(kind: TokenKind): Excess | undefined {
    switch (kind) {
      case TokenKind.SPREAD:
        this.skipping = 'fragment';
        this.field = undefined;
        return undefined;
      case TokenKind.COLON:
        this.skipping = 'name';
        return this.count('aliases');
      case TokenKind.BRACE_L:
        return this.open();
      case TokenKind.BRACE_R:
        return this.close();
      default:
        return undefined;
    }
  }

  private open(): Excess | undefined {
    this.skipping = undefined;
    if (++this.braces > MOST_BRACES) return { what: 'depth', count: this.braces, limit: MOST.depth };
    const { field } = this;
    this.field = undefined;
    const around = this.levels.at(-1)!;
    if (field === undefined) {
      this.levels.push(around);
      return undefined;
    }
    const level = around.fields.get(field) ?? merged();
    around.fields.set(field, level);
    this.levels.push(level);
    if (++level.times > MOST_REPEATS) return { what: 'repeats', count: level.times, limit: MOST_REPEATS };
    return this.count('objects');
  }

  private readName(name: string): Excess | undefined {
    if (name.length > LONGEST_NAME) return { what: 'name', count: name.length, limit: LONGEST_NAME };
    const { skipping } = this;
    // `... on Type`: after the word comes one name more.
    this.skipping = skipping === 'fragment' && name === 'on' ? 'name' : undefined;
    if (this.braces === 0) this.definition ??= name;
    if (skipping !== undefined || this.parentheses > 0 || this.braces === 0) return undefined;
    this.field = name;
    return this.braces === 1 && this.definition !== 'fragment' ? this.count('roots') : undefined;
  }

  private close(): undefined {
    if (this.levels.length > 1) this.levels.pop();
    if (--this.braces > 0) return;
    this.definition = undefined;
    this.levels.splice(0, this.levels.length, merged());
    Object.assign(this.counts, { aliases: 0, directives: 0, objects: 0, roots: 0 });
  }

  private count(what: Counted): Excess | undefined {
    const count = ++this.counts[what];
    return count > MOST[what] ? { what, count, limit: MOST[what] } : undefined;
  }
}
