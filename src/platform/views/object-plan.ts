import { getNamedType, type GraphQLOutputType } from 'graphql';
import { and, literal, sql, words, type Sql } from '../database/sql.js';
import { constant, leafWriter, listOutput, nullable, objectOutput, type Output } from './output.js';
import { planNestedPage } from './page-plan.js';
import { NotDeclared, type PlanContext, type PlanObject, type RowContext, type SelectedField } from './plan-context.js';
import type { Row } from './run.js';
import { isVisibleThing, visibleRow, visibleRows } from './scope-conditions.js';
import { nestedDay, type SelectBuilder } from './select-builder.js';
import type { AnyView, Expression, ViewField } from './view.js';

/** A resolver of a field that no view declares finds here the columns that its parent's view names for it. */
const COLUMNS = Symbol('columns');

export const columnsOf = <T>(parent: object): T => (parent as { [COLUMNS]: T })[COLUMNS];

type FieldOf<Kind extends ViewField['kind']> = Extract<ViewField, { kind: Kind }>;

/** Plans the fields that are selected on one object of a view: everything becomes columns of `select`, nested lists included. */
export const planObject: PlanObject = (context, view, nodes, at, select) => {
  const type = context.objectType(view.name);
  const fields: [string, Output][] = [];
  let undeclared = false;
  for (const selected of context.select(type, nodes)) {
    if (!selected.field) {
      fields.push([selected.key, constant(view.name)]);
      continue;
    }
    const declared = context.fieldOf(view, selected.field.name);
    if (declared) fields.push([selected.key, planField(context, declared, selected, at, select)]);
    else if (context.partial) undeclared = true;
    else throw new NotDeclared(`${view.name}.${selected.field.name}`);
  }
  return objectOutput(fields, undeclared ? resolverColumns(view, at, select) : undefined);
};

function resolverColumns(view: AnyView, { row, day }: RowContext, select: SelectBuilder): (found: Row) => object {
  const columns = Object.entries(view.resolverColumns).map(([name, of]) => [name, select.column(of(row, day))] as const);
  return found => ({ [COLUMNS]: Object.fromEntries(columns.map(([name, column]) => [name, found[column]])) });
}

function planField(context: PlanContext, given: ViewField, selected: SelectedField, at: RowContext, select: SelectBuilder): Output {
  const declared = given.seenAs ? onlyWhere(visibleRow(context, given.seenAs(), at.row, select.parts), given) : given;
  switch (declared.kind) {
    case 'value':
      return planValue(context, declared, selected.field!.type, at, select);
    case 'part':
      return context.object(declared.view(), selected.nodes, at, select);
    case 'one':
      return select.isFull ? planOneNested(context, declared, selected, at, select) : planOne(context, declared, selected, at, select);
    case 'many':
      return planMany(context, declared, selected, at, select);
    case 'count':
      return planCount(context, declared, selected.field!.type, at, select);
    case 'page':
      return planNestedPage(context, declared, selected, at, select);
    case 'name':
      return planName(context, declared, selected.field!.type, at, select);
  }
}

/** The field where the condition holds of its row; elsewhere it is null or empty. */
function onlyWhere(condition: Sql | undefined, field: ViewField): ViewField {
  if (condition === undefined) return field;
  const where =
    (of: Expression): Expression =>
    (row, day) =>
      sql`case when ${condition} then ${of(row, day)} end`;
  switch (field.kind) {
    case 'value':
      return { ...field, columns: field.columns.map(where) };
    case 'one':
      return { ...field, id: where(field.id) };
    case 'many':
      return { ...field, parent: where(field.parent) };
    default:
      throw new Error(`A field of the kind ${field.kind} is not shown to some only.`);
  }
}

function planValue(
  context: PlanContext,
  { columns, compute, lateral, named }: FieldOf<'value'>,
  type: GraphQLOutputType,
  at: RowContext,
  select: SelectBuilder,
): Output {
  const { row, day } = at;
  const alias = lateral && select.lateral(lateral.rows, row, day);
  const expressions = alias === undefined ? columns.map(of => of(row, day)) : [lateral!.column(alias, day)];
  if (named) expressions.push(isVisibleThing(context, day, select.parts)(named.view(), named.id(row, day)));
  // JSON would turn a decimal into a float.
  const isDecimal = !compute && getNamedType(type).name === 'Decimal';
  const indexes = expressions.map(expression => select.column(isDecimal ? sql`(${expression})::text` : expression));
  const [only] = indexes;
  const convert = !compute && getNamedType(type).name === 'DateTime' ? momentOf : undefined;
  const read: (found: Row) => unknown = compute
    ? found => (compute as (...values: unknown[]) => unknown)(...indexes.map(index => found[index]))
    : convert
      ? found => convert(found[only!])
      : found => found[only!];
  const write = leafWriter(type);
  return { text: found => write(read(found)), value: read };
}

/** A moment is a `Date` in a plain row and a text in JSON. */
const momentOf = (value: unknown): unknown => (typeof value === 'string' ? new Date(value) : value);

/** How many rows of a list belong to this one. */
function planCount(
  context: PlanContext,
  { view, where }: FieldOf<'count'>,
  type: GraphQLOutputType,
  { row, day }: RowContext,
  select: SelectBuilder,
): Output {
  const target = view();
  const { rows, whenOmitted = {} } = target.list!;
  // Derived from the row's own alias, so that the same count selected twice is the same column.
  const inner = sql`${row}_counted`;
  const visible = visibleRow(context, target, inner, select.parts);
  const conditions = [
    where(inner, sql`${row}.id`, day),
    ...Object.values(whenOmitted).map(condition => condition(inner, day)),
    ...(visible === undefined ? [] : [visible]),
  ];
  const column = select.column(sql`(select count(*)::int from ${rows(inner, day)} where ${and(conditions)})`);
  const write = leafWriter(type);
  return { text: found => write(found[column]), value: found => found[column] };
}

/** What a thing of any view that names its rows is called: of each the row by the id, as far as the caller sees it there. */
function planName(
  context: PlanContext,
  { type, id }: FieldOf<'name'>,
  shown: GraphQLOutputType,
  { row, day }: RowContext,
  select: SelectBuilder,
): Output {
  const named = sql`${row}_named`;
  const names = [...context.views.values()].flatMap(view => {
    if (!view.named) return [];
    const rows = visibleRows(context, view, named, alias => view.byId!(alias, id(row, day), day), select.parts);
    return [sql`when ${literal(view.name)} then (select ${view.named(named, day)} from ${rows})`];
  });
  const column = select.column(sql`case ${type(row, day)} ${words(names)} end`);
  const write = leafWriter(shown);
  return { text: found => write(found[column]), value: found => found[column] };
}

/** A thing that is joined to the row that points to it. */
function planOne(context: PlanContext, declared: FieldOf<'one'>, selected: SelectedField, at: RowContext, select: SelectBuilder): Output {
  const { row, day } = at;
  const target = declared.view();
  const lateral = declared.lateral && context.restricted(target) === undefined ? select.lateral(declared.lateral, row, day) : undefined;
  const inner = { row: lateral ?? select.alias(), day: declared.day?.(row, day) ?? day };
  if (lateral === undefined)
    select.join(visibleRows(context, target, inner.row, alias => rowOf(declared, target, { alias, row, day }, inner.day), select.parts));
  const present = select.column(sql`${inner.row}.id`);
  const output = context.object(target, selected.nodes, inner, select);
  return nullable(selected.field!.type, found => found[present] === null, output);
}

/** The row that a to-one field points to: by its id, or, where its view has no rows by id, the lateral row itself. */
function rowOf(declared: FieldOf<'one'>, target: AnyView, at: RowContext & { readonly alias: Sql }, dayOfTarget: Sql): Sql {
  const { alias, row, day } = at;
  return target.byId ? target.byId(alias, declared.id(row, day), dayOfTarget) : declared.lateral!(alias, row, day);
}

/** The same where the select has enough joins: a nested select of at most one row. */
function planOneNested(
  context: PlanContext,
  declared: FieldOf<'one'>,
  selected: SelectedField,
  at: RowContext,
  select: SelectBuilder,
): Output {
  const target = declared.view();
  const nested = select.nested();
  const { day, from } = nestedDay(nested, declared.day?.(at.row, at.day) ?? at.day);
  const inner = { row: nested.alias(), day };
  const output = context.object(target, selected.nodes, inner, nested);
  const rows = visibleRows(context, target, inner.row, alias => rowOf(declared, target, { alias, ...at }, day), select.parts);
  const column = select.column(nested.jsonRows(from(rows), sql``));
  const read = (found: Row): Row | undefined => nested.readJsonRows(found[column])[0];
  const one: Output = { text: found => output.text(read(found)!), value: found => output.value(read(found)!) };
  return nullable(selected.field!.type, found => read(found) === undefined, one);
}

function planMany(context: PlanContext, declared: FieldOf<'many'>, selected: SelectedField, at: RowContext, select: SelectBuilder): Output {
  const target = declared.view();
  const nested = select.nested();
  const { day, from } = nestedDay(nested, at.day);
  const inner = { row: nested.alias(), day };
  const item = context.object(target, selected.nodes, inner, nested);
  const parent = declared.parent(at.row, at.day);
  const rows = visibleRows(context, declared.as?.() ?? target, inner.row, alias => declared.rows(alias, parent, day), select.parts);
  const column = select.column(nested.jsonRows(from(rows), sql`order by ${declared.orderBy(inner.row)}`));
  return listOutput(found => nested.readJsonRows(found[column]), item);
}
