import type { Output } from './output.js';
import { PagePlanner, type Within } from './page-plan.js';
import { pageRead } from './page-read.js';
import type { PlanContext, Place, Selected } from './plan-context.js';
import { grouped, type Row, type StatementBuilder } from './statement.js';
import type { ViewField } from './view.js';

/** A page nested under each row of `statement`. */
export function planConnection(
  context: PlanContext,
  declared: Extract<ViewField, { kind: 'page' }>,
  selected: Selected,
  { t, day }: Place,
  statement: StatementBuilder,
): Output {
  const within: Within = { day: 'q.day', parent: { key: 'q.id', where: declared.where } };
  const plan = new PagePlanner(context, declared.view(), selected, within, undefined).plan();
  const found = statement.nest({
    parent: statement.column(declared.parent(t, day)),
    day: statement.column(day),
    readAll: async (run, parents, days) => {
      const keys = [parents, days];
      const [rows, counts] = await Promise.all([plan.rows?.read(run, keys), plan.count?.read(run, keys)]);
      const pages = grouped(rows ?? [], plan.number, parents.length);
      const totals = new Map(counts?.map(row => [row[0], row[1] as number]));
      return pages.map((page, i) => [pageRead(plan, run, page, totals.get(i + 1))]);
    },
  });
  return { text: row => plan.output.text(found(row) as Row), value: row => plan.output.value(found(row) as Row) };
}
