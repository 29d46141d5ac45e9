import { isObjectType, type GraphQLSchema } from 'graphql';
import { showOf } from '../../src/platform/views/root-plan.js';
import type { Planner } from '../../src/platform/views/planner.js';

/**
 * Whether views answer a field: one of a view’s own, a root field that shows a view, or a part of a page.
 * What a finder finds, in an order of its own, and what a method makes is proved by its own tests (test/insight).
 */
export type Declares = (type: string, field: string) => boolean;

const ANSWERED_BY_VIEWS: ReadonlySet<string | undefined> = new Set(['page', 'byId', 'nodes']);

export const isPagePart = (type: string): boolean => /(Edge|Connection)$|^PageInfo$/.test(type);

export function declaredBy(schema: GraphQLSchema, planner: Planner): Declares {
  return (typeName, fieldName) => {
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (!field) return false;
    if (type === schema.getQueryType()) return ANSWERED_BY_VIEWS.has(showOf(field)?.kind);
    const view = planner.viewOf(typeName);
    return isPagePart(typeName) || (view !== undefined && planner.declaredOf(view).includes(fieldName));
  };
}
