import {
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { Cursors } from '../graphql/cursor.js';
import type { Output } from './output.js';
import type { ArgumentSource, Row, RunContext, StatementBuilder } from './statement.js';
import type { AnyView, Scope, Sql, ViewField } from './view.js';

/** A field that a document selects, under the name it answers to; several spellings of one are merged. */
export interface Selected {
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown> | undefined;
  readonly nodes: readonly FieldNode[];
}

/** A planned root field: reads what it needs, and then shows it. */
export interface RootPlan {
  read(run: RunContext): Promise<Row>;
  readonly output: Output;
}

/** Where an object stands in a statement: the name of its row and the day it is shown on. */
export interface Place {
  readonly t: Sql;
  readonly day: Sql;
}

export type PlanObject = (
  context: PlanContext,
  view: AnyView,
  nodes: readonly FieldNode[],
  place: Place,
  statement: StatementBuilder,
) => Output;

/** Thrown where a document asks for something no view declares; graphql-js answers such documents. */
export class NotDeclared extends Error {}

/** Which of the rights that views are read by the asker has not for the whole registry, and how many units each reaches. */
export type Breadths = ReadonlyMap<string, Breadth>;
export type Breadth = 'handful' | 'few' | 'many';

/** What belongs to a handful of units is looked up before anything else is asked of it. */
const HANDFUL = 20;
/** A province with its communes is few: unless a filter leads to rows, theirs are looked up unit by unit. Of more, each row that is met is asked. */
const FEW = 500;

export const breadthOf = (units: number): Breadth => (units <= HANDFUL ? 'handful' : units <= FEW ? 'few' : 'many');

interface Known {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly views: ReadonlyMap<string, AnyView>;
  /** Fields given to a type from above, by the type's name. */
  readonly added: ReadonlyMap<string, Readonly<Record<string, ViewField>>>;
  readonly cursors: Cursors;
  readonly scopeOf: (view: AnyView) => Scope;
  readonly reach: Breadths;
  /** For graphql-js, which resolves undeclared fields itself: they are passed over instead of refused, and what their resolvers need is carried. */
  readonly beside: boolean;
  /** Given, because pages hold objects and objects hold pages. */
  readonly planObject: PlanObject;
}

/** What is known while one document is turned into a plan. */
export class PlanContext {
  private readonly sources = new Map<FieldNode, ArgumentSource>();

  constructor(private readonly known: Known) {}

  get views(): ReadonlyMap<string, AnyView> {
    return this.known.views;
  }

  fieldOf(view: AnyView, name: string): ViewField | undefined {
    return view.fields[name] ?? this.known.added.get(view.name)?.[name];
  }

  /** By which units the asker sees the view's rows; `undefined` where they see all of them. */
  restricted(view: AnyView): Extract<Scope, { kind: 'units' }> | undefined {
    const scope = this.known.scopeOf(view);
    return scope.kind === 'open' || !this.known.reach.has(scope.action) ? undefined : scope;
  }

  breadthOf({ action }: Extract<Scope, { kind: 'units' }>): Breadth {
    return this.known.reach.get(action)!;
  }

  /** The object types that something of this type can be. */
  possibleTypes(type: GraphQLOutputType): string[] {
    const named = getNamedType(type);
    return isAbstractType(named) ? this.known.schema.getPossibleTypes(named).map(({ name }) => name) : [named.name];
  }

  get cursors(): Cursors {
    return this.known.cursors;
  }

  get beside(): boolean {
    return this.known.beside;
  }

  /** Plans the fields selected on one object of a view, at its place in a statement. */
  object(view: AnyView, nodes: readonly FieldNode[], place: Place, statement: StatementBuilder): Output {
    return this.known.planObject(this, view, nodes, place, statement);
  }

  objectType(name: string): GraphQLObjectType {
    const type = this.known.schema.getType(name);
    if (!isObjectType(type)) throw new NotDeclared(name);
    return type;
  }

  /** The fields selected on an object type, in the order of the document. `__typename` has no field. */
  select(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selected[] {
    const fields = collectSubfields(this.known.schema, { ...this.known.fragments }, this.known.variables, type, [...nodes]);
    return [...fields].map(([key, found]) => ({ key, field: type.getFields()[found[0]!.name.value], nodes: found }));
  }

  /** The arguments of a field: now, for the shape of the plan, and at each run. */
  argumentsOf({ field, nodes: [node] }: Selected): { now: Readonly<Record<string, unknown>>; source: ArgumentSource } {
    let source = this.sources.get(node!);
    if (!source) {
      source = { read: variables => getArgumentValues(field!, node!, variables) };
      this.sources.set(node!, source);
    }
    return { now: source.read(this.known.variables), source };
  }
}
