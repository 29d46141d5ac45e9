import type { GraphQLField, GraphQLResolveInfo } from 'graphql';
import type { LocalDate } from '../../shared/dates.js';
import { fromGlobalId } from '../../shared/ids.js';
import { sql } from '../database/sql.js';
import { idOf } from '../graphql/node.js';
import { planFound } from './finder-plan.js';
import { givenOutput } from './given-output.js';
import { nodeText, nodeValue, planNodesOf, type FoundNode } from './nodes-plan.js';
import { nullable, type Output } from './output.js';
import { planRootPage } from './page-plan.js';
import { NotDeclared, type PlanContext, type RootPlan, type SelectedField } from './plan-context.js';
import { SHOWS, type RootShow } from './shows.js';
import type { ArgumentSource, Row, RunContext } from './run.js';
import { visibleRows } from './scope-conditions.js';
import { AS_OF, SelectBuilder, StatementParts } from './select-builder.js';
import { keptId, type AnyView } from './view.js';

export const showOf = (field: GraphQLField<unknown, unknown>): RootShow | undefined => field.extensions[SHOWS] as RootShow | undefined;

/** @throws NotDeclared when the field, or one below it, is answered by a resolver. */
export function planRoot(context: PlanContext, selected: SelectedField): RootPlan {
  const show = showOf(selected.field!);
  if (!show) throw new NotDeclared(selected.field!.name);
  switch (show.kind) {
    case 'page':
      return planRootPage(context, show.view, selected, dayOf(context.argumentsOf(selected).source));
    case 'byId':
      return planById(context, show.view, selected);
    case 'nodes':
      return planNodes(context, selected);
    case 'found':
      return planFound(context, show.find, selected, dayOf(context.argumentsOf(selected).source));
    case 'made':
      return planMade(context, selected);
  }
}

/** The day that the field asks for, or today. */
const dayOf =
  (source: ArgumentSource) =>
  (run: RunContext): LocalDate =>
    (run.argumentsOf(source).asOf as LocalDate | null | undefined) ?? run.today;

function planById(context: PlanContext, view: AnyView, selected: SelectedField): RootPlan {
  const { source } = context.argumentsOf(selected);
  const select = new SelectBuilder(new StatementParts(0, dayOf(source)));
  const id = sql`${select.parts.bind(run => idOf(view.name, run.argumentsOf(source).id as string, 'id'))}::uuid`;
  const at = { row: select.alias(), day: AS_OF };
  const present = select.column(sql`${at.row}.id`);
  const output = context.object(view, selected.nodes, at, select);
  const rows = visibleRows(context, view, at.row, alias => view.byId!(alias, keptId(view, id), AS_OF), select.parts);
  const statement = select.parts.statement(select.text(rows, sql``));
  const isNull = (row: Row): boolean => row.length === 0 || row[present] === null;
  return { read: async run => (await statement.read(run))[0] ?? [], output: nullable(selected.field!.type, isNull, output) };
}

/** The method of the field makes the answer, as it does for graphql-js. */
function planMade(context: PlanContext, selected: SelectedField): RootPlan {
  const { source } = context.argumentsOf(selected);
  const make = selected.field!.resolve!;
  return {
    read: async run => {
      const made = await make(undefined, run.argumentsOf(source), run.context, { fieldNodes: selected.nodes } as GraphQLResolveInfo);
      // Nest hands on what a method throws as a value, which graphql-js takes for an error.
      if (made instanceof Error) throw made;
      return [made];
    },
    output: givenOutput(context, selected, ([made]) => made),
  };
}

/** `node` and `nodes`: the things with these ids, each planned by its type. */
function planNodes(context: PlanContext, selected: SelectedField): RootPlan {
  const { source, now } = context.argumentsOf(selected);
  const single = !('ids' in now);
  // Not every thing with an id is a `Node`: an account, for example, needs a right of its own.
  const types = context.possibleTypes(selected.field!.type).filter(name => context.views.get(name)?.byId);
  const nodes = planNodesOf(context, types, selected.nodes);
  const read = async (run: RunContext): Promise<Row> => {
    const args = run.argumentsOf(source);
    return nodes.read(run, (single ? [args.id as string] : (args.ids as string[])).map(fromGlobalId), run.today);
  };
  return { read, output: nodesOutput(single) };
}

const nodesOutput = (single: boolean): Output =>
  single
    ? { text: ([only]) => nodeText(only as FoundNode), value: ([only]) => nodeValue(only as FoundNode) }
    : {
        text: row => `[${(row as FoundNode[]).map(nodeText).join(',')}]`,
        value: row => (row as FoundNode[]).map(nodeValue),
      };
