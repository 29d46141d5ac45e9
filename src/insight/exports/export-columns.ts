import {
  Kind,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';

/** A column of a table: where its value is in a row. `['unit', 'name']` is headed `unit.name`. */
export type ColumnPath = readonly string[];

/** The columns of a selection, in its order: objects are taken apart; a list, and what can be of several types, is one column. */
export function columnsOf(
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): ColumnPath[] {
  const fields = new Map<string, FieldNode[]>();
  const collect = ({ selections: parts }: SelectionSetNode): void => {
    for (const part of parts) {
      if (part.kind === Kind.FRAGMENT_SPREAD) collect(fragments.get(part.name.value)!.selectionSet);
      else if (part.kind === Kind.INLINE_FRAGMENT) collect(part.selectionSet);
      else {
        const key = part.alias?.value ?? part.name.value;
        fields.set(key, [...(fields.get(key) ?? []), part]);
      }
    }
  };
  for (const selection of selections) collect(selection);
  return [...fields].flatMap(([key, nodes]): ColumnPath[] => {
    const field = type.getFields()[nodes[0]!.name.value];
    const inner = field && getNamedType(field.type);
    if (!field || !isObjectType(inner) || isListType(getNullableType(field.type))) return [[key]];
    return columnsOf(
      inner,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
      fragments,
    ).map(path => [key, ...path]);
  });
}

export function valueAt(row: unknown, path: ColumnPath): unknown {
  let value = row;
  for (const key of path) value = value === null || value === undefined ? undefined : (value as Record<string, unknown>)[key];
  return value;
}
