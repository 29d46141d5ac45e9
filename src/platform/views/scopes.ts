import { literal, or, sql } from '../database/sql.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import { Rights } from '../access/rights.js';
import { unitsAndOwnId } from '../access/sight.js';
import type { Tx } from '../database/tx.js';
import { VIEWS, type AnyView, type Scope, type Views } from './view.js';

/** The scope of each view, with the ownership paths that upper chapters add. Plans, commands and search all ask here. */
@Injectable()
export class Scopes {
  private readonly scopes: ReadonlyMap<string, Scope>;

  constructor(
    @Inject(VIEWS) { views, extensions }: Views,
    private readonly rights: Rights,
  ) {
    this.scopes = new Map(views.map(view => [view.name, withExtensions(view, extensions)]));
  }

  of({ name, scope }: AnyView): Scope {
    return this.scopes.get(name) ?? scope;
  }

  /** Whether the actor of a command sees the thing with this id. The planner applies the same scope to lists and details. */
  async sees(tx: Tx, view: AnyView, id: Id): Promise<boolean> {
    const scope = this.of(view);
    const sight = this.rights.sightOf(tx.actor);
    const thing = view.byId!(sql`named`, sql`$1::uuid`, sql`date ${literal(tx.today)}`);
    if (scope.kind === 'open' || sight.isWhole(scope.action)) return (await tx.query(`select from ${thing}`, [id])).length > 0;
    const units = scope.includesSelf ? await unitsAndOwnId(sight, scope.action) : await sight.unitsOf(scope.action);
    const belongs = or(scope.paths(sql`named`, sql`= any($2::uuid[])`));
    return (await tx.query(`select from ${thing} where ${belongs}`, [id, units])).length > 0;
  }
}

function withExtensions({ name, scope }: AnyView, extensions: Views['extensions']): Scope {
  const added = extensions.flatMap(({ type, paths }) => (type === name && paths ? [paths] : []));
  if (added.length === 0) return scope;
  if (scope.kind === 'open') throw new Error(`Every caller sees every ${name}: no ownership path can be added.`);
  return { ...scope, paths: (row, comparison, driving) => [scope.paths, ...added].flatMap(paths => paths(row, comparison, driving)) };
}
