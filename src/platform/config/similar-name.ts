/**
 * The known name that `name` misspells: by at most two edits, of long names by a quarter of their letters (`TRUSTED_PROXY` for `TRUSTED_PROXIES`).
 * Names under seven letters are too close to variables of other programs (HOST, HOME): of them only a swap of two neighbours counts (`PROT`).
 */
export function similarName(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return undefined;
  const upper = name.toUpperCase();
  return known.find(candidate =>
    candidate.length >= 7
      ? distance(upper, candidate, Math.max(2, Math.floor(candidate.length / 5))) <= Math.max(2, Math.floor(candidate.length / 5))
      : isSwapped(upper, candidate),
  );
}

/** Whether two neighbours changed places. */
function isSwapped(name: string, known: string): boolean {
  const at = [...known].findIndex((letter, i) => letter !== name[i]);
  return at >= 0 && name === known.slice(0, at) + (known[at + 1] ?? '') + known[at]! + known.slice(at + 2);
}

/** Levenshtein distance; more than `limit` when the lengths differ by more. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
