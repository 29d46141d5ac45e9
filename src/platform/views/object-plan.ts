import type { GraphQLOutputType } from 'graphql';
import { constant, leafWriter, listOutput, nullable, objectOutput, type Output } from './output.js';
import { PARENTS, StatementBuilder, grouped, type Row } from './statement.js';
import { planConnection } from './nested-page.js';
import { NotDeclared, type PlanContext, type Place, type PlanObject, type Selected } from './plan-context.js';
import { seenOf, seenRow } from './scope.js';
import type { AnyView, ViewField } from './view.js';

/** A resolver of a field that no view declares finds here what its parent's view carries for it. */
const CARRIED = Symbol('carried');

export const carriedBy = <T>(parent: object): T => (parent as { [CARRIED]: T })[CARRIED];

/** Plans the fields selected on one object of a view: its columns go into `statement`, its nested lists become statements of their own. */
export const planObject: PlanObject = (context, view, nodes, place, statement) => {
  const type = context.objectType(view.name);
  const fields: [string, Output][] = [];
  let undeclared = false;
  for (const selected of context.select(type, nodes)) {
    if (!selected.field) {
      fields.push([selected.key, constant(view.name)]);
      continue;
    }
    const declared = context.fieldOf(view, selected.field.name);
    if (declared) fields.push([selected.key, planField(context, declared, selected, place, statement)]);
    else if (context.beside) undeclared = true;
    else throw new NotDeclared(`${view.name}.${selected.field.name}`);
  }
  return objectOutput(fields, undeclared ? carrier(view, place, statement) : undefined);
};

function carrier(view: AnyView, { t, day }: Place, statement: StatementBuilder): (row: Row) => object {
  const columns = Object.entries(view.carry).map(([name, of]) => [name, statement.column(of(t, day))] as const);
  return row => ({ [CARRIED]: Object.fromEntries(columns.map(([name, column]) => [name, row[column]])) });
}

function planField(context: PlanContext, declared: ViewField, selected: Selected, place: Place, statement: StatementBuilder): Output {
  switch (declared.kind) {
    case 'value':
      return planValue(declared, selected.field!.type, place, statement);
    case 'part':
      return context.object(declared.view(), selected.nodes, place, statement);
    case 'one':
      return statement.isFull
        ? planOneApart(context, declared, selected, place, statement)
        : planOne(context, declared, selected, place, statement);
    case 'many':
      return planMany(context, declared, selected, place, statement);
    case 'count':
      return planCount(context, declared, selected.field!.type, place, statement);
    case 'page':
      return planConnection(context, declared, selected, place, statement);
  }
}

function planValue(
  { of, make, from }: Extract<ViewField, { kind: 'value' }>,
  type: GraphQLOutputType,
  { t, day }: Place,
  statement: StatementBuilder,
): Output {
  const row = from && statement.beside(from.row, t, day);
  const columns = row === undefined ? of.map(expression => statement.column(expression(t, day))) : [statement.column(from!.of(row))];
  const [only] = columns;
  const read: (row: Row) => unknown = make
    ? found => (make as (...values: unknown[]) => unknown)(...columns.map(column => found[column]))
    : found => found[only!];
  const write = leafWriter(type);
  return { text: found => write(read(found)), value: read };
}

/** How many rows of a list belong to this one. */
function planCount(
  context: PlanContext,
  { view, where }: Extract<ViewField, { kind: 'count' }>,
  type: GraphQLOutputType,
  { t, day }: Place,
  statement: StatementBuilder,
): Output {
  const target = view();
  const { rows, otherwise = {} } = target.list!;
  const inner = `${t}n`;
  const seen = seenRow(context, target, inner, statement);
  const conditions = [
    where(inner, `${t}.id`, day),
    ...Object.values(otherwise).map(holds => holds(inner, day)),
    ...(seen === undefined ? [] : [seen]),
  ];
  const column = statement.column(`(select count(*)::int from ${rows(inner, day)} where ${conditions.join(' and ')})`);
  const write = leafWriter(type);
  return { text: row => write(row[column]), value: row => row[column] };
}

/** A thing that is joined to the row that points to it. */
function planOne(
  context: PlanContext,
  declared: Extract<ViewField, { kind: 'one' }>,
  selected: Selected,
  { t, day }: Place,
  statement: StatementBuilder,
): Output {
  const target = declared.view();
  const beside = declared.row && context.restricted(target) === undefined ? statement.beside(declared.row, t, day) : undefined;
  const inner = { t: beside ?? statement.alias(), day: declared.day?.(t, day) ?? day };
  if (beside === undefined)
    statement.join(seenOf(context, target, inner.t, name => target.one!(name, declared.id(t, day), inner.day), statement));
  const present = statement.column(`${inner.t}.id`);
  const output = context.object(target, selected.nodes, inner, statement);
  return nullable(selected.field!.type, row => row[present] === null, output);
}

/** The same, where the statement has joined enough: one further statement for all rows that point to such a thing. */
function planOneApart(
  context: PlanContext,
  declared: Extract<ViewField, { kind: 'one' }>,
  selected: Selected,
  { t, day }: Place,
  statement: StatementBuilder,
): Output {
  const target = declared.view();
  const child = new StatementBuilder('o', 2);
  const inner = { t: child.alias(), day: 'q.day' };
  const number = child.column('q.n::int');
  const output = context.object(target, selected.nodes, inner, child);
  const rows = seenOf(context, target, inner.t, name => target.one!(name, 'q.id', inner.day), child);
  const compiled = child.build(`${PARENTS} cross join lateral ${rows}`, '');
  const found = statement.nest({
    parent: statement.column(declared.id(t, day)),
    day: statement.column(declared.day?.(t, day) ?? day),
    readAll: async (run, ids, days) => grouped(await compiled.read(run, [ids, days]), number, ids.length).map(([row]) => row),
  });
  const one: Output = { text: row => output.text(found(row) as Row), value: row => output.value(found(row) as Row) };
  return nullable(selected.field!.type, row => found(row) === undefined, one);
}

function planMany(
  context: PlanContext,
  declared: Extract<ViewField, { kind: 'many' }>,
  selected: Selected,
  { t, day }: Place,
  statement: StatementBuilder,
): Output {
  const child = new StatementBuilder('m', 2);
  const inner = { t: child.alias(), day: 'q.day' };
  const number = child.column('q.n::int');
  const item = context.object(declared.view(), selected.nodes, inner, child);
  const rows = seenOf(context, declared.view(), inner.t, name => declared.rows(name, 'q.id', inner.day), child);
  const compiled = child.build(`${PARENTS} cross join lateral ${rows}`, `order by q.n, ${declared.orderBy(inner.t)}`);
  const found = statement.nest({
    parent: statement.column(declared.parent(t, day)),
    day: statement.column(day),
    readAll: async (run, parents, days) => grouped(await compiled.read(run, [parents, days]), number, parents.length),
  });
  return listOutput(row => found(row) as Row[], item);
}
