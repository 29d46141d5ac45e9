import type { FieldNode, GraphQLFieldResolver } from 'graphql';

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** What was made in a request, by its context and the place of the field in the document. */
const made = new WeakMap<object, Map<FieldNode, unknown>>();

/**
 * The method of a field, called once in a request: what it refuses after it has counted all rows is refused again by graphql-js, which places the error in the
 * answer, and is not counted again.
 */
export const madeOnce =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    const known = made.get(context as object) ?? new Map<FieldNode, unknown>();
    made.set(context as object, known);
    const [node] = info.fieldNodes;
    if (!known.has(node!)) known.set(node!, resolve(source, args, context, info));
    return known.get(node!);
  };
