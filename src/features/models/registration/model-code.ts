import { foldText } from '../../../shared/text.js';

/** The first part of a model's code: its unit's official code, or the initials of the unit's name (“Thanh tra huyện Quế Sơn”: TTHQS). */
export function codePrefix(unitCode: string | null, unitName: string): string {
  if (unitCode !== null) return unitCode;
  const initials = foldText(unitName)
    .split(/[^a-z0-9]+/)
    .map(word => word.slice(0, 1))
    .join('')
    .toUpperCase();
  return initials.slice(0, 20) || 'DV';
}
