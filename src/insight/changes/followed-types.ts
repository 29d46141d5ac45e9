import { Inject, Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isInterfaceType } from 'graphql';
import { VIEWS, type AnyView, type Views } from '../../platform/views/view.js';
import { EFFECTS, NOT_FOLLOWED } from './change-effects.js';
import { ChangesErrors } from './changes.errors.js';

/** The types whose changes can be followed: all with an id for `node`, but those of `NOT_FOLLOWED`. */
@Injectable()
export class FollowedTypes {
  private known: ReadonlyMap<string, AnyView> | undefined;

  constructor(
    private readonly host: GraphQLSchemaHost,
    @Inject(VIEWS) private readonly views: Views,
  ) {}

  /** @throws CHANGES_TYPE_UNKNOWN. @returns the views of the named types, or of all, in the order of their names. */
  of(names: readonly string[] | null | undefined): ReadonlyMap<string, AnyView> {
    const known = (this.known ??= this.find());
    if (!names) return known;
    for (const type of names) if (!known.has(type)) throw ChangesErrors.CHANGES_TYPE_UNKNOWN({ type, known: [...known.keys()] }).at('types');
    return new Map([...known].filter(([name]) => names.includes(name)));
  }

  /** The types of the objects that entries of the trail name, where they can change one of `types`. */
  sourcesOf(types: ReadonlyMap<string, AnyView>): string[] {
    const affecting = Object.entries(EFFECTS).flatMap(([source, { changes = {}, resync = [], sight = [] }]) =>
      [...Object.keys(changes), ...resync, ...sight].some(type => types.has(type)) ? [source] : [],
    );
    return [...new Set([...types.keys(), ...affecting])];
  }

  private find(): ReadonlyMap<string, AnyView> {
    const { schema } = this.host;
    const node = schema.getType('Node');
    const nodes = new Set(isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : []);
    const followed = this.views.views.filter(({ name, byId }) => byId && nodes.has(name) && !(name in NOT_FOLLOWED));
    return new Map(followed.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(view => [view.name, view]));
  }
}
