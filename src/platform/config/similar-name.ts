/**
 * The known name that `name` misspells by at most two edits: `DATABSE_URL` for `DATABASE_URL`. Names under seven letters are left out: they are too
 * close to variables of other programs (HOST, HOME).
 */
export function similarName(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return undefined;
  const upper = name.toUpperCase();
  return known.filter(candidate => candidate.length >= 7).find(candidate => upper === candidate || distance(upper, candidate) <= 2);
}

/** Levenshtein distance; 3 when the lengths differ by more than 2. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
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
