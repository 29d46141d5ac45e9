import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isInterfaceType } from 'graphql';
import { Planner } from '../../platform/views/planner.js';
import type { AnyView } from '../../platform/views/view.js';
import { EFFECTS, NOT_FOLLOWED } from './change-effects.js';
import { ChangesErrors } from './changes.errors.js';

/** The types whose changes can be followed: all with an id for `node`, but those of `NOT_FOLLOWED`. */
@Injectable()
export class FollowedTypes {
  private known: ReadonlyMap<string, AnyView> | undefined;

  constructor(
    private readonly modules: ModuleRef,
    private readonly planner: Planner,
  ) {}

  /** @throws CHANGES_TYPE_UNKNOWN. @returns the views of the named types, or of all, in the order of their names. */
  of(names: readonly string[] | null | undefined): ReadonlyMap<string, AnyView> {
    const known = (this.known ??= this.find());
    if (!names) return known;
    for (const type of names)
      if (!known.has(type)) throw ChangesErrors.CHANGES_TYPE_UNKNOWN({ type, known: [...known.keys()] }).at('types');
    return new Map([...known].filter(([name]) => names.includes(name)));
  }

  /** The types of the objects that entries of the trail name, where they can change one of `types`. */
  sourcesOf(types: ReadonlyMap<string, AnyView>): string[] {
    const affecting = Object.entries(EFFECTS).flatMap(([source, { changes = {}, sight = [] }]) =>
      [...Object.keys(changes), ...sight].some(type => types.has(type)) ? [source] : [],
    );
    return [...new Set([...types.keys(), ...affecting])];
  }

  private find(): ReadonlyMap<string, AnyView> {
    // The schema is built after the modules: it is asked for when the first client comes.
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    const node = schema.getType('Node');
    const names = isInterfaceType(node)
      ? schema
          .getPossibleTypes(node)
          .map(({ name }) => name)
          .toSorted()
      : [];
    return new Map(
      names.flatMap(name => {
        const view = this.planner.viewOf(name);
        return view?.byId && !(name in NOT_FOLLOWED) ? [[name, view] as const] : [];
      }),
    );
  }
}
