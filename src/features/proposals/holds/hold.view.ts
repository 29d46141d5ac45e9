import { historyOf } from '../../../platform/audit/object-history.view.js';
import { sql, type Sql } from '../../../platform/database/sql.js';
import { idOf } from '../../../platform/graphql/node.js';
import { computed, lateralOne, one, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView } from '../../../platform/views/view.js';
import { visibleByUnitOrSelf, type OwnershipPaths } from '../../../platform/views/visibility.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import { councilView } from '../../councils/council.view.js';
import { personView } from '../../people/person.view.js';
import { unitView } from '../../units/unit.view.js';
import { holdsRecipient } from './hold-sql.js';
import type { Hold, HoldFilter, HoldOrder, HoldReason } from './hold.graphql.js';

/** A line about the recipient of a hold, of a proposal that is before a body, or was decided by it. A draft, and one that was returned, opens nothing: anybody who proposes could write one to read it. */
const proposedIn = (hold: Sql, where: Sql): Sql =>
  sql`exists (select from proposal_item i join proposal p on p.id = i.proposal_id where ${holdsRecipient(hold, sql`i`, sql`${hold}.placed_on`)} and p.state in ('SENT', 'DECIDED') and ${where})`;

/**
 * Who decides about it: the body that placed it, the two bodies between which a proposal for its recipient was sent, and the members of the council.
 * What a body sends to itself is seen by no other, and gives it no reason that another body keeps.
 */
const decidedBy: OwnershipPaths = (row, matches) => [
  sql`${row}.body_id ${matches}`,
  proposedIn(row, sql`p.issuer_id <> p.proposer_id and (p.proposer_id ${matches} or p.issuer_id ${matches})`),
  sql`${row}.council_id in (select m.council_id from council_member m where m.person_id ${matches} and m.validity @> (now() at time zone 'Asia/Ho_Chi_Minh')::date)`,
];

/** Who may propose or grant sees that somebody cannot be granted now: where they reach the unit of the recipient, or a body of a proposal that was sent. */
const seenBy: OwnershipPaths = (row, matches, driving) => [
  sql`${row}.unit_id ${matches}`,
  proposedIn(row, sql`(p.proposer_id ${matches} or p.issuer_id ${matches})`),
  ...decidedBy(row, matches, driving),
];

export const holdView: AnyView = view<Hold, HoldFilter, HoldOrder>()('Hold', {
  scope: visibleByUnitOrSelf('hold.read', seenBy),
  byId: (alias, id) => sql`(select * from commendation_hold h where h.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Hold', id)),
    person: one(() => personView, 'person_id'),
    unit: one(() => unitView, 'unit_id'),
    name: value('name'),
    body: one(() => unitView, 'body_id'),
    council: one(() => councilView, 'council_id'),
    placedOn: value('placed_on'),
    reviewOn: value('review_on'),
    liftedOn: value('lifted_on'),
    reason: lateralOne(
      () => holdReasonView,
      (alias, row) => sql`(select * from commendation_hold h where h.id = ${row}.id) ${alias}`,
    ),
    version: value('version'),
  },
  list: {
    rows: (alias, day) => sql`(select * from commendation_hold h where h.placed_on <= ${day}) ${alias}`,
    filter: {
      standing: (row, day, bind) => sql`coalesce(${row}.lifted_on > ${day}, true) = ${bind()}::boolean`,
      unitId: (row, _day, bind) => sql`${row}.unit_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'unitId'))}::uuid`,
      bodyId: (row, _day, bind) => sql`${row}.body_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'bodyId'))}::uuid`,
      reviewBy: (row, _day, bind) => sql`${row}.review_on <= ${bind()}::date`,
    },
    order: {
      REVIEW_ON: { by: 'review_on', type: 'date' },
      PLACED_ON_DESC: { by: 'placed_on', type: 'date', descending: true },
    },
  },
});

export const holdReasonView: AnyView = view<HoldReason>()('HoldReason', {
  scope: visibleByUnitOrSelf('hold.readReason', decidedBy),
  fields: {
    ground: value('ground'),
    text: value('reason'),
    source: value('source'),
    liftReason: value('lift_reason'),
    history: historyOf('Hold'),
  },
});
