import type { LocalDate } from '../../src/shared/dates.js';
import { byBytes, type World } from './oracle.chapter.js';
import type { AnyRow, Dated } from './oracle.rows.js';

type DatedRow = AnyRow & Dated;

export const definitionsOf = ({ all }: World, indicatorId: string): DatedRow[] =>
  all.definitions
    .filter(one => one.indicator_id === indicatorId)
    .toSorted((a, b) => byBytes(a.from ?? '0000-00-00', b.from ?? '0000-00-00'));

/** The definition of the day; before the first one, that one. */
export function definitionOn(world: World, indicatorId: string, day: LocalDate): DatedRow {
  const definitions = definitionsOf(world, indicatorId);
  return definitions.findLast(one => one.from === null || one.from <= day) ?? definitions[0]!;
}
