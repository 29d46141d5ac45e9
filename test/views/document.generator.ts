import { parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Random } from '../support/random.js';
import { ArgumentGenerator } from './argument.generator.js';
import { DocumentDraft, type Fault } from './document.draft.js';
import { SelectionGenerator } from './selection.generator.js';
import type { Declares } from './shown-fields.js';
import type { ValuePool } from './value.pool.js';

/** A request: a document, what is sent with it, and what is wrong with it on purpose. */
export interface GeneratedDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
  readonly fault: Fault | undefined;
}

const MOST_TOKENS = 1_900;
const ROOM = { depth: 11, rows: 2_000 };
/** Mostly few, for large documents are slow to read; some are more than one statement joins. */
const OBJECTS = [3, 6, 6, 10, 10, 20];
const NAMES = ['Q', 'Q', 'IntrospectionQuery', '__schema', 'query', 'on', 'constructor'];

/** Writes documents that the schema allows, of whatever views declare: a new field, filter or type needs no word here. */
export class DocumentGenerator {
  private readonly selections: SelectionGenerator;
  /** How many drafts the schema did not allow: two fields under one name, mostly. */
  dropped = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    declares: Declares,
    pool: ValuePool,
    private readonly random: Random,
  ) {
    this.selections = new SelectionGenerator(schema, declares, new ArgumentGenerator(schema, random, pool), random);
  }

  next(): GeneratedDocument {
    for (;;) {
      const asked = this.draft();
      if (isAllowed(this.schema, asked.query)) return asked;
      this.dropped++;
    }
  }

  private draft(): GeneratedDocument {
    const { random } = this;
    const draft = new DocumentDraft(random);
    const { text } = this.selections.on(draft, this.schema.getQueryType()!, { ...ROOM, objects: random.pick(OBJECTS) });
    const name = random.chance(0.6) ? random.pick(NAMES) : undefined;
    const others = name !== undefined && random.chance(0.3) ? otherOperations(random) : [];
    const query = [
      ...random.shuffled([
        `query ${name ?? ''}${draft.definitions()} ${text}`,
        ...others,
        ...draft.fragments.map(fragment => fragment.text),
      ]),
    ].join('\n');
    const sends = others.length > 0 || (name !== undefined && random.chance(0.5));
    return { query, variables: draft.values, operationName: sends ? name : undefined, fault: draft.fault };
  }
}

const otherOperations = (random: Random): string[] =>
  Array.from(
    { length: random.pick([1, 2, 49]) },
    (_, i) => `query Other${i} { ${random.pick(['__typename', 'units(first: 1) { totalCount }'])} }`,
  );

export function isAllowed(schema: GraphQLSchema, query: string): boolean {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MOST_TOKENS });
  } catch {
    return false;
  }
  return validate(schema, document).length === 0;
}
