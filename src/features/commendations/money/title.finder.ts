import type { Tx } from '../../../platform/database/tx.js';
import type { CommendationEntity } from '../commendation.entity.js';
import { COMMENDATION_FORMS } from '../forms/forms.js';

/** A recipient who is named. */
export type TitledRecipient = Pick<CommendationEntity, 'personId' | 'unitId' | 'name'>;

export const TITLES = Object.entries<{ title?: true }>(COMMENDATION_FORMS)
  .filter(([, facts]) => facts.title)
  .map(([form]) => form);

/** A title that is in force. */
export type StandingTitle = Pick<
  CommendationEntity,
  'id' | 'form' | 'period' | 'amount' | 'money' | 'decisionId' | 'issuerId' | 'issuerClass' | 'recipientKind'
>;

/** The titles of a recipient that stand and whose money is known or computed, in the order in which they were entered. */
export const standingTitles = (tx: Tx, { personId, unitId, name }: TitledRecipient): Promise<StandingTitle[]> =>
  tx.query<StandingTitle>(
    `select c.id, c.form, c.period, c.amount, c.money, c.decision_id as "decisionId", c.issuer_id as "issuerId", c.issuer_class as "issuerClass",
            c.recipient_kind as "recipientKind" from commendation c
      where c.revoked_on is null and c.stated_count is null and c.form = any($1) and (c.money is not null or c.amount is not null)
        and case when $2::uuid is not null then c.person_id = $2
                 else c.person_id is null and c.unit_id is not distinct from $3::uuid and public.fold(coalesce(c.name, '')) = public.fold(coalesce($4, '')) end
      order by c.id`,
    [TITLES, personId, unitId, name],
  );
