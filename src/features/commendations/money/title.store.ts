import { COMMENDATION_FORMS } from '../forms/forms.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { foldText } from '../../../shared/text.js';
import type { CommendationEntity } from '../commendation.entity.js';

/** A recipient who is named. */
export type TitledRecipient = Pick<CommendationEntity, 'personId' | 'unitId' | 'name'>;

const TITLES = Object.entries<{ title?: true }>(COMMENDATION_FORMS)
  .filter(([, facts]) => facts.title)
  .map(([form]) => form);

export const keyOf = ({ personId, unitId, name }: TitledRecipient): string => personId ?? `${unitId ?? ''} ${foldText(name ?? '')}`;

/** Until the transaction ends no other computes the money of titles of these recipients. In one order, so that none waits for one that waits for it. */
export async function lockTitles(tx: Tx, recipients: readonly TitledRecipient[]): Promise<void> {
  if (recipients.length === 0) return;
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended('titles ' || k, 0)) from (select distinct k from unnest($1::text[]) k order by k) k`,
    [recipients.map(keyOf)],
  );
}

/** A title that stands, with the name of its decision. */
export type StandingTitle = Pick<
  CommendationEntity,
  'id' | 'form' | 'period' | 'amount' | 'money' | 'decisionId' | 'issuerId' | 'issuerClass' | 'recipientKind'
> & { readonly decision: string };

/** The titles of a recipient that stand and whose money is known or computed, in the order in which they were entered. */
export const standingTitles = (tx: Tx, { personId, unitId, name }: TitledRecipient): Promise<StandingTitle[]> =>
  tx.query<StandingTitle>(
    `select c.id, c.form, c.period, c.amount, c.money, c.decision_id as "decisionId", c.issuer_id as "issuerId", c.issuer_class as "issuerClass",
            c.recipient_kind as "recipientKind", coalesce(d.number || ', ' || to_char(d.issued_from, 'FMDD/FMMM/YYYY'), d.number, '…') as decision
       from commendation c left join decision d on d.id = c.decision_id
      where c.revoked_on is null and c.stated_count is null and c.form = any($1) and (c.money is not null or c.amount is not null)
        and case when $2::uuid is not null then c.person_id = $2
                 else c.person_id is null and c.unit_id is not distinct from $3::uuid and public.fold(coalesce(c.name, '')) = public.fold(coalesce($4, '')) end
      order by c.id`,
    [TITLES, personId, unitId, name],
  );

/** The named recipients of titles among a commendation and the names of its list. */
export const titledBy = (tx: Tx, id: Id): Promise<TitledRecipient[]> => titled(tx, `(id = $2 or part_of_id = $2)`, id);

/** The named recipients of the titles that a decision gives. */
export const titledByDecision = (tx: Tx, id: Id): Promise<TitledRecipient[]> => titled(tx, `decision_id = $2`, id);

const titled = (tx: Tx, where: string, id: Id): Promise<TitledRecipient[]> =>
  tx.query<TitledRecipient>(
    `select person_id as "personId", unit_id as "unitId", name from commendation where form = any($1) and stated_count is null and ${where}`,
    [TITLES, id],
  );
