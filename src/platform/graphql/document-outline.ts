import { LRUCache } from 'lru-cache';
import { GraphQLError, Lexer, Source, TokenKind, type Token } from 'graphql';
import type { DomainError } from '../errors/domain-error.js';
import { PlatformErrors, type QueryMeasure } from '../errors/platform.errors.js';

/**
 * Limits of one operation. All below a root field is one statement, which PostgreSQL plans whole: for a caller with rights at some units, planning
 * takes up to 1.6 MB for each object, and 7 MB for a page whose filter has every field.
 */
export const MAX = { depth: 12, aliases: 30, directives: 50, objects: 150, pages: 20, roots: 20, rows: 10_000 } as const;
/** Tokens of a document; a page of the largest screen needs some hundreds. */
export const MAX_TOKENS = 2_000;
/** Comments have a limit of their own, because the lexer does not count them as tokens. */
export const MAX_COMMENTS = 500;
/** The schema has no longer name, and graphql-js compares an unknown name with every known one. */
const MAX_NAME_LENGTH = 200;
/** How often a document may select the same object field under one path. Validation compares each with each, and so on for the fields below. */
const MAX_REPEATS = 20;
/** Braces that may be open at once: every level may be wrapped in an inline fragment. */
const MAX_BRACES = 2 * MAX.depth;

type CountedPart = 'aliases' | 'directives' | 'objects' | 'roots';

/**
 * Reads a document token by token and stops at the first that exceeds a limit: to parse and above all to validate the document would take a hundred
 * times as long. Fragments are not expanded, so every document refused here would also be refused by the gate, which expands them.
 * Syntax errors are left to the parser, which reports their position.
 */
export function excessOf(text: string): DomainError | undefined {
  const outline = new DocumentCounter();
  const lexer = new Lexer(new Source(text));
  lexer._maxComments = MAX_COMMENTS;
  try {
    for (let tokens = 0; tokens <= MAX_TOKENS; tokens++) {
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

/** More fields than any input type of the schema has. */
const MAX_VARIABLE_NAMES = 200;

/** The size of variables. It is measured, because a client need not announce the length of what it sends. */
export interface VariablesOutline {
  /** About how many characters they have. */
  readonly size: number;
  /** The first excess of property names: graphql-js compares each unknown name with every known one, and each error contains the whole value. */
  readonly excess?: DomainError;
}

/** Walks the variables once, at any depth, and stops at the first excess. */
export function outlineOfVariables(variables: object): VariablesOutline {
  let size = 0;
  const open: object[] = [variables];
  for (let value = open.pop(); value; value = open.pop()) {
    const fields = Object.entries(value) as [string, unknown][];
    const excess = Array.isArray(value) ? undefined : excessOfNames(fields);
    if (excess) return { size, excess };
    for (const [name, inner] of fields) {
      size += name.length + (typeof inner === 'string' ? inner.length : 1);
      if (typeof inner === 'object' && inner !== null) open.push(inner);
    }
  }
  return { size };
}

function excessOfNames(fields: readonly [string, unknown][]): DomainError | undefined {
  if (fields.length > MAX_VARIABLE_NAMES)
    return PlatformErrors.QUERY_TOO_LARGE({ what: 'names', count: fields.length, limit: MAX_VARIABLE_NAMES });
  const long = fields.find(([{ length }]) => length > MAX_NAME_LENGTH);
  return long && PlatformErrors.QUERY_TOO_LARGE({ what: 'name', count: long[0].length, limit: MAX_NAME_LENGTH });
}

interface Excess {
  readonly what: QueryMeasure;
  readonly count: number;
  readonly limit: number;
}

/** Characters of accepted documents that are cached. */
const MAX_CACHED_CHARACTERS = 1_000_000;

/** Checks the size of documents before they are parsed; an accepted document is cached. */
export class DocumentChecker {
  private readonly accepted = new LRUCache<string, true>({ maxSize: MAX_CACHED_CHARACTERS, sizeCalculation: (_, text) => text.length });

  /** @throws QUERY_TOO_LARGE. */
  check(text: unknown): void {
    if (typeof text !== 'string' || text === '' || this.accepted.has(text)) return;
    const excess = excessOf(text);
    if (excess) throw excess;
    this.accepted.set(text, true);
  }
}

/** All occurrences of a field under one path: graphql-js merges them into one field of the answer. */
interface MergedField {
  times: number;
  readonly fields: Map<string, MergedField>;
}
const mergedField = (): MergedField => ({ times: 0, fields: new Map() });

class DocumentCounter {
  private readonly counts: Record<CountedPart, number> = { aliases: 0, directives: 0, objects: 0, roots: 0 };
  private braces = 0;
  private parentheses = 0;
  /** Set when the next name is not that of a field, but of a directive, a fragment, a type, or the field behind an alias. */
  private skipping: 'fragment' | 'name' | undefined;
  private field: string | undefined;
  /** The merged fields at each open brace; a fragment has those of the selection around it. */
  private readonly levels: MergedField[] = [mergedField()];
  /** The keyword of the present definition; the short form of a query has none. */
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
    if (++this.braces > MAX_BRACES) return { what: 'depth', count: this.braces, limit: MAX.depth };
    const { field } = this;
    this.field = undefined;
    const around = this.levels.at(-1)!;
    if (field === undefined) {
      this.levels.push(around);
      return undefined;
    }
    const level = around.fields.get(field) ?? mergedField();
    around.fields.set(field, level);
    this.levels.push(level);
    if (++level.times > MAX_REPEATS) return { what: 'repeats', count: level.times, limit: MAX_REPEATS };
    return this.count('objects');
  }

  private readName(name: string): Excess | undefined {
    if (name.length > MAX_NAME_LENGTH) return { what: 'name', count: name.length, limit: MAX_NAME_LENGTH };
    const { skipping } = this;
    // `... on Type`: the keyword is followed by the name of a type.
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
    this.levels.splice(0, this.levels.length, mergedField());
    Object.assign(this.counts, { aliases: 0, directives: 0, objects: 0, roots: 0 });
  }

  private count(what: CountedPart): Excess | undefined {
    const count = ++this.counts[what];
    return count > MAX[what] ? { what, count, limit: MAX[what] } : undefined;
  }
}
