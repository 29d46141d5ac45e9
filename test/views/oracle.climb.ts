import { contains, type LocalDate } from '../../src/shared/dates.js';
import type { World } from './oracle.chapter.js';
import type { AnyRow } from './oracle.rows.js';
import { shownUnit, spanOn } from './oracle.units.js';

interface Above {
  readonly steps: number;
  /** Reached through parents alone. */
  readonly inLine: boolean;
}

/** The unit and every unit it stands under on the day, by parents and territories, at the fewest steps; nothing when it is not in force. */
export function above(world: World, unitId: string, day: LocalDate): Map<string, Above> {
  const found = new Map<string, Above>();
  const unit = shownUnit(world, unitId, day);
  let level = new Map(unit && contains(unit.row, day) ? [[unitId, true]] : []);
  for (let steps = 0; level.size > 0; steps++) {
    const next = new Map<string, boolean>();
    const reach = (id: string | null, inLine: boolean): void => {
      if (id !== null && !found.has(id)) next.set(id, inLine || (next.get(id) ?? false));
    };
    for (const [id, inLine] of level) found.set(id, { steps, inLine });
    for (const [id, inLine] of level) {
      const { parent_id, territory_id } = spanOn(world, id, day);
      reach(parent_id, inLine);
      reach(territory_id, false);
    }
    level = next;
  }
  return found;
}

/** Whether the unit may register in the round on the day: the extension of the nearest unit counts, unless the round itself closes later. */
export function isOpenTo(world: World, round: AnyRow, unitId: string, day: LocalDate): boolean {
  const places = above(world, unitId, day);
  if (!places.has(round.unit_id) || day < round.opens_on) return false;
  const extensions = world.all.extensions.filter(x => x.round_id === round.id && places.has(x.unit_id));
  const nearest = Math.min(...extensions.map(x => places.get(x.unit_id)!.steps));
  // Of several at the nearest units the latest counts; who does not see it, sees the round as it is for all.
  const [granted] = extensions
    .filter(x => places.get(x.unit_id)!.steps === nearest)
    .toSorted((a, b) => (a.closes_on < b.closes_on ? 1 : -1))
    .filter((x, i) => i === 0 && world.rows.extensions.includes(x))
    .map(x => x.closes_on as LocalDate);
  return day <= [round.closes_on as LocalDate, ...(granted === undefined ? [] : [granted])].toSorted().at(-1)!;
}

/** Of each line, the rule that answers for the unit on the day: the nearest, at equal steps the one in its own line. */
export function nearestAuthorities(world: World, unitId: string, day: LocalDate): Set<string> {
  const places = above(world, unitId, day);
  const rank = ({ id, unit_id }: AnyRow): string => {
    const { steps, inLine } = places.get(unit_id)!;
    return `${String(steps).padStart(3, '0')} ${inLine ? 0 : 1} ${id}`;
  };
  const best = new Map<string, AnyRow>();
  for (const rule of world.rows.authorities) {
    if (!places.has(rule.unit_id) || !contains(rule, day)) continue;
    const known = best.get(rule.line);
    if (!known || rank(rule) < rank(known)) best.set(rule.line, rule);
  }
  return new Set([...best.values()].map(rule => rule.id));
}
