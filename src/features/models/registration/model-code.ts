import type { Tx } from '../../../platform/database/tx.js';
import { foldText } from '../../../shared/text.js';

/** What stands first in a model's code: its unit's official code, or the initials of the unit's name (“Thanh tra huyện Quế Sơn”: TTHQS). */
export function codePrefix(unitCode: string | null, unitName: string): string {
  if (unitCode !== null) return unitCode;
  const initials = foldText(unitName)
    .split(/[^a-z0-9]+/)
    .map(word => word.slice(0, 1))
    .join('')
    .toUpperCase();
  return initials.slice(0, 20) || 'DV';
}

/** The next code of the unit and year: said aloud easily, never given twice, not even after its model is gone. */
export async function nextModelCode(tx: Tx, prefix: string, year: number): Promise<string> {
  const [row] = await tx.query<{ last: number }>(
    `insert into model_code_counter as c (prefix, year, last) values ($1, $2, 1)
     on conflict (prefix, year) do update set last = c.last + 1 returning last`,
    [prefix, year],
  );
  return `${prefix}-${year}-${String(row!.last).padStart(3, '0')}`;
}
