import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { UnitScope } from '../../platform/access/unit-scope.port.js';
import { Scopes } from '../../platform/views/scopes.js';
import type { AnyView } from '../../platform/views/view.js';
import type { Id } from '../../shared/ids.js';

/** What a caller saw, part by part: the unit and the line of a right, and a digest of the units that it reached. */
export type SightMarks = Readonly<Record<string, string>>;

/** More parts than a cursor holds are one digest: then a change of sight concerns everything. */
const MOST_PARTS = 16;

const WHOLE = 'everywhere';

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);

/** Notices that a caller's sight has changed, for whatever reason: grants given or ended, by a command or by their date; units changed; another person. */
@Injectable()
export class FeedSights {
  constructor(
    private readonly rights: Rights,
    private readonly units: UnitScope,
    private readonly scopes: Scopes,
  ) {}

  /** The marks of what the actor sees of these views today. */
  async marksOf(actor: Actor, views: Iterable<AnyView>): Promise<SightMarks> {
    const actions = new Set<string>();
    for (const view of views) {
      const scope = this.scopes.of(view);
      if (scope.kind === 'units') actions.add(scope.action);
    }
    const marks: Record<string, string> = { own: digest(this.rights.sightOf(actor).own.join(' ')) };
    for (const action of actions) {
      const reach = this.rights.reach(actor, action);
      if (reach === 'everywhere') marks[`${action} * *`] = WHOLE;
      else
        for (const { unitId, line } of reach)
          // What it reaches is read again at each unit at which it holds: a filter by an organisation does not find what lies in its territory.
          for (const place of unitId === null ? [null] : await this.units.holdsAt(unitId)) {
            const { literal } = await this.units.reached([{ unitId: place, line }]);
            marks[`${action} ${place ?? '*'} ${line ?? '*'}`] = digest(literal.slice(1, -1).split(',').toSorted().join());
          }
    }
    if (Object.keys(marks).length <= MOST_PARTS) return marks;
    return { all: digest(JSON.stringify(Object.entries(marks).toSorted())) };
  }

  /** Whether the actor sees everything of these views. */
  isWhole(actor: Actor, views: Iterable<AnyView>): boolean {
    const sight = this.rights.sightOf(actor);
    return [...views].every(view => {
      const scope = this.scopes.of(view);
      return scope.kind === 'open' || sight.isWhole(scope.action);
    });
  }

  /** Those types of which not every caller sees every object. */
  scoped(types: ReadonlyMap<string, AnyView>): ReadonlyMap<string, AnyView> {
    return new Map([...types].filter(([, view]) => this.scopes.of(view).kind === 'units'));
  }

  /** Where the sight has changed: units, or `null` for everywhere; `[]`: nowhere. */
  changedAt(before: SightMarks, now: SightMarks): (Id | null)[] {
    const parts = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(part => before[part] !== now[part]);
    const units = parts.map(part => {
      const unit = part.split(' ')[1];
      return unit === undefined || unit === '*' ? null : unit;
    });
    return units.includes(null) ? [null] : [...new Set(units)];
  }
}
