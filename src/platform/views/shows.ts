import { Extensions } from '@nestjs/graphql';
import type { Finder } from './finder.js';
import type { AnyView } from './view.js';

/** How a root field answers from a view. */
export type RootShow =
  | { readonly kind: 'page'; readonly view: AnyView }
  | { readonly kind: 'byId'; readonly view: AnyView }
  /** The things with the argument `id` or `ids`, of any type. */
  | { readonly kind: 'nodes' }
  /** Things of several types in an order of their own. */
  | { readonly kind: 'found'; readonly find: Finder }
  /** What the method of the field makes. */
  | { readonly kind: 'made' };

export const SHOWS = 'shows';

/** This root field is a page of the view's list; its arguments are `filter`, `orderBy`, `first`, `after` and, where it has one, `asOf`. */
export const ShowsPage = (view: AnyView): MethodDecorator => shows({ kind: 'page', view });

/** This root field is the one thing with the argument `id`, on the day `asOf`. */
export const ShowsOne = (view: AnyView): MethodDecorator => shows({ kind: 'byId', view });

export const ShowsNodes = (): MethodDecorator => shows({ kind: 'nodes' });

/** This root field is a page of what `find` finds: a connection whose nodes are a union of views' types. */
export const ShowsFound = (find: Finder): MethodDecorator => shows({ kind: 'found', find });

/** This root field is what its method makes, of plain objects: no field below it has a resolver. It is written at once, not field by field. */
export const ShowsMade = (): MethodDecorator => shows({ kind: 'made' });

/**
 * The body of a method whose answer a view declares: the method gives name, arguments and rights, the planner answers.
 * @throws always: being called would mean that the schema was built without its declared fields.
 */
export function declared(): never {
  throw new Error('A declared field was resolved by its method.');
}

const shows =
  (show: RootShow): MethodDecorator =>
  (target, key, descriptor) =>
    (Extensions({ [SHOWS]: show }) as MethodDecorator)(target, key, descriptor);
