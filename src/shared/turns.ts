/** Long work in small steps: at each `yield` something else may have its turn. */
export type Steps<Result> = Generator<void, Result, void>;

/** So long, in milliseconds, others may wait for a turn. */
const MOST_MS = 10;

/** Does the work without letting anybody else have a turn. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does the work in turns with everything else that waits in this process: requests are answered in between. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (let since = performance.now(); ;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - since < MOST_MS) continue;
    await new Promise(setImmediate);
    since = performance.now();
  }
}
