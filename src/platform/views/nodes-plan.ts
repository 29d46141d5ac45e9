import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { Output } from './output.js';
import type { PlanContext, Selected } from './plan-context.js';
import { PARENTS, StatementBuilder, grouped, type Row, type RunContext } from './statement.js';
import { seenOf } from './scope.js';
import type { AnyView } from './view.js';

/** Tells graphql-js which type an object of an interface or a union is, whatever its fields are called. */
export const TYPENAME = Symbol('typename');

/** Things of one view, planned: read by their rows' ids, shown on a day. */
export interface ThingsPlan {
  read(run: RunContext, ids: readonly Id[], day: LocalDate): Promise<(Row | undefined)[]>;
  readonly output: Output;
}

/** Things of one view by their rows' ids: what `node` finds, and what a mutation shows of what it has changed. */
export function planByIds(context: PlanContext, view: AnyView, nodes: Selected['nodes']): ThingsPlan {
  const statement = new StatementBuilder('n', 2);
  const place = { t: statement.alias(), day: 'q.day' };
  const number = statement.column('q.n::int');
  const output = context.object(view, nodes, place, statement);
  const rows = seenOf(context, view, place.t, name => view.one!(name, 'q.id', place.day), statement);
  const compiled = statement.build(`${PARENTS} cross join lateral ${rows}`, '');
  return {
    output,
    read: async (run, ids, day) => grouped(await compiled.read(run, [ids, ids.map(() => day)]), number, ids.length).map(([row]) => row),
  };
}

/** Which thing: its type and its row's id. */
export interface Thing {
  readonly type: string;
  readonly id: Id;
}

/** A thing of whatever type that was read, with the way to show it. */
export interface FoundNode {
  readonly plan: ThingsPlan;
  readonly type: string;
  readonly row: Row;
}

/** Things of several types, one statement a type. */
export interface NodesPlan {
  /** In the order asked; `undefined` for what there is none of. */
  read(run: RunContext, things: readonly (Thing | undefined)[], day: LocalDate): Promise<(FoundNode | undefined)[]>;
}

/** What is selected of an interface or a union, planned for each of the types that it may be. */
export function planNodesOf(context: PlanContext, types: readonly string[], nodes: Selected['nodes']): NodesPlan {
  // All at once: a document that selects undeclared fields must be known before it runs.
  const plans = new Map(types.map(type => [type, planByIds(context, context.views.get(type)!, nodes)]));
  return {
    read: async (run, things, day) => {
      const found: (FoundNode | undefined)[] = things.map(() => undefined);
      await Promise.all(
        [...plans].map(async ([type, plan]) => {
          const places = things.flatMap((thing, i) => (thing?.type === type ? [i] : []));
          if (places.length === 0) return;
          const ids = places.map(i => things[i]!.id);
          const rows = await plan.read(run, ids, day);
          places.forEach((place, i) => (found[place] = rows[i] && { plan, type, row: rows[i] }));
        }),
      );
      return found;
    },
  };
}

export const nodeText = (found: FoundNode | undefined): string => (found ? found.plan.output.text(found.row) : 'null');

/** graphql-js asks the object itself which type it is. */
export function nodeValue(found: FoundNode | undefined): unknown {
  return found ? Object.assign(found.plan.output.value(found.row) as object, { [TYPENAME]: found.type }) : null;
}
