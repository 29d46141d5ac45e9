import type { Role } from '../../src/platform/access/actor.js';
import { addDays, contains, type LocalDate } from '../../src/shared/dates.js';
import type { AnyRow, Dated, Rows, SpanRow } from './oracle.rows.js';

/** A role at a unit, or over the whole registry, for one line or all. */
export interface GrantedAt {
  readonly role: Role;
  readonly unitId: string | null;
  readonly line: string | null;
}

export interface Asker {
  readonly id: string;
  readonly grants: readonly GrantedAt[];
}

/** Which roles have the right that a kind of thing is read by. */
const READ: Readonly<Record<'registry' | 'trail' | 'grants', (role: Role) => boolean>> = {
  registry: () => true,
  trail: role => ['auditor', 'administrator'].includes(role),
  grants: role => ['auditor', 'administrator', 'unitHead'].includes(role),
};

/** The tables without the rows that somebody with these grants does not see: the words of docs/access-matrix.md, row by row. */
/** @param id the asker’s own. */
export function seenBy({ id: own, grants }: Asker, all: Rows, today: LocalDate): Rows {
  const reached = (right: keyof typeof READ): ((unitId: string | null) => boolean) =>
    reachedBy(
      grants.filter(({ role }) => READ[right](role)),
      all,
      today,
    );
  const [registry, trail, given] = [reached('registry'), reached('trail'), reached('grants')];
  const ofItsUnit = ({ unit_id }: AnyRow): boolean => registry(unit_id);
  const models = all.models.filter(
    model =>
      ofItsUnit(model) ||
      all.registrations.some(one => one.model_id === model.id && registry(one.holder_id)) ||
      all.jointOwners.some(o => o.model_id === model.id && registry(o.unit_id!)),
  );
  const seen = new Set(models.map(({ id }) => id));
  return {
    ...all,
    models,
    registrations: all.registrations.filter(one => seen.has(one.model_id)),
    people: all.people.filter(
      person =>
        ofItsUnit(person) ||
        all.posts.some(post => post.person_id === person.id && registry(post.unit_id)) ||
        models.some(model => model.person_id === person.id),
    ),
    extensions: all.extensions.filter(ofItsUnit),
    targets: all.targets.filter(ofItsUnit),
    trail: all.trail.filter(entry => trail(entry.unit_id)),
    grants: all.grants.filter(grant => {
      const original = all.grants.find(one => one.id === grant.delegated_from);
      return given(grant.unit_id) || [grant.account_id, grant.api_token_id, original?.account_id].includes(own);
    }),
  };
}

/** Which units these places reach today; no unit in particular (`null`) only by the whole registry. */
export function reachedBy(places: readonly GrantedAt[], all: Rows, today: LocalDate): (unitId: string | null) => boolean {
  if (places.some(({ unitId, line }) => unitId === null && line === null)) return () => true;
  const reach = new NaiveReach(all, today);
  const units = new Set(all.units.filter(unit => places.some(place => reach.holds(place, unit.id))).map(({ id }) => id));
  return unitId => unitId !== null && units.has(unitId);
}

/** What a right at a unit reaches today: asked of every pair, nothing kept. */
class NaiveReach {
  constructor(
    private readonly rows: Rows,
    private readonly today: LocalDate,
  ) {}

  holds({ unitId, line }: GrantedAt, id: string): boolean {
    if (line !== null && this.unit(id).line !== line) return false;
    if (unitId === null) return true;
    const top = this.goesOnAs(unitId);
    const under = (one: string): boolean => one === top || this.above(one, this.today).some(under);
    return top !== undefined && this.homes(id).some(under);
  }

  /** Where a unit has its place among those that live: its own, its successor’s, or above it at its end. */
  private homes(id: string): string[] {
    const living = this.goesOnAs(id);
    if (living !== undefined) return [living];
    const dead = this.last(id);
    const { to } = this.unit(dead);
    if (to === null || to > this.today) return [];
    for (let level = [dead]; level.length > 0;) {
      level = level.flatMap(one => this.above(one, addDays(to, -1)));
      const found = level.flatMap(one => this.goesOnAs(one) ?? []);
      if (found.length > 0) return found;
    }
    return [];
  }

  private goesOnAs(id: string): string | undefined {
    const last = this.last(id);
    return this.lives(last) ? last : undefined;
  }

  private last(id: string, hops = 0): string {
    const next = this.lives(id)
      ? undefined
      : this.rows.successions.find(s => s.whole && s.predecessor_id === id && s.effective_on <= this.today);
    return next && hops < 50 ? this.last(next.successor_id, hops + 1) : id;
  }

  private above(id: string, day: LocalDate): string[] {
    const isOn = (span: SpanRow): boolean => span.unit_id === id && contains(span, day);
    return this.rows.spans.filter(isOn).flatMap(span => [span.parent_id, span.territory_id].filter(place => place !== null));
  }

  private lives(id: string): boolean {
    return contains(this.unit(id), this.today);
  }

  private unit(id: string): Dated & { readonly line: string } {
    return this.rows.units.find(unit => unit.id === id)!;
  }
}
