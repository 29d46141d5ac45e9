import type { GraphQLField } from 'graphql';
import type { LocalDate } from '../../shared/dates.js';
import { fromGlobalId } from '../../shared/ids.js';
import { idOf } from '../graphql/node.js';
import { planFound } from './found-plan.js';
import { nodeText, nodeValue, planNodesOf, type FoundNode } from './nodes-plan.js';
import { nullable, type Output } from './output.js';
import { planRootPage, readRootPage } from './page-plan.js';
import { NotDeclared, type PlanContext, type RootPlan, type Selected } from './plan-context.js';
import { SHOWS, type RootShow } from './shows.js';
import { DAY, StatementBuilder, type ArgumentSource, type Row, type RunContext } from './statement.js';
import { seenOf } from './scope.js';
import type { AnyView } from './view.js';

export const showOf = (field: GraphQLField<unknown, unknown>): RootShow | undefined => field.extensions[SHOWS] as RootShow | undefined;

/** @throws NotDeclared when the field, or one below it, is answered by a resolver. */
export function planRoot(context: PlanContext, selected: Selected): RootPlan {
  const show = showOf(selected.field!);
  if (!show) throw new NotDeclared(selected.field!.name);
  switch (show.kind) {
    case 'page':
      return planPage(context, show.view, selected);
    case 'byId':
      return planById(context, show.view, selected);
    case 'nodes':
      return planNodes(context, selected);
    case 'found':
      return planFound(context, show.find, selected, dayOf(context.argumentsOf(selected).source));
  }
}

/** The day that the field asks for, or today. */
const dayOf =
  (source: ArgumentSource) =>
  (run: RunContext): LocalDate =>
    (run.argumentsOf(source).asOf as LocalDate | null | undefined) ?? run.today;

function planPage(context: PlanContext, view: AnyView, selected: Selected): RootPlan {
  const { source } = context.argumentsOf(selected);
  const plan = planRootPage(context, view, selected, dayOf(source));
  return { read: async run => [await readRootPage(plan, run)], output: plan.output };
}

function planById(context: PlanContext, view: AnyView, selected: Selected): RootPlan {
  const { source } = context.argumentsOf(selected);
  const statement = new StatementBuilder('r', 0, dayOf(source));
  const id = statement.bind(run => idOf(view.name, run.argumentsOf(source).id as string, 'id'));
  const place = { t: statement.alias(), day: DAY };
  const present = statement.column(`${place.t}.id`);
  const output = context.object(view, selected.nodes, place, statement);
  const compiled = statement.build(
    seenOf(context, view, place.t, name => view.one!(name, `${id}::uuid`, DAY), statement),
    '',
  );
  const isNull = (row: Row): boolean => row.length === 0 || row[present] === null;
  return { read: async run => (await compiled.read(run))[0] ?? [], output: nullable(selected.field!.type, isNull, output) };
}

/** `node` and `nodes`: the things behind the ids, each planned by its type. */
function planNodes(context: PlanContext, selected: Selected): RootPlan {
  const { source, now } = context.argumentsOf(selected);
  const single = !('ids' in now);
  // Not everything with an id is for whoever may read the registry: an account, for one, is no `Node`.
  const types = context.possibleTypes(selected.field!.type).filter(name => context.views.get(name)?.one);
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
