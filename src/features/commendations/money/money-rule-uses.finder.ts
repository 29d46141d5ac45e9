import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { TABLES, type MoneyRuleKind } from './money-rules.store.js';

/** A commendation whose money was computed by the rule. */
interface UsedRule {
  readonly recipient: string;
  /** The day of the decision. */
  readonly decided: LocalDate;
}

/** The first whose money was computed by the rule; `undefined`: there is none. */
export async function usedBy(tx: Tx, kind: MoneyRuleKind, id: Id): Promise<UsedRule | undefined> {
  const ofIt = `c.form = r.form and c.recipient_kind = coalesce(r.recipient_kind, c.recipient_kind) and c.issuer_class = coalesce(r.issuer_class, c.issuer_class)`;
  const [used] = await tx.query<UsedRule>(
    `select coalesce(c.name, c.unit_name, c.reason) as recipient, d.issued_on as decided
       from ${TABLES[kind].table} r join decision d on r.validity @> d.issued_on join commendation c on c.decision_id = d.id
      where r.id = $1 and not c.from_paper and c.money->>'is' not in ('UNKNOWN', 'NO_MONEY')${kind === 'COEFFICIENT' ? ` and ${ofIt}` : ''}
      order by d.issued_on, c.id limit 1`,
    [id],
  );
  return used;
}
