import { foldText } from '../../../shared/text.js';
import type { UnitOnDay } from '../../units/units.reader.js';

/** The first part of a model's code: its unit's official code, or the initials of the unit's name (“Thanh tra huyện Quế Sơn”: TTHQS). */
export function codePrefix({ code, fullName }: Pick<UnitOnDay, 'code' | 'fullName'>): string {
  if (code !== null) return code;
  const initials = foldText(fullName)
    .split(/[^a-z0-9]+/)
    .map(word => word.slice(0, 1))
    .join('')
    .toUpperCase();
  return initials.slice(0, 20) || 'DV';
}
