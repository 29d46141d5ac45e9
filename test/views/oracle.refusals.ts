import { readFileSync } from 'node:fs';
import {
  buildSchema,
  execute,
  getNamedType,
  getNullableType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  type DocumentNode,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql';
import { fromGlobalId } from '../../src/shared/ids.js';
import type { Arguments, World } from './oracle.chapter.js';
import { checkPageArguments } from './oracle.page.js';
import { isNode, oracleLists } from './oracle.table.js';

/**
 * What is refused whatever there is: a statement binds the ids and cursors of every page of its document, also of pages below rows that do
 * not exist. So each document is answered once more over a world in which everything exists.
 * @returns by the key of each root field that is refused, the code.
 */
export class Refusals {
  private readonly schema = buildSchema(readFileSync(new URL('../../schema.gql', import.meta.url), 'utf8'));

  constructor() {
    for (const type of Object.values(this.schema.getTypeMap())) {
      if (isInterfaceType(type)) type.resolveType = thing => (thing as { type: string }).type;
      if (isObjectType(type) && !type.name.startsWith('__'))
        for (const field of Object.values(type.getFields()))
          field.resolve = (_parent, args, world) => something(field, args, world as World);
    }
  }

  of(
    world: World,
    document: DocumentNode,
    variableValues: Record<string, unknown>,
    operationName: string | undefined,
  ): Map<string, string> {
    const result = execute({ schema: this.schema, document, variableValues, operationName, contextValue: world });
    if (result instanceof Promise) throw new Error('Refusals never wait.');
    return new Map(
      (result.errors ?? []).map(({ path, extensions, message }) => {
        if (extensions.code === undefined) throw new Error(`The world where everything exists failed at ${path?.join('.')}: ${message}`);
        return [String(path![0]), extensions.code as string];
      }),
    );
  }
}

function something(field: GraphQLField<unknown, unknown>, args: Arguments, world: World): unknown {
  if (field.name === 'node' && args.id) return nodeOf(args.id as string);
  if (field.name === 'nodes' && args.ids) return (args.ids as string[]).map(nodeOf);
  const connection = /^(\w+)Connection$/.exec(getNamedType(field.type).name)?.[1];
  if (connection !== undefined && field.args.some(({ name }) => name === 'first'))
    checkPageArguments({ type: connection, list: oracleLists[connection]! }, args, world);
  return ofType(field.type);
}

const nodeOf = (id: string): object | null => {
  const type = fromGlobalId(id)?.type;
  return type !== undefined && isNode(type) ? { type } : null;
};

function ofType(type: GraphQLOutputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [ofType(bare.ofType as GraphQLOutputType)];
  if (isEnumType(bare)) return bare.getValues()[0]!.value;
  if (!isLeafType(bare)) return { type: bare.name };
  return bare.name === 'Int' ? 0 : bare.name === 'Boolean' ? true : 'x';
}
