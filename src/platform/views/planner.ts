import { Inject, Injectable } from '@nestjs/common';
import {
  Kind,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import type { Id } from '../../shared/ids.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Language } from '../../shared/language.js';
import { unitsAndOwnIds, type Sight } from '../access/sight.js';
import { Database } from '../database/database.js';
import { DomainError } from '../errors/domain-error.js';
import { Cursors } from '../graphql/cursor.js';
import { planObject } from './object-plan.js';
import { planByIds } from './nodes-plan.js';
import { planRoot } from './root-plan.js';
import { constant, type Output } from './output.js';
import { NotDeclared, PlanContext, breadthOf, type Breadth, type Reach, type SelectedField, type RootPlan } from './plan-context.js';
import { QueryRunner, type QuerySession } from './query-runner.js';
import { Scopes } from './scopes.js';
import { statementName } from '../database/prepared-statements.js';
import type { ArgumentSource, Row, RunContext } from './run.js';
import { SKEWED, VIEWS, type AnyView, type ViewField, type Views } from './view.js';

type Variables = Readonly<Record<string, unknown>>;

/** A whole operation, planned: every root field is answered from views. */
export interface OperationPlan {
  readonly roots: readonly { readonly prefix: string; readonly plan: RootPlan | undefined; readonly output: Output }[];
  /** Whether its statements are prepared at their first run. */
  readonly trusted: boolean;
}

/** What an answer depends on besides the document: what the caller sees, and in which language labels are shown. */
export interface Viewer {
  readonly sight: Sight;
  readonly language: Language;
}

/** A snapshot of the database (`QueryRunner.snapshot`), and the day on which it was begun. */
export interface Moment {
  readonly session: Pick<QuerySession, 'rows'>;
  readonly today: LocalDate;
}

/** Turns the declared fields that a document selects into statements, and runs them. */
@Injectable()
export class Planner {
  private readonly views: ReadonlyMap<string, AnyView>;
  private readonly added = new Map<string, Readonly<Record<string, ViewField>>>();
  /** The actions by which views with a scope are read. */
  private readonly actions: readonly string[];
  /** Those by which a right for the whole registry does not show every row either. */
  private readonly ofAll: ReadonlySet<string>;
  private readonly restricted = new WeakMap<Sight, readonly string[]>();

  constructor(
    private readonly db: Database,
    private readonly cursors: Cursors,
    private readonly queries: QueryRunner,
    private readonly scopes: Scopes,
    @Inject(VIEWS) { views, extensions }: Views,
  ) {
    this.views = new Map(views.map(view => [view.name, view]));
    this.actions = [...new Set(views.flatMap(({ scope }) => (scope.kind === 'units' ? [scope.action] : [])))];
    this.ofAll = new Set(views.flatMap(({ scope }) => (scope.kind === 'units' && scope.withheldFromAll ? [scope.action] : [])));
    for (const { type, fields } of extensions) this.added.set(type, { ...this.added.get(type), ...fields });
  }

  /** The view of a GraphQL type; `undefined`: it has none. */
  viewOf(type: string): AnyView | undefined {
    return this.views.get(type);
  }

  /** The names of a type's declared fields. */
  declaredOf(view: AnyView): string[] {
    return [...Object.keys(view.fields), ...Object.keys(this.added.get(view.name) ?? {})];
  }

  /** @throws NotDeclared when some field of the operation is answered by a resolver. */
  plan(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
    reach: Reach,
    trusted: boolean,
  ): OperationPlan {
    const fragments = fragmentsOf(document);
    const context = this.context(schema, fragments, variables, reach, false);
    const query = schema.getQueryType()!;
    const fields = collectFields(schema, fragments, variables, query, operation.selectionSet);
    const roots = [...fields].map(([key, nodes], i) => {
      const prefix = `${i === 0 ? '' : ','}${JSON.stringify(key)}:`;
      const name = nodes[0]!.name.value;
      if (name === TypeNameMetaFieldDef.name) return { prefix, plan: undefined, output: constant(query.name) };
      const field = query.getFields()[name];
      // Introspection has its fields at the root, though they are not the query type's own.
      if (!field) throw new NotDeclared(name);
      const plan = planRoot(context, { key, field, nodes });
      return { prefix, plan, output: plan.output };
    });
    context.finish();
    return { roots, trusted };
  }

  /** The answer's data as JSON text. @param moment for many answers that all show the same moment. */
  async text({ roots, trusted }: OperationPlan, variables: Variables, viewer: Viewer, moment?: Moment): Promise<string> {
    const run = this.run(variables, viewer, trusted, moment);
    const rows = await allRead(roots.map(({ plan }) => plan?.read(run)));
    let text = '{';
    roots.forEach(({ prefix, output }, i) => (text += prefix + output.text(rows[i] ?? [])));
    return `${text}}`;
  }

  /** One declared root field for graphql-js, which continues with the value. */
  async resolveRoot(info: GraphQLResolveInfo, viewer: Viewer): Promise<unknown> {
    const plan = planRoot(await this.contextOf(info, viewer.sight), this.selected(info));
    return plan.output.value(await plan.read(this.run(info.variableValues, viewer, false)));
  }

  /** A thing by its row's id, for graphql-js: what a mutation shows of what it has changed. */
  async resolveById(view: AnyView, id: Id, info: GraphQLResolveInfo, viewer: Viewer): Promise<unknown> {
    const plan = planByIds(await this.contextOf(info, viewer.sight), view, info.fieldNodes);
    const run = this.run(info.variableValues, viewer, false);
    const [row] = await plan.read(run, [id], run.today);
    return row ? plan.output.value(row) : null;
  }

  /** What of a caller's sight decides the text of statements. */
  async reachOf(sight: Sight): Promise<Reach> {
    const { isPerson } = sight;
    let restricted = this.restricted.get(sight);
    if (!restricted)
      this.restricted.set(
        sight,
        (restricted = this.actions.filter(action => isPerson || this.ofAll.has(action) || !sight.isWhole(action))),
      );
    if (restricted.length === 0) return WHOLE;
    const breadths = restricted.map(async (action): Promise<[string, Breadth]> => [
      action,
      sight.isWhole(action) ? 'whole' : breadthOf(await sight.countOf(action)),
    ]);
    return { breadths: new Map(await Promise.all(breadths)), isPerson };
  }

  private async contextOf(info: GraphQLResolveInfo, sight: Sight): Promise<PlanContext> {
    return this.context(info.schema, info.fragments, info.variableValues, await this.reachOf(sight), true);
  }

  private selected(info: GraphQLResolveInfo): SelectedField {
    return { key: String(info.path.key), field: info.parentType.getFields()[info.fieldName], nodes: info.fieldNodes };
  }

  private context(
    schema: GraphQLSchema,
    fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    variables: Variables,
    reach: Reach,
    partial: boolean,
  ): PlanContext {
    return new PlanContext({
      schema,
      fragments,
      variables,
      views: this.views,
      added: this.added,
      cursors: this.cursors,
      scopeOf: view => this.scopes.of(view, reach.isPerson),
      reach,
      partial,
      planObject,
    });
  }

  private run(variables: Variables, viewer: Viewer, trusted: boolean, moment?: Moment): RunContext {
    const { sight, language } = viewer;
    const session = moment?.session ?? this.queries.session();
    const known = new Map<ArgumentSource, Readonly<Record<string, unknown>>>();
    return {
      today: moment?.today ?? this.db.today(),
      language,
      context: viewer,
      unitsOf: action => sight.unitsOf(action),
      reach: async action => (sight.isWhole(action) ? 'everywhere' : sight.unitsOf(action)),
      unitsAndSelf: action => unitsAndOwnIds(sight, action),
      query: (statement, values) =>
        session.rows(statement, values, statement.spread === SKEWED ? 'never' : trusted ? 'at once' : 'in time'),
      runQuery: (text, values, spread) => session.rows({ text, name: statementName(text) }, values, spread ? 'never' : 'in time'),
      argumentsOf: source => {
        let args = known.get(source);
        if (!args) known.set(source, (args = source.read(variables)));
        return args;
      },
    };
  }
}

/**
 * All of them, when each has ended: nothing goes on for a request that is answered already. @throws why one of them failed; that it took too long, if that is
 * a reason.
 */
async function allRead(reads: readonly (Promise<Row> | undefined)[]): Promise<(Row | undefined)[]> {
  const ended = await Promise.allSettled(reads);
  const reasons = ended.flatMap(one => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (reasons.length > 0) throw reasons.find(reason => reason instanceof DomainError && reason.code === 'TOO_SLOW') ?? reasons[0];
  return ended.map(one => (one as PromiseFulfilledResult<Row | undefined>).value);
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

const WHOLE: Reach = { breadths: new Map(), isPerson: false };
