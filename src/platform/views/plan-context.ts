import type { Sql } from '../database/sql.js';
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
import type { ArgumentSource, Row, RunContext } from './run.js';
import type { SelectBuilder } from './select-builder.js';
import { restrictionOf } from './scopes.js';
import type { AnyView, ViewField } from './view.js';
import type { Scope, UnitsScope } from './visibility.js';

/** A field that a document selects, by its name in the answer. The selections of several equal fields are merged. */
export interface SelectedField {
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown> | undefined;
  readonly nodes: readonly FieldNode[];
}

/** A planned root field: reads what it needs, and then shows it. */
export interface RootPlan {
  read(run: RunContext): Promise<Row>;
  readonly output: Output;
}

/** The row of an object in a statement: its alias, and the day it is shown on. */
export interface RowContext {
  readonly row: Sql;
  readonly day: Sql;
}

export type PlanObject = (
  context: PlanContext,
  view: AnyView,
  nodes: readonly FieldNode[],
  at: RowContext,
  select: SelectBuilder,
) => Output;

/** Thrown for a document that selects a field which no view declares: graphql-js answers it. */
export class NotDeclared extends Error {}

/**
 * The actions that read views, each with how many units the caller's right reaches. Those that they may do everywhere are there for a known person only,
 * from whom rows can be withheld.
 */
type Breadths = ReadonlyMap<string, Breadth>;

/** What of a caller's sight decides the text of statements. */
export interface Reach {
  readonly breadths: Breadths;
  readonly isPerson: boolean;
}
export type Breadth = 'handful' | 'few' | 'many' | 'whole';

/** A handful of units leads to their rows before any filter does. */
const HANDFUL = 20;
/** Few units, a province with its communes, lead to their rows unless a filter does. With more units, each row of the list is tested. */
const FEW = 500;

/** @param units how many units the right of a caller reaches */
export const breadthOf = (units: number): Breadth => (units <= HANDFUL ? 'handful' : units <= FEW ? 'few' : 'many');

interface PlanInputs {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly views: ReadonlyMap<string, AnyView>;
  /** Fields that upper chapters add, by the type's name. */
  readonly added: ReadonlyMap<string, Readonly<Record<string, ViewField>>>;
  readonly cursors: Cursors;
  readonly scopeOf: (view: AnyView) => Scope;
  readonly reach: Reach;
  /** For graphql-js, which resolves undeclared fields itself: they are passed over, and the columns that their resolvers need are added. */
  readonly partial: boolean;
  /** An input, because pages hold objects and objects hold pages: an import would be circular. */
  readonly planObject: PlanObject;
}

/** What is known while one document is turned into a plan. */
export class PlanContext {
  private readonly inputs: PlanInputs;
  private readonly sources = new Map<FieldNode, ArgumentSource>();
  /** Of the request for which it is planned. */
  private variables: Readonly<Record<string, unknown>>;

  constructor({ variables, ...inputs }: PlanInputs & { readonly variables: Readonly<Record<string, unknown>> }) {
    this.inputs = inputs;
    this.variables = variables;
  }

  /** The plan is made, and is kept for other requests: what this one sent is given up. */
  finish(): void {
    this.variables = {};
  }

  get views(): ReadonlyMap<string, AnyView> {
    return this.inputs.views;
  }

  /** A declared field, of the view or added by an upper chapter; `undefined`: graphql-js resolves it. */
  fieldOf(view: AnyView, name: string): ViewField | undefined {
    return view.fields[name] ?? this.inputs.added.get(view.name)?.[name];
  }

  /** The scope that restricts the caller; `undefined` where they see all rows of the view. */
  restricted(view: AnyView): UnitsScope | undefined {
    const scope = this.inputs.scopeOf(view);
    if (scope.kind === 'open' || !this.inputs.reach.breadths.has(scope.action)) return undefined;
    return restrictionOf(scope, { isWhole: this.breadthOf(scope) === 'whole', isPerson: this.inputs.reach.isPerson });
  }

  breadthOf({ action }: UnitsScope): Breadth {
    return this.inputs.reach.breadths.get(action)!;
  }

  /** The object types that something of this type can be. */
  possibleTypes(type: GraphQLOutputType): string[] {
    const named = getNamedType(type);
    return isAbstractType(named) ? this.inputs.schema.getPossibleTypes(named).map(({ name }) => name) : [named.name];
  }

  get cursors(): Cursors {
    return this.inputs.cursors;
  }

  get partial(): boolean {
    return this.inputs.partial;
  }

  /** Plans the fields selected on one object of a view as columns of `select`. */
  object(view: AnyView, nodes: readonly FieldNode[], at: RowContext, select: SelectBuilder): Output {
    return this.inputs.planObject(this, view, nodes, at, select);
  }

  /** @throws NotDeclared where the schema has no such object type. */
  objectType(name: string): GraphQLObjectType {
    const type = this.inputs.schema.getType(name);
    if (!isObjectType(type)) throw new NotDeclared(name);
    return type;
  }

  /** The fields selected on an object type, in the order of the document. `__typename` has no field. */
  select(type: GraphQLObjectType, nodes: readonly FieldNode[]): SelectedField[] {
    const fields = collectSubfields(this.inputs.schema, { ...this.inputs.fragments }, this.variables, type, [...nodes]);
    return [...fields].map(([key, found]) => ({ key, field: type.getFields()[found[0]!.name.value], nodes: found }));
  }

  /** The arguments of a field: now, for the shape of the plan, and at each run. */
  argumentsOf({ field, nodes: [node] }: SelectedField): { now: Readonly<Record<string, unknown>>; source: ArgumentSource } {
    let source = this.sources.get(node!);
    if (!source) {
      source = { read: variables => getArgumentValues(field!, node!, variables) };
      this.sources.set(node!, source);
    }
    return { now: source.read(this.variables), source };
  }
}
