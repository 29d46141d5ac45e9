import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { sql } from '../database/sql.js';
import type { Output } from './output.js';
import type { PlanContext, SelectedField } from './plan-context.js';
import type { Row, RunContext } from './run.js';
import { visibleRows } from './scope-conditions.js';
import { SelectBuilder, StatementParts } from './select-builder.js';
import { keptId, LEVELLED, type AnyView } from './view.js';

/** The key under which an object of an interface or a union holds its type for graphql-js; no field of a client can have this name. */
export const TYPENAME = Symbol('typename');

/** Things of one view, planned: read by the ids of their rows, shown on a day. */
export interface ThingsPlan {
  read(run: RunContext, ids: readonly Id[], day: LocalDate): Promise<(Row | undefined)[]>;
  readonly output: Output;
}

/** The ids as rows, numbered from one, so that answers find their place. */
const ASKED = sql`unnest($1::uuid[]) with ordinality asked (id, number) cross join (select $2::date as day) shown`;

/** Things of one view by their rows' ids: what `node` finds, and what a mutation shows of what it has changed. */
export function planByIds(context: PlanContext, view: AnyView, nodes: SelectedField['nodes']): ThingsPlan {
  // Rows are found by their ids, however many: planned for each list of ids anew, a thing takes ten times as long to plan as to read.
  const select = new SelectBuilder(new StatementParts(2, undefined, LEVELLED));
  const at = { row: select.alias(), day: sql`shown.day` };
  const number = select.column(sql`asked.number::int`);
  const output = context.object(view, nodes, at, select);
  const rows = visibleRows(context, view, at.row, alias => view.byId!(alias, keptId(view, sql`asked.id`), at.day), select.parts);
  const statement = select.parts.statement(select.text(sql`${ASKED} cross join lateral ${rows}`, sql``));
  return {
    output,
    read: async (run, ids, day) => {
      const found = new Map((await statement.read(run, [ids, day])).map(row => [row[number] as number, row]));
      return ids.map((_, i) => found.get(i + 1));
    },
  };
}

/** Which thing: its type and its row's id. */
export interface Thing {
  readonly type: string;
  readonly id: Id;
}

/** A thing that was read, of whatever type, with the way to show it. */
export interface FoundNode {
  readonly plan: ThingsPlan;
  readonly type: string;
  readonly row: Row;
}

/** Things of several types, one statement a type, sent together. */
export interface NodesPlan {
  /** In the order asked; `undefined` where there is no such thing. */
  read(run: RunContext, things: readonly (Thing | undefined)[], day: LocalDate): Promise<(FoundNode | undefined)[]>;
}

/** What is selected of an interface or a union, planned for each type that it may be. */
export function planNodesOf(context: PlanContext, types: readonly string[], nodes: SelectedField['nodes']): NodesPlan {
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
