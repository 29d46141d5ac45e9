import type { GraphQLField } from 'graphql';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { fromGlobalId } from '../../shared/ids.js';
import { idOf } from '../graphql/node.js';
import { nullable, type Output } from './output.js';
import { planRootPage, readRootPage } from './page-plan.js';
import { NotDeclared, type PlanContext, type Selected } from './plan-context.js';
import { SHOWS, type RootShow } from './shows.js';
import { DAY, PARENTS, StatementBuilder, grouped, type ArgumentSource, type Binder, type Row, type RunContext } from './statement.js';
import type { AnyView } from './view.js';

/** A planned root field: reads what it needs, and then shows it. */
export interface RootPlan {
  read(run: RunContext): Promise<Row>;
  readonly output: Output;
}

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
  }
}

/** The day that the field asks for, or today. */
const dayOf =
  (source: ArgumentSource): Binder =>
  run =>
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
  const compiled = statement.build(view.one!(place.t, `${id}::uuid`, DAY), '');
  const isNull = (row: Row): boolean => row.length === 0 || row[present] === null;
  return { read: async run => (await compiled.read(run))[0] ?? [], output: nullable(selected.field!.type, isNull, output) };
}

/** Things of one view by their rows' ids: what `node` finds, and what a mutation shows of what it has changed. */
export function planByIds(
  context: PlanContext,
  view: AnyView,
  nodes: Selected['nodes'],
): { read(run: RunContext, ids: readonly Id[]): Promise<(Row | undefined)[]>; output: Output } {
  const statement = new StatementBuilder('n', 2);
  const place = { t: statement.alias(), day: 'q.day' };
  const number = statement.column('q.n::int');
  const output = context.object(view, nodes, place, statement);
  const compiled = statement.build(`${PARENTS} cross join lateral ${view.one!(place.t, 'q.id', place.day)}`, '');
  return {
    output,
    read: async (run, ids) => grouped(await compiled.read(run, [ids, ids.map(() => run.today)]), number, ids.length).map(([row]) => row),
  };
}

/** `node` and `nodes`: each type that is asked for is planned when the first of its ids comes. */
function planNodes(context: PlanContext, selected: Selected): RootPlan {
  const { source } = context.argumentsOf(selected);
  const single = !('ids' in context.argumentsOf(selected).now);
  const plans = new Map<string, ReturnType<typeof planByIds>>();
  const planOf = (type: string): ReturnType<typeof planByIds> | undefined => {
    const view = context.views.get(type);
    if (!view?.one) return undefined;
    const plan = plans.get(type) ?? planByIds(context, view, selected.nodes);
    plans.set(type, plan);
    return plan;
  };
  // Documents that select undeclared fields must be known before they run.
  for (const type of context.views.keys()) if (context.views.get(type)!.one) planOf(type);

  const read = async (run: RunContext): Promise<Row> => {
    const args = run.argumentsOf(source);
    const wanted = (single ? [args.id as string] : (args.ids as string[])).map(fromGlobalId);
    const found: Row = wanted.map(() => undefined);
    await Promise.all(
      [...new Set(wanted.map(id => id?.type))].map(async type => {
        const plan = type === undefined ? undefined : planOf(type);
        if (!plan) return;
        const places = wanted.flatMap((id, i) => (id?.type === type ? [i] : []));
        const rows = await plan.read(
          run,
          places.map(i => wanted[i]!.id),
        );
        places.forEach((place, i) => (found[place] = rows[i] && { plan, type, row: rows[i] }));
      }),
    );
    return found;
  };
  return { read, output: nodesOutput(single) };
}

interface FoundNode {
  readonly plan: ReturnType<typeof planByIds>;
  readonly type: string;
  readonly row: Row;
}

const nodeText = (found: unknown): string => (found ? (found as FoundNode).plan.output.text((found as FoundNode).row) : 'null');

/** graphql-js asks the object itself which type it is. */
function nodeValue(found: unknown): unknown {
  if (!found) return null;
  const { plan, type, row } = found as FoundNode;
  return Object.assign(plan.output.value(row) as object, { [TYPENAME]: type });
}

const nodesOutput = (single: boolean): Output =>
  single
    ? { text: ([only]) => nodeText(only), value: ([only]) => nodeValue(only) }
    : { text: row => `[${row.map(nodeText).join(',')}]`, value: row => row.map(nodeValue) };

/** Tells graphql-js which type an object of an interface is, whatever its fields are called. */
export const TYPENAME = Symbol('typename');
