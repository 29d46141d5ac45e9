// TypeScript types of the selections of a document, and of the inputs and enums that it names.
import { Kind, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isScalarType, typeFromAST } from 'graphql';

const SCALARS = {
  ID: 'string',
  String: 'string',
  Boolean: 'boolean',
  Int: 'number',
  Float: 'number',
  LocalDate: 'string',
  PartialDate: 'string',
  DateTime: 'string',
  Decimal: 'string',
  /** Passed on as it came: the filter that a number opens to. */
  JSON: 'Readonly<Record<string, unknown>>',
};

export class SchemaTypes {
  named = new Map();

  constructor(schema, fragments) {
    this.schema = schema;
    this.fragments = fragments;
  }

  /** The type of what a selection answers; of a union or an interface, one for each type that it can be. */
  object(type, sets) {
    const possible = isObjectType(type) ? [type] : this.schema.getPossibleTypes(type);
    return possible.length > 3 && !isObjectType(type) && sets.length === 1 && !hasCondition(sets)
      ? this.fieldsOf(type, sets, 'string')
      : possible.map(one => this.fieldsOf(one, sets, `'${one.name}'`)).join(' | ');
  }

  fieldsOf(type, sets, typename) {
    const fields = new Map();
    for (const set of sets) this.collect(type, set, fields);
    const lines = [...fields].map(([key, { name, sets: nested }]) => {
      if (name === '__typename') return `readonly ${key}: ${typename}`;
      const { type: answer } = type.getFields()[name];
      return `readonly ${key}: ${this.output(answer, nested)}`;
    });
    return `{ ${lines.join('; ')} }`;
  }

  collect(type, set, fields) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const known = fields.get(key) ?? { name: selection.name.value, sets: [] };
        if (selection.selectionSet) known.sets.push(selection.selectionSet);
        fields.set(key, known);
        continue;
      }
      const node = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      const on = node.typeCondition?.name.value;
      const fits = !on || on === type.name || type.getInterfaces?.().some(({ name }) => name === on);
      if (fits) this.collect(type, node.selectionSet, fields);
    }
  }

  output(type, sets) {
    if (isNonNullType(type)) return this.outputNonNull(type.ofType, sets);
    return `${this.outputNonNull(type, sets)} | null`;
  }

  outputNonNull(type, sets) {
    if (isListType(type)) return `readonly (${this.output(type.ofType, sets)})[]`;
    if (isScalarType(type)) return SCALARS[type.name];
    if (isEnumType(type)) return this.reference(type);
    return this.object(type, sets);
  }

  variables(definitions) {
    const lines = definitions.map(({ variable, type, defaultValue }) =>
      this.inputLine(variable.name.value, typeFromAST(this.schema, type), defaultValue !== undefined),
    );
    return lines.length === 0 ? 'Record<string, never>' : `{ ${lines.join('; ')} }`;
  }

  inputLine(name, type, hasDefault) {
    const optional = !isNonNullType(type) || hasDefault;
    return `${name}${optional ? '?' : ''}: ${this.input(type)}${optional ? ' | undefined' : ''}`;
  }

  input(type) {
    if (isNonNullType(type)) return this.inputNonNull(type.ofType);
    return `${this.inputNonNull(type)} | null`;
  }

  inputNonNull(type) {
    if (isListType(type)) return `readonly (${this.input(type.ofType)})[]`;
    return isScalarType(type) ? SCALARS[type.name] : this.reference(type);
  }

  reference(type) {
    if (!this.named.has(type.name)) {
      this.named.set(type.name, undefined);
      const text = isInputObjectType(type)
        ? `{ ${Object.values(type.getFields())
            .map(field => this.inputLine(field.name, field.type, field.defaultValue !== undefined))
            .join('; ')} }`
        : type
            .getValues()
            .map(({ name }) => `'${name}'`)
            .join(' | ');
      this.named.set(type.name, text);
    }
    return `Schema.${type.name}`;
  }

  enums() {
    return [...this.named.keys()]
      .map(name => this.schema.getType(name))
      .filter(type => isEnumType(type) && type.name !== 'ErrorCode')
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  declarations() {
    const lines = [...this.named]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => `export type ${name} = ${text.replaceAll('Schema.', '')};`);
    return `${lines.join('\n')}\n`;
  }
}

const hasCondition = sets => sets.some(({ selections }) => selections.some(({ kind }) => kind !== Kind.FIELD));
