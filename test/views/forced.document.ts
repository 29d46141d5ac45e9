import {
  TypeInfo,
  getNamedType,
  parse,
  print,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Fields that no view declares: one at the root, one within an object that views show. */
const ROOT = 'me';
const WITHIN: Readonly<Record<string, string>> = { UnitEvent: 'actions', EmulationModel: 'actions' };

const selected = (name: string, inner: string): FieldNode =>
  (parse(`{ ${name} { ${inner} } }`).definitions[0] as OperationDefinitionNode).selectionSet.selections[0] as FieldNode;
const added = (set: SelectionSetNode, field: FieldNode): SelectionSetNode => ({ ...set, selections: [...set.selections, field] });

/** The same document with fields that no view declares, so that graphql-js answers all of it. @param within them deeper down, too. */
export function forced(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined, within: boolean): string {
  const types = new TypeInfo(schema);
  const edited = visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition: {
        leave: node => {
          const runs = operationName === undefined || node.name?.value === operationName;
          return runs ? { ...node, selectionSet: added(node.selectionSet, selected(ROOT, 'kind')) } : undefined;
        },
      },
      SelectionSet: {
        leave: node => {
          const field = within ? WITHIN[getNamedType(types.getParentType())?.name ?? ''] : undefined;
          return field ? added(node, selected(field, 'name')) : undefined;
        },
      },
    }),
  ) as DocumentNode;
  return print(edited);
}

/** The data without what was added. */
export function withoutForced(data: any): any {
  if (Array.isArray(data)) return data.map(withoutForced);
  if (data === null || typeof data !== 'object') return data;
  const extra = new Set([ROOT, ...Object.values(WITHIN)]);
  // Defined one by one: “__proto__” is a name like any other here.
  const copy = Object.create(null) as object;
  for (const [key, value] of Object.entries(data))
    if (!extra.has(key)) Object.defineProperty(copy, key, { value: withoutForced(value), enumerable: true });
  return copy;
}
