import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { foldText } from '../../../shared/text.js';
import { TITLES, type TitledRecipient } from './title.finder.js';

export const keyOf = ({ personId, unitId, name }: TitledRecipient): string => personId ?? `${unitId ?? ''} ${foldText(name ?? '')}`;

/** Until the transaction ends no other computes the money of titles of these recipients. In one order, so that none waits for one that waits for it. */
export async function lockTitles(tx: Tx, recipients: readonly TitledRecipient[]): Promise<void> {
  if (recipients.length === 0) return;
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended('titles ' || k, 0)) from (select distinct k from unnest($1::text[]) k order by k) k`,
    [recipients.map(keyOf)],
  );
}

/** The named recipients of titles among a commendation and the names of its list. */
export const titledBy = (tx: Tx, id: Id): Promise<TitledRecipient[]> => titled(tx, `(id = $2 or part_of_id = $2)`, id);

/** The named recipients of the titles that a decision gives. */
export const titledByDecision = (tx: Tx, id: Id): Promise<TitledRecipient[]> => titled(tx, `decision_id = $2`, id);

const titled = (tx: Tx, where: string, id: Id): Promise<TitledRecipient[]> =>
  tx.query<TitledRecipient>(
    `select person_id as "personId", unit_id as "unitId", name from commendation where form = any($1) and stated_count is null and ${where}`,
    [TITLES, id],
  );
