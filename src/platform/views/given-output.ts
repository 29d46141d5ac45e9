import { isListType, isNonNullType, isObjectType, type GraphQLOutputType } from 'graphql';
import { leafWriter, type Output } from './output.js';
import type { PlanContext, SelectedField } from './plan-context.js';
import type { Row } from './run.js';

type Write = (value: unknown) => string;

/** A value that comes whole, not from columns: written by its type; graphql-js reads it by the names of its fields. */
export function givenOutput(context: PlanContext, { field, nodes }: SelectedField, read: (row: Row) => unknown): Output {
  const write = writerOf(context, field!.type, nodes);
  return { text: row => write(read(row)), value: read };
}

function writerOf(context: PlanContext, type: GraphQLOutputType, nodes: SelectedField['nodes']): Write {
  if (isNonNullType(type)) {
    const write = writerOf(context, type.ofType, nodes);
    return value => {
      if (value === null || value === undefined) throw new TypeError('Null where none may be.');
      return write(value);
    };
  }
  if (isListType(type)) {
    const write = writerOf(context, type.ofType as GraphQLOutputType, nodes);
    return value => (value === null || value === undefined ? 'null' : `[${(value as unknown[]).map(write).join(',')}]`);
  }
  if (!isObjectType(type)) return leafWriter(type);
  const fields = context.select(type, nodes).map((selected, i) => {
    const { key, field } = selected;
    const prefix = `${i === 0 ? '' : ','}${JSON.stringify(key)}:`;
    const write: Write = field ? writerOf(context, field.type, selected.nodes) : () => JSON.stringify(type.name);
    return { prefix, write, name: field?.name };
  });
  return value => {
    if (value === null || value === undefined) return 'null';
    let text = '{';
    for (const { prefix, write, name } of fields) text += prefix + write(name && (value as Record<string, unknown>)[name]);
    return `${text}}`;
  };
}
