import { literal, or, parameter, sql, type Sql } from '../database/sql.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import { Rights } from '../access/rights.js';
import { unitsAndOwnIds, type Sight } from '../access/sight.js';
import type { Actor } from '../access/actor.js';
import type { Tx } from '../database/tx.js';
import { VIEWS, type AnyView, type Views } from './view.js';
import type { Scope, UnitsScope } from './visibility.js';

/** Who asks, and through what: a command's `Tx` is one. */
export type Caller = Pick<Tx, 'actor' | 'query' | 'today'>;

/** The condition under which a caller sees a row, and the value of its one parameter. */
export interface Visibility {
  readonly condition: Sql;
  readonly value: string;
}

/** The scope of each view, with the ownership paths that upper chapters add. Plans, commands and search all ask here. */
@Injectable()
export class Scopes {
  private readonly scopes: ReadonlyMap<string, Scope>;
  /** For known persons: what is withheld from them leads them to nothing else, such as the person whom a model is about. */
  private readonly ofPersons: ReadonlyMap<string, Scope>;

  constructor(
    @Inject(VIEWS) { views, extensions }: Views,
    private readonly rights: Rights,
  ) {
    this.scopes = new Map(views.map(view => [view.name, withExtensions(view, extensions, false)]));
    this.ofPersons = new Map(views.map(view => [view.name, withExtensions(view, extensions, true)]));
  }

  /** The scope of a view with the extensions of upper chapters. @param isPerson whether the caller is a person of the directory */
  of({ name, scope }: AnyView, isPerson = false): Scope {
    return (isPerson ? this.ofPersons : this.scopes).get(name) ?? scope;
  }

  /** What restricts a caller of this sight; `undefined`: they see every row. */
  restricting(view: AnyView, sight: Sight): UnitsScope | undefined {
    const scope = this.of(view, sight.isPerson);
    return scope.kind === 'open' ? undefined : restrictionOf(scope, { isWhole: sight.isWhole(scope.action), isPerson: sight.isPerson });
  }

  /** Whether the caller sees the thing with this id. The planner applies the same scope to lists and details. */
  async sees({ actor, query, today }: Caller, view: AnyView, id: Id): Promise<boolean> {
    const thing = view.byId!(sql`named`, sql`$1::uuid`, sql`date ${literal(today)}`);
    const visibility = await this.visibility(actor, view, sql`named`, 2);
    if (!visibility) return (await query(`select from ${thing}`, [id])).length > 0;
    return (await query(`select from ${thing} where ${visibility.condition}`, [id, visibility.value])).length > 0;
  }

  /** For a statement of a chapter's own over rows of the view. @returns `undefined` where the actor sees every row. */
  async visibility(actor: Actor, view: AnyView, row: Sql, parameterNumber: number): Promise<Visibility | undefined> {
    const sight = this.rights.sightOf(actor);
    const scope = this.restricting(view, sight);
    if (!scope) return undefined;
    const value = scope.includesSelf ? await unitsAndOwnIds(sight, scope.action) : await sight.unitsOf(scope.action);
    return { condition: or(scope.paths(row, sql`= any(${parameter(parameterNumber)}::uuid[])`)), value };
  }
}

/**
 * A scope as it restricts one caller: by the units that their right reaches, and by what is withheld from them. From somebody who is no known person
 * only what is withheld from all is, and other statements do not ask.
 */
export function restrictionOf(
  scope: UnitsScope,
  { isWhole, isPerson }: { readonly isWhole: boolean; readonly isPerson: boolean },
): UnitsScope | undefined {
  const withheld = isPerson || scope.withheldFromAll ? scope.withheld : undefined;
  if (!withheld && isWhole) return undefined;
  const { open } = scope;
  const reached: UnitsScope['paths'] = (row, matches, driving) =>
    isWhole ? [sql`true`] : [...(open ? [open(row)] : []), ...scope.paths(row, matches, driving)];
  if (!withheld) return { ...scope, paths: reached, isTested: scope.isTested === true || open !== undefined };
  return {
    ...scope,
    isTested: true,
    paths: (row, matches, driving) => reached(row, matches, driving).map(path => sql`(${path} and not ${withheld(row, matches)})`),
  };
}

function withExtensions({ name, scope }: AnyView, extensions: Views['extensions'], isPerson: boolean): Scope {
  let includesSelf = scope.kind === 'units' && scope.includesSelf;
  let withheld = scope.kind === 'units' ? scope.withheld : undefined;
  let isTested = false;
  const added = extensions.flatMap(({ type, paths, through, ...extension }) => {
    if (type !== name) return [];
    withheld = extension.withheld ?? withheld;
    const other = through && withExtensions(through.view, extensions, isPerson);
    const seen = other?.kind === 'units' ? restrictionOf(other, { isWhole: false, isPerson }) : undefined;
    includesSelf ||= extension.includesSelf === true || seen?.includesSelf === true;
    isTested ||= seen?.isTested === true;
    return [...(paths ? [paths] : []), ...(seen ? [through!.paths(seen.paths)] : [])];
  });
  if (scope.kind === 'open') {
    if (added.length > 0) throw new Error(`Every caller sees every ${name}: no ownership path can be added.`);
    return scope;
  }
  return {
    ...scope,
    includesSelf,
    withheld,
    isTested,
    paths: (row, comparison, driving) => [scope.paths, ...added].flatMap(paths => paths(row, comparison, driving)),
  };
}
