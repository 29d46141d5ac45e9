import { isListType, isNonNullType, isObjectType, type GraphQLOutputType } from 'graphql';
import { leafWriter, type Output } from './output.js';
import type { PlanContext, SelectedField } from './plan-context.js';
import type { Row } from './run.js';

/** Adds the text of a value. Pieces that are joined once are fewer objects to collect than texts put together step by step. */
type Write = (value: unknown, pieces: string[]) => void;

/** A value that comes whole, not from columns: written by its type; graphql-js reads it by the names of its fields. */
export function givenOutput(context: PlanContext, { field, nodes }: SelectedField, read: (row: Row) => unknown): Output {
  const write = writerOf(context, field!.type, nodes);
  const text = (value: unknown): string => {
    const pieces: string[] = [];
    write(value, pieces);
    return pieces.join('');
  };
  return { text: row => text(read(row)), value: read };
}

function writerOf(context: PlanContext, type: GraphQLOutputType, nodes: SelectedField['nodes']): Write {
  if (isNonNullType(type)) {
    const write = writerOf(context, type.ofType, nodes);
    return (value, pieces) => {
      if (isNone(value)) throw new TypeError('Null where none may be.');
      write(value, pieces);
    };
  }
  if (isListType(type)) {
    const write = writerOf(context, type.ofType as GraphQLOutputType, nodes);
    return orNull((value, pieces) => {
      pieces.push('[');
      (value as unknown[]).forEach((item, i) => {
        if (i > 0) pieces.push(',');
        write(item, pieces);
      });
      pieces.push(']');
    });
  }
  if (!isObjectType(type)) {
    const leaf = leafWriter(type);
    return (value, pieces) => void pieces.push(leaf(value));
  }
  const fields = context.select(type, nodes).map((selected, i) => {
    const { key, field } = selected;
    const prefix = `${i === 0 ? '' : ','}${JSON.stringify(key)}:`;
    const write: Write = field ? writerOf(context, field.type, selected.nodes) : (_, pieces) => void pieces.push(JSON.stringify(type.name));
    return { prefix, write, name: field?.name };
  });
  return orNull((value, pieces) => {
    pieces.push('{');
    for (const { prefix, write, name } of fields) {
      pieces.push(prefix);
      write(name && (value as Record<string, unknown>)[name], pieces);
    }
    pieces.push('}');
  });
}

const isNone = (value: unknown): boolean => value === null || value === undefined;

const orNull =
  (write: Write): Write =>
  (value, pieces) => {
    if (isNone(value)) pieces.push('null');
    else write(value, pieces);
  };
