import type { Tx } from '../../../platform/database/tx.js';
import { candidates, type Candidate } from '../entries.finder.js';
import { entriesOf, setLeft, type EntryRow } from '../evaluation.store.js';

/** Why an entry leaves its round; `null`: it does not. Written into the row, in the words of the people who read it. */
export function reasonToLeave({ state, trashed, mergedInto }: Candidate): string | null {
  if (mergedInto !== null) return `Mô hình đã gộp vào ${mergedInto}`;
  if (trashed) return 'Mô hình đã vào thùng rác';
  return state === 'WITHDRAWN' ? 'Đơn vị đã rút đăng ký' : null;
}

/** Lets entries leave whose registration was withdrawn, merged or thrown away meanwhile. The caller has locked the round. @returns those that left */
export async function letLeave(tx: Tx, roundId: string): Promise<readonly (EntryRow & { readonly because: string })[]> {
  const entries = (await entriesOf(tx, roundId)).filter(({ registrationId }) => registrationId !== null);
  const found = await candidates(tx.query, entries.map(({ registrationId }) => registrationId!)); // prettier-ignore
  const leaving = entries.flatMap((entry, i) => {
    const because = found[i] ? reasonToLeave(found[i]) : null;
    return because === null ? [] : [{ ...entry, because }];
  });
  for (const { id, because } of leaving) await setLeft(tx, id, because);
  return leaving;
}
