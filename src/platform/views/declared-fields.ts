import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from '../graphql/context.js';
import { madeOnce } from './made-once.js';
import { TYPENAME } from './nodes-plan.js';
import { showOf } from './root-plan.js';
import type { Planner, Viewer } from './planner.js';

/** Reads what the planner has put under the field's own key: aliases with other arguments are other values. */
const fromSource = (source: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo): unknown =>
  (source as Record<string, unknown>)[info.path.key];

/**
 * Gives every field that a view declares its one resolver, and every root field that shows a view the planner.
 * @throws when a view declares a field that its type does not have: the program must not start.
 */
export function connectDeclaredFields(schema: GraphQLSchema, planner: Planner): GraphQLSchema {
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isUnionType(type) || (isInterfaceType(type) && type.name === 'Node'))
      type.resolveType = value => (value as { [TYPENAME]: string })[TYPENAME];
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    if (type.name === schema.getQueryType()?.name) connectRoots(type, planner);
    else if (planner.viewOf(type.name)) connectView(type, planner);
    else if (isPageType(type, planner)) for (const field of Object.values(type.getFields())) field.resolve = fromSource;
    else if (!roots.has(type.name)) connectShown(type, planner);
  }
  return schema;
}

function connectRoots(query: GraphQLObjectType, planner: Planner): void {
  for (const field of Object.values(query.getFields())) {
    const show = showOf(field);
    if (show?.kind === 'made') field.resolve = madeOnce(field.resolve!);
    else if (show) field.resolve = (_source, _args, context, info) => planner.resolveRoot(info, viewerOf(context));
  }
}

function connectView(type: GraphQLObjectType, planner: Planner): void {
  const fields = type.getFields();
  for (const name of planner.declaredOf(planner.viewOf(type.name)!)) {
    if (!fields[name]) throw new Error(`The view of ${type.name} declares “${name}”, which the schema does not have.`);
    fields[name].resolve = fromSource;
  }
}

/** Connections, edges and page information: what a planned page is made of. */
function isPageType(type: GraphQLObjectType, planner: Planner): boolean {
  if (type.name === 'PageInfo') return true;
  const { node, nodes } = type.getFields();
  const shown = node ?? nodes;
  if (!/(Edge|Connection)$/.test(type.name) || !shown) return false;
  const inner = getNamedType(shown.type);
  return (isUnionType(inner) ? inner.getTypes() : [inner]).every(({ name }) => planner.viewOf(name) !== undefined);
}

/** A field of any other type that shows a thing of a view, a mutation's answer above all: its resolver gives the row's id, the planner the rest. */
function connectShown(type: GraphQLObjectType, planner: Planner): void {
  for (const field of Object.values(type.getFields())) {
    const view = planner.viewOf(getNamedType(field.type).name);
    if (view?.byId) connectShownField(field, view, planner);
  }
}

function connectShownField(
  field: GraphQLField<unknown, unknown>,
  view: NonNullable<ReturnType<Planner['viewOf']>>,
  planner: Planner,
): void {
  field.resolve = (source, _args, context, info) => {
    const id = (source as Record<string, unknown>)[field.name] as string | null | undefined;
    return id === null || id === undefined ? null : planner.resolveById(view, id, info, viewerOf(context));
  };
}

const viewerOf = (context: unknown): Viewer => context as RequestContext;
