import { readFileSync } from 'node:fs';
import {
  buildSchema,
  execute,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type DocumentNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import type { World } from './oracle.chapter.js';
import { Refusals } from './oracle.refusals.js';
import { oracleFields, oracleLists, oracleNodes } from './oracle.table.js';
import { isPagePart, type Declares } from './shown-fields.js';

/** What either way answers: the data, and the codes of its errors with where they stand. */
export interface Answered {
  readonly data: any;
  readonly errors: readonly { readonly path: readonly (string | number)[]; readonly code: string | undefined }[];
}

/** The contract once more, answered from whole tables by the plainest of resolvers: slow, short and sharing nothing with the views. */
export class Oracle {
  private readonly refusals = new Refusals();
  private readonly schema = buildSchema(readFileSync(new URL('../../schema.gql', import.meta.url), 'utf8'));

  /** @throws when the registry declares what the oracle’s table does not have. */
  constructor(declares: Declares) {
    for (const type of Object.values(this.schema.getTypeMap())) {
      if (isInterfaceType(type)) type.resolveType = thing => (thing as { type: string }).type;
      // What a page consists of is what the oracle makes of it.
      else if (isObjectType(type) && !isPagePart(type.name)) answerFields(type, declares);
      if (
        isObjectType(type) &&
        type.getInterfaces().some(({ name }) => name === 'Node') &&
        declares(type.name, 'id') &&
        !oracleNodes[type.name]
      )
        throw unknown(type.name);
    }
  }

  answer(world: World, document: DocumentNode, variables: Record<string, unknown>, operationName: string | undefined): Answered {
    const result = execute({ schema: this.schema, document, variableValues: variables, operationName, contextValue: world });
    if (result instanceof Promise) throw new Error('The oracle never waits.');
    const refusals = this.refusals.of(world, document, variables, operationName);
    const errors = (result.errors ?? []).map(({ path, extensions, message }) => {
      // Anything but a refusal is a slip of the oracle itself.
      if (extensions.code === undefined) throw new Error(`The oracle failed at ${path?.join('.')}: ${message}`);
      return { path: [...(path ?? [])], code: extensions.code as string };
    });
    for (const [key, codes] of refusals) for (const code of codes) errors.push({ path: [key], code });
    return { data: result.data ?? null, errors };
  }
}

function answerFields(type: GraphQLObjectType, declares: Declares): void {
  for (const field of Object.values(type.getFields())) {
    const answer = oracleFields[type.name]?.[field.name];
    if (answer) field.resolve = (parent, args, world) => answer(parent, args, world as World);
    else if (declares(type.name, field.name)) throw unknown(`${type.name}.${field.name}`);
    if (declares(type.name, field.name)) mustKnowArguments(field);
  }
}

/** Every filter and order of a page. */
function mustKnowArguments(field: GraphQLField<unknown, unknown>): void {
  const list = oracleLists[getNamedType(field.type).name.replace(/Connection$/, '')];
  for (const { name, type } of field.args) {
    const named = getNamedType(type);
    if (name === 'filter' && isInputObjectType(named)) {
      for (const filter of Object.keys(named.getFields())) if (!list?.filter[filter]) throw unknown(`${named.name}.${filter}`);
    } else if (name === 'orderBy' && isEnumType(named)) {
      for (const { name: order } of named.getValues()) if (!list?.order[order]) throw unknown(`${named.name}.${order}`);
    } else if (!/^(id|ids|asOf|first|after)$/.test(name)) throw unknown(`${field.name}(${name})`);
  }
}

const unknown = (what: string): Error => new Error(`The oracle does not know ${what}: tell it in test/views/oracle.table.ts.`);
