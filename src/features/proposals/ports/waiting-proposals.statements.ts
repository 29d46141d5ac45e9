import { and, literal, sql, type Sql } from '../../../platform/database/sql.js';
import type { Bilingual } from '../../../shared/language.js';
import type { Term } from '../../../shared/terms.js';
import { declareReminder, type Reminder } from '../../models/waiting/reminders.js';
import type { Reach } from '../../models/waiting/waiting.part.js';
import { ordered } from '../../models/waiting/waiting.statements.js';
import { Hold } from '../holds/hold.graphql.js';
import { Proposal } from '../proposal.graphql.js';
import { proposalTerms } from '../proposal.terms.js';

/** Holds whose review is so near are listed. A convenience; no regulation asks for it. */
const SOON_DAYS = 14;

interface Waits {
  readonly step: string;
  readonly label: Bilingual;
  readonly term: Term;
  readonly action: string;
  readonly thing: NonNullable<Reminder['thing']>;
  readonly table: Sql;
  /** The column with the unit at which the right is required, and that with the day since when it waits. */
  readonly at: Sql;
  readonly since: Sql;
  readonly where: (day: Sql) => Sql;
}

/** Declares what waits for a step at a unit, a row of one table each. */
function waits({ step, label, term, action, thing, table, at, since, where }: Waits): void {
  const rows = (reach: Reach, day: Sql): Sql => {
    const own = reach === 'everywhere' ? [] : [sql`x.${at} in (select unnest((select ${reach.units}::uuid[])))`];
    return sql`from ${table} x where ${and([where(day), ...own])}`;
  };
  declareReminder({
    step,
    label,
    term,
    action,
    thing,
    part: (reach, day) => ({
      page: slice =>
        sql`select ${literal(thing.name)} as type, x.id, x.${since} as since, ${literal(step)} as steps ${rows(reach, day)}${ordered([sql`x.${since}`, sql`x.id`], slice)}`,
      ids: sql`select x.id, x.${since} as since ${rows(reach, day)}`,
    }),
  });
}

/** Says what of this chapter waits for whom; called where its module is loaded, before the schema is made. */
export function declareWaiting(): void {
  const ofProposals = { thing: { name: 'Proposal', type: Proposal }, table: sql`proposal` };

  waits({
    ...ofProposals,
    step: 'decideProposal',
    label: { vi: 'Quyết định theo tờ trình', en: 'Decide the proposal' },
    term: proposalTerms['WaitingStepName.DECIDE_PROPOSAL'],
    action: 'commendation.grant',
    at: sql`issuer_id`,
    since: sql`sent_on`,
    where: day => sql`x.state = 'SENT' and x.sent_on <= ${day}`,
  });

  waits({
    ...ofProposals,
    step: 'sendProposal',
    label: { vi: 'Bổ sung, trình lại', en: 'Correct and send again' },
    term: proposalTerms['WaitingStepName.SEND_PROPOSAL'],
    action: 'proposal.draft',
    at: sql`proposer_id`,
    since: sql`returned_on`,
    where: day => sql`x.state = 'RETURNED' and x.returned_on <= ${day}`,
  });

  waits({
    step: 'reviewHold',
    label: { vi: 'Xem lại lý do chưa khen thưởng', en: 'Review the hold' },
    term: proposalTerms['WaitingStepName.REVIEW_HOLD'],
    action: 'hold.place',
    thing: { name: 'Hold', type: Hold },
    table: sql`commendation_hold`,
    at: sql`body_id`,
    since: sql`review_on`,
    where: day => sql`x.lifted_on is null and x.review_on <= ${day} + ${SOON_DAYS}`,
  });
}
