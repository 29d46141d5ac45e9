import type { AdministrativeLevel } from '../../features/units/unit-kinds.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { StatisticsBasis, StatisticsDimension } from './statistics-kinds.js';

/** One dimension of rows or columns, as asked for. */
export interface Axis {
  readonly by: StatisticsDimension;
  readonly basis: StatisticsBasis;
  readonly level: AdministrativeLevel | undefined;
  /** The units directly below this one. */
  readonly unitId: Id | undefined;
  readonly from: LocalDate | undefined;
  readonly to: LocalDate | undefined;
}
