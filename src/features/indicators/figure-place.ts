import { idOf } from '../../platform/graphql/node.js';
import { parsePartialDate, type PartialDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { FigureCoverage } from './indicator-kinds.js';

/** What a figure, or a target of one, is about: an indicator at a unit, with or without the units below it, in a period. */
export interface FigurePlace {
  readonly indicatorId: Id;
  readonly unitId: Id;
  readonly covers: FigureCoverage;
  /** Null: not known. */
  readonly starts: PartialDate | null;
  readonly ends: PartialDate;
}

interface EnteredPlace {
  readonly indicatorId: string;
  readonly unitId: string;
  readonly covers: FigureCoverage;
  readonly starts?: string | null;
  readonly ends: string;
}

/** The same as it is entered, with global ids and dates that the gate has checked. @throws ID_INVALID at the field. */
export const placeOf = ({ indicatorId, unitId, covers, starts, ends }: EnteredPlace): FigurePlace => ({
  indicatorId: idOf('Indicator', indicatorId, 'indicatorId'),
  unitId: idOf('Unit', unitId, 'unitId'),
  covers,
  starts: starts ? parsePartialDate(starts)! : null,
  ends: parsePartialDate(ends)!,
});
