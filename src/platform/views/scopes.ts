import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import { Rights } from '../access/rights.js';
import { unitsAndOneself } from '../access/sight.js';
import type { Tx } from '../database/tx.js';
import { VIEWS, type AnyView, type Scope, type Views } from './view.js';

/** Which rows of a view are seen, told in one place: by the view itself, with the ways that upper chapters add. Plans and commands ask here. */
@Injectable()
export class Scopes {
  private readonly widened: ReadonlyMap<string, Scope>;

  constructor(
    @Inject(VIEWS) { views, added }: Views,
    private readonly rights: Rights,
  ) {
    this.widened = new Map(views.map(view => [view.name, widened(view, added)]));
  }

  of({ name, scope }: AnyView): Scope {
    return this.widened.get(name) ?? scope;
  }

  /** Whether a command's actor sees the thing with this id: a view says so of lists and details, this of what a command names. */
  async sees(tx: Tx, view: AnyView, id: Id): Promise<boolean> {
    const scope = this.of(view);
    const sight = this.rights.sightOf(tx.actor);
    const thing = view.one!('named', '$1::uuid', `date '${tx.today}'`);
    if (scope.kind === 'open' || sight.isWhole(scope.action)) return (await tx.query(`select from ${thing}`, [id])).length > 0;
    const units = scope.own ? await unitsAndOneself(sight, scope.action) : await sight.unitsOf(scope.action);
    const ways = scope.ways('named', '= any($2::uuid[])').join(' or ');
    return (await tx.query(`select from ${thing} where ${ways}`, [id, units])).length > 0;
  }
}

function widened({ name, scope }: AnyView, added: Views['added']): Scope {
  const more = added.flatMap(({ to, ways }) => (to === name && ways ? [ways] : []));
  if (more.length === 0) return scope;
  if (scope.kind === 'open') throw new Error(`Everybody sees every ${name}: no way can be added.`);
  return { ...scope, ways: (t, is, leads) => [scope.ways, ...more].flatMap(ways => ways(t, is, leads)) };
}
