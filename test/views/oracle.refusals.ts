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
  type GraphQLResolveInfo,
  type GraphQLOutputType,
} from 'graphql';
import { fromGlobalId } from '../../src/shared/ids.js';
import type { Arguments, World } from './oracle.chapter.js';
import { refusedPageArguments } from './oracle.page.js';
import { isNode, oracleLists } from './oracle.table.js';

/**
 * What is refused whatever there is: a statement binds the ids and cursors of every page of its document, also of pages below rows that do
 * not exist. So each document is answered once more over a world in which everything exists.
 * @returns by the key of each root field that is refused, the codes: of several wrong arguments, the registry names one.
 */
export class Refusals {
  private readonly schema = buildSchema(readFileSync(new URL('../../schema.gql', import.meta.url), 'utf8'));

  constructor() {
    for (const type of Object.values(this.schema.getTypeMap())) {
      if (isInterfaceType(type)) type.resolveType = thing => (thing as { type: string }).type;
      if (isObjectType(type) && !type.name.startsWith('__'))
        for (const field of Object.values(type.getFields()))
          field.resolve = (_parent, args, everything, info) => something(args, everything as Everything, info, field);
    }
  }

  of(
    world: World,
    document: DocumentNode,
    variableValues: Record<string, unknown>,
    operationName: string | undefined,
  ): ReadonlyMap<string, ReadonlySet<string>> {
    const everything: Everything = { world, refused: new Map() };
    const result = execute({ schema: this.schema, document, variableValues, operationName, contextValue: everything });
    if (result instanceof Promise) throw new Error('Refusals never wait.');
    for (const { path, message } of result.errors ?? [])
      throw new Error(`The world where everything exists failed at ${path?.join('.')}: ${message}`);
    return everything.refused;
  }
}

/** The world, and what is refused in it by the key of the root field. */
interface Everything {
  readonly world: World;
  readonly refused: Map<string, Set<string>>;
}

function rootKeyOf({ path }: GraphQLResolveInfo): string {
  let at = path;
  while (at.prev) at = at.prev;
  return String(at.key);
}

function something(
  args: Arguments,
  { world, refused }: Everything,
  info: GraphQLResolveInfo,
  field: GraphQLField<unknown, unknown>,
): unknown {
  if (field.name === 'node' && args.id) return nodeOf(args.id as string);
  if (field.name === 'nodes' && args.ids) return (args.ids as string[]).map(nodeOf);
  const connection = /^(\w+)Connection$/.exec(getNamedType(field.type).name)?.[1];
  if (connection !== undefined && field.args.some(({ name }) => name === 'first'))
    for (const code of refusedPageArguments({ type: connection, list: oracleLists[connection]! }, args, world)) {
      const key = rootKeyOf(info);
      refused.set(key, (refused.get(key) ?? new Set()).add(code));
    }
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
