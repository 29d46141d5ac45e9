import type { Random } from '../support/random.js';

/**
 * What is wrong with a document on purpose, one thing at most: a page size, words that say nothing or null where none may be, which the gate
 * refuses; a cursor or an id, which the field refuses.
 */
export type Fault = 'first' | 'words' | 'null' | 'cursor' | 'id';
const FAULTS: readonly Fault[] = ['first', 'words', 'null', 'cursor', 'cursor', 'id', 'id'];

/** A fragment that is finished and may be spread again. */
export interface Fragment {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly part: Part;
}

/** A piece of a selection: how many rows it asks for under one parent at most, how many objects it selects on, and how deep it goes. */
export interface Part {
  readonly text: string;
  readonly rows: number;
  readonly objects: number;
  readonly depth: number;
}

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly fallback: string | undefined;
}

const MOST_ALIASES = 26;
const MOST_DIRECTIVES = 40;
/** Names that mean something to JavaScript, to JSON or to GraphQL. */
const ODD_NAMES = ['__proto__', 'constructor', 'toString', 'toJSON', 'then', 'length', 'id', '__typename', 'data', 'errors', 'nodes'];

/** A document under way: what it defines, what it has used up, what is to be wrong with it. */
export class DocumentDraft {
  readonly fragments: Fragment[] = [];
  readonly values: Record<string, unknown> = {};
  /** Fields with arguments that stand under their own name: once each, for two with other arguments would clash. */
  readonly plain = new Set<string>();
  fault: Fault | undefined;
  private readonly variables: Variable[] = [];
  private readonly oddNames: string[];
  private readonly wanted: Fault | undefined;
  private aliases = 0;
  private directives = 0;
  private named = 0;

  constructor(private readonly random: Random) {
    this.oddNames = random.shuffled(ODD_NAMES);
    this.wanted = random.chance(0.25) ? random.pick(FAULTS) : undefined;
  }

  /** Whether to do something wrong here. What is wrong once stays the only thing. */
  goesWrong(fault: Fault): boolean {
    if (this.fault !== undefined || this.wanted !== fault || this.random.chance(0.4)) return false;
    this.fault = fault;
    return true;
  }

  /** A name that no other field of the document answers to; `undefined` when the gate would count too many. */
  alias(): string | undefined {
    if (this.aliases === MOST_ALIASES) return undefined;
    this.aliases++;
    const odd = this.random.chance(0.1) ? this.oddNames.pop() : undefined;
    return odd ?? `a${this.aliases}`;
  }

  directive(): boolean {
    return this.directives < MOST_DIRECTIVES && this.random.chance(0.05) && ++this.directives > 0;
  }

  fragmentName(): string {
    return `F${++this.named}`;
  }

  /** A variable of this type; what is sent for it is put into `values`. */
  variable(type: string, fallback?: string): string {
    const name = `v${this.variables.length + 1}`;
    this.variables.push({ name, type, fallback });
    return name;
  }

  /** A variable there is already whose value is known. */
  known(type: string): string | undefined {
    const fitting = this.variables.filter(v => v.type === type && v.fallback === undefined && this.values[v.name] !== undefined);
    return fitting.length > 0 && this.random.chance(0.2) ? this.random.pick(fitting).name : undefined;
  }

  /** `($v1: Int! = 5, …)`, or nothing. */
  definitions(): string {
    if (this.variables.length === 0) return '';
    const all = this.variables.map(({ name, type, fallback }) => `$${name}: ${type}${fallback === undefined ? '' : ` = ${fallback}`}`);
    return `(${all.join(', ')})`;
  }
}
