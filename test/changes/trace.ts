import type { GraphQLObjectType } from 'graphql';
import type { TestRegistry } from '../support/test-registry.js';

/** What a command leaves behind: the version of the object, if its type has one, and the number of entries in the trail about it. */
export interface Trace {
  readonly version: number | undefined;
  readonly entries: number;
}

export const traceOf =
  (registry: TestRegistry, id: string, type: Pick<GraphQLObjectType, 'name' | 'getFields'>) => async (): Promise<Trace> => {
    const version = 'version' in type.getFields() ? `node(id: $id) { ... on ${type.name} { version } }` : '';
    const { node, auditEntries } = await registry.as.everyRole.get(
      `query ($id: ID!) { auditEntries(filter: { objectId: $id }) { totalCount } ${version} }`,
      { id },
    );
    return { version: node?.version, entries: auditEntries.totalCount };
  };
