import type { QueryRows } from '../../platform/database/query-rows.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

/** The first possible day of issue of a decision; `null`: not known. */
export const dayOfDecision = async (query: QueryRows, id: Id): Promise<LocalDate | null> =>
  (await query<{ day: LocalDate | null }>(`select issued_from as day from decision where id = $1`, [id]))[0]?.day ?? null;
