import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import type { LocalDate } from '../../shared/dates.js';
import type { Finder, FinderResult, Hit, FinderRequest } from './finder.js';
import { givenOutput } from './given-output.js';
import { nodeText, nodeValue, planNodesOf, type FoundNode, type NodesPlan } from './nodes-plan.js';
import { constant, listOutput, objectOutput, type Output } from './output.js';
import type { PlanContext, RootPlan, SelectedField } from './plan-context.js';
import type { Row, RunContext } from './run.js';
import { SKEWED } from './view.js';

/** The first column of a hit's row is the hit; its nodes follow, one for each selection of it. */
const hitOf = (row: Row): Hit => row[0] as Hit;

interface Page {
  readonly rows: readonly Row[];
  readonly found: FinderResult;
  readonly after: boolean;
}
const pageOf = (row: Row): Page => row[0] as Page;

/** A page of what a finder finds. The hits are found first; then the things of each type are read, as they were on the day. */
export function planFound(context: PlanContext, finder: Finder, selected: SelectedField, dayOf: (run: RunContext) => LocalDate): RootPlan {
  const planner = new FinderPlanner(context, finder, selected);
  const { source } = context.argumentsOf(selected);
  const read = async (run: RunContext): Promise<Row> => {
    const args = run.argumentsOf(source);
    const given = (args.after as string | null | undefined) ?? undefined;
    const request: FinderRequest = {
      args,
      selectedFields: planner.selectedFields,
      day: dayOf(run),
      language: run.language,
      // Words differ too much in how many names hold them for one plan to serve all.
      runQuery: (text, values) => run.runQuery(text, values, SKEWED),
      sightOf: async view => {
        const scope = context.restricted(view);
        if (!scope) return undefined;
        const units = await (scope.includesSelf ? run.unitsAndSelf(scope.action) : run.unitsOf(scope.action));
        return {
          units,
          few: !scope.isTested && ['handful', 'few'].includes(context.breadthOf(scope)),
          paths: scope.paths,
          withheld: scope.withheld,
        };
      },
      reach: action => run.reach(action),
      after: order => (given === undefined ? undefined : context.cursors.read(given, order)),
    };
    const found = await finder.find(request);
    return [{ rows: await planner.rows(run, found.hits, request.day), found, after: given !== undefined }];
  };
  return { read, output: planner.output };
}

class FinderPlanner {
  readonly selectedFields: ReadonlySet<string>;
  readonly output: Output;
  private readonly nodes: NodesPlan[] = [];
  private readonly type: GraphQLObjectType;

  constructor(
    private readonly context: PlanContext,
    private readonly finder: Finder,
    selected: SelectedField,
  ) {
    this.type = getNamedType(selected.field!.type) as GraphQLObjectType;
    const fields = context.select(this.type, selected.nodes);
    this.selectedFields = new Set(fields.flatMap(field => this.selectedIn(field)));
    this.output = objectOutput(fields.map(field => [field.key, this.field(field)]));
  }

  /** One row for each hit. A thing that was deleted since it was found is left out. */
  async rows(run: RunContext, hits: readonly Hit[], day: LocalDate): Promise<Row[]> {
    const nodes = await Promise.all(this.nodes.map(plan => plan.read(run, hits, day)));
    return hits.map((hit, i): Row => [hit, ...nodes.map(found => found[i])]).filter(row => !row.includes(undefined));
  }

  private selectedIn({ field, nodes }: SelectedField): string[] {
    if (!field) return [];
    const type = getNamedType(field.type);
    if (['nodes', 'pageInfo'].includes(field.name)) return ['hits'];
    const inner = isObjectType(type) ? this.context.select(type, nodes) : [];
    return [
      field.name === 'edges' ? 'hits' : field.name,
      ...inner.flatMap(within => (within.field ? [`${field.name}.${within.field.name}`] : [])),
    ];
  }

  private field(selected: SelectedField): Output {
    const { field } = selected;
    switch (field?.name) {
      case undefined:
        return constant(this.type.name);
      case 'edges':
        return listOutput(row => pageOf(row).rows, this.edge(selected));
      case 'nodes':
        return listOutput(row => pageOf(row).rows, this.node(selected));
      case 'pageInfo':
        return this.pageInfo(selected);
      default:
        return givenOutput(this.context, selected, row => pageOf(row).found.own[field!.name]);
    }
  }

  private edge(selected: SelectedField): Output {
    const type = getNamedType(selected.field!.type) as GraphQLObjectType;
    const fields = this.context.select(type, selected.nodes).map((edge): [string, Output] => {
      const { key, field } = edge;
      if (!field) return [key, constant(type.name)];
      if (field.name === 'node') return [key, this.node(edge)];
      if (field.name === 'cursor') return [key, givenOutput(this.context, edge, row => this.cursor(hitOf(row)))];
      return [key, givenOutput(this.context, edge, row => hitOf(row).own[field.name])];
    });
    return objectOutput(fields);
  }

  private node({ nodes }: SelectedField): Output {
    const slot = this.nodes.push(planNodesOf(this.context, this.finder.types, nodes));
    return { text: row => nodeText(row[slot] as FoundNode), value: row => nodeValue(row[slot] as FoundNode) };
  }

  private cursor(hit: Hit): string {
    return this.context.cursors.write(hit.cursor);
  }

  private pageInfo(selected: SelectedField): Output {
    const type = getNamedType(selected.field!.type) as GraphQLObjectType;
    const cursorAt = (row: Row | undefined): string | null => (row ? this.cursor(hitOf(row)) : null);
    const values: Readonly<Record<string, (page: Page) => unknown>> = {
      hasNextPage: page => page.found.more,
      hasPreviousPage: page => page.after,
      startCursor: page => cursorAt(page.rows[0]),
      endCursor: page => cursorAt(page.rows.at(-1)),
    };
    return objectOutput(
      this.context.select(type, selected.nodes).map((inner): [string, Output] => {
        if (!inner.field) return [inner.key, constant(type.name)];
        const value = values[inner.field.name]!;
        return [inner.key, givenOutput(this.context, inner, row => value(pageOf(row)))];
      }),
    );
  }
}
