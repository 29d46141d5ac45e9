import { Exact } from '../../../shared/exact.js';

/** The greatest number of digits before the point. */
const DIGITS = 5;

/**
 * Reads points as people enter them: digits, and at most `places` decimals after a point. `8,5` is not guessed at, because in Vietnamese the comma
 * is the decimal sign and in English it divides thousands. @returns `undefined` for anything else: `8,5`, `1e3`, `NaN`, `-1`, ` 8`.
 */
export function readPoints(text: string, places: number): Exact | undefined {
  const found = new RegExp(String.raw`^(?:0|[1-9]\d{0,${DIGITS - 1}})(?:\.(\d+))?$`).exec(text);
  return found && (found[1] ?? '').length <= places ? Exact.read(text) : undefined;
}

/** The most decimals that points, thresholds and maxima of a version may have. */
export const MAX_PLACES = 4;
