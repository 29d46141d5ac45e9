import {
  Kind,
  TypeInfo,
  getNamedType,
  getNullableType,
  isListType,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { PRICE, WEIGHT, type Price } from './cost.js';

/** A field selected by the document. */
export interface RequestedField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Whether its arguments contain no variables, so that they are the same in every request. */
  readonly fixed: boolean;
}

/** How many rows a list can return, and the lists nested in it. A list without pages counts as `ROWS_OF_UNPAGED_LIST` rows. */
export interface RowCost {
  /** The field whose argument `first` is the number of rows; absent: `times` is. */
  readonly paged: RequestedField | undefined;
  /** A field with a price of its own (`Costs`), instead of a list. */
  readonly priced?: { readonly requested: RequestedField; readonly price: Price };
  /** A list of which the argument `ids` names the rows. */
  readonly named?: RequestedField;
  readonly times: number;
  readonly nested: readonly RowCost[];
}

const ROWS_OF_UNPAGED_LIST = 10;

/** Properties of an operation that do not depend on variables; computed once for each cached document. */
export interface OperationFacts {
  readonly fields: readonly RequestedField[];
  readonly depth: number;
  /** Counted with fragments expanded, as are `objects` and `pages`. */
  readonly aliases: number;
  readonly directives: number;
  /** Fields with a selection of their own: each becomes a join or a subquery. */
  readonly objects: number;
  /** Fields with the argument `first`: each becomes a subquery for its rows and another for their count. */
  readonly pages: number;
  readonly roots: number;
  readonly rows: readonly RowCost[];
}

type Tally = Pick<OperationFacts, 'aliases' | 'objects' | 'pages'>;

/** What the gate has to know of an operation, with its fragments opened. The values of variables are not looked at. */
export function operationFacts(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): OperationFacts {
  return new OperationReader(schema, document, operation).read();
}

class OperationReader {
  private readonly requested = new Map<FieldNode, RequestedField>();
  private readonly fragments = new Map<string, SelectionSetNode>();
  private readonly depths = new Map<string, number>();
  private readonly tallies = new Map<string, Tally>();
  private directives = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition.selectionSet);
    }
  }

  read(): OperationFacts {
    this.visitFields();
    const { selectionSet } = this.operation;
    return {
      fields: [...this.requested.values()],
      depth: this.depthOf(selectionSet),
      ...this.tallyOf(selectionSet),
      directives: this.directives,
      roots: this.fieldsOf(selectionSet).length,
      rows: this.rowsOf(selectionSet),
    };
  }

  /** Visits every field of the operation and of all fragments: validation has refused unused fragments. */
  private visitFields(): void {
    const types = new TypeInfo(this.schema);
    const definitions = this.document.definitions.filter(
      definition => definition === this.operation || definition.kind === Kind.FRAGMENT_DEFINITION,
    );
    const enter = visitWithTypeInfo(types, {
      Field: node => {
        const field = types.getFieldDef();
        if (field) this.requested.set(node, { field, node, fixed: !holdsVariable(node) });
      },
      Directive: () => void this.directives++,
    });
    visit({ ...this.document, definitions }, enter);
  }

  /** The fields of a selection, fragments expanded. Validation has refused cyclic fragments. */
  private fieldsOf(selection: SelectionSetNode): FieldNode[] {
    return selection.selections.flatMap(node => {
      if (node.kind === Kind.FIELD) return [node];
      return this.fieldsOf(node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : this.fragments.get(node.name.value)!);
    });
  }

  private depthOf(selection: SelectionSetNode): number {
    let deepest = 0;
    for (const node of selection.selections) {
      let depth = 0;
      if (node.kind === Kind.INLINE_FRAGMENT) depth = this.depthOf(node.selectionSet);
      else if (node.kind === Kind.FRAGMENT_SPREAD) depth = this.depthOfFragment(node.name.value);
      else if (!node.name.value.startsWith('__')) depth = 1 + (node.selectionSet ? this.depthOf(node.selectionSet) : 0);
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  private depthOfFragment(name: string): number {
    let depth = this.depths.get(name);
    if (depth === undefined) this.depths.set(name, (depth = this.depthOf(this.fragments.get(name)!)));
    return depth;
  }

  private tallyOf(selection: SelectionSetNode): Tally {
    let [aliases, objects, pages] = [0, 0, 0];
    for (const node of selection.selections) {
      const inner =
        node.kind === Kind.FRAGMENT_SPREAD ? this.tallyOfFragment(node.name.value) : node.selectionSet && this.tallyOf(node.selectionSet);
      aliases += inner?.aliases ?? 0;
      objects += inner?.objects ?? 0;
      pages += inner?.pages ?? 0;
      if (node.kind !== Kind.FIELD) continue;
      if (node.alias) aliases++;
      if (node.selectionSet) objects++;
      if (isPage(this.requested.get(node))) pages++;
    }
    return { aliases, objects, pages };
  }

  private tallyOfFragment(name: string): Tally {
    let tally = this.tallies.get(name);
    if (!tally) this.tallies.set(name, (tally = this.tallyOf(this.fragments.get(name)!)));
    return tally;
  }

  private rowsOf(selection: SelectionSetNode): RowCost[] {
    return this.fieldsOf(selection).flatMap(node => {
      const requested = this.requested.get(node);
      if (!requested || !node.selectionSet) return [];
      const price = requested.field.extensions[PRICE] as Price | undefined;
      if (price) return [{ paged: undefined, priced: { requested, price }, times: 1, nested: [] }];
      const nested = this.rowsOf(node.selectionSet);
      const weight = requested.field.extensions[WEIGHT] as Price | undefined;
      const weighed: RowCost[] = weight ? [{ paged: undefined, priced: { requested, price: weight }, times: 1, nested: [] }] : [];
      if (isPage(requested)) return [...weighed, { paged: requested, times: 1, nested }];
      if (requested.field.args.some(({ name }) => name === 'ids')) return [{ paged: undefined, named: requested, times: 1, nested }];
      // The rows of a page are counted at the field with `first`; `edges` and `nodes` return the same rows.
      const isPagePart = /^(edges|nodes)$/.test(requested.field.name) && requested.field.args.length === 0;
      const { type } = requested.field;
      if (!isPagePart && isListType(getNullableType(type)) && !getNamedType(type).name.startsWith('__')) {
        return [{ paged: undefined, times: ROWS_OF_UNPAGED_LIST, nested }];
      }
      return nested;
    });
  }
}

const isPage = (requested: RequestedField | undefined): boolean => requested?.field.args.some(({ name }) => name === 'first') ?? false;

function holdsVariable(node: FieldNode): boolean {
  let found = false;
  for (const argument of node.arguments ?? []) visit(argument, { Variable: () => void (found = true) });
  return found;
}
