import { sql } from '../../platform/database/sql.js';
import { historyOf } from '../../platform/audit/object-history.view.js';
import { fileView } from '../../platform/files/file.view.js';
import { containsText } from '../../platform/words/words.filter.js';
import { idOf } from '../../platform/graphql/node.js';
import { view, type AnyView, type Expression } from '../../platform/views/view.js';
import { visibleByUnit } from '../../platform/views/visibility.js';
import { computed, many, one, seenAs, value } from '../../platform/views/view-fields.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { unitView } from '../units/unit.view.js';
import type { Decision, DecisionFilter, DecisionOrder } from './decision.graphql.js';

const isComplete: Expression = row => sql`(${row}.number is not null and ${row}.issued_on is not null)`;

/** A decision as those see it who reach its issuer: its history includes what was only drafted, such as who was to be commended. */
const ownDecisionView: AnyView = {
  name: 'OwnDecision',
  scope: visibleByUnit('registry.read', (row, matches) => [sql`${row}.issuer_id ${matches}`]),
  byId: (alias, id) => sql`(select * from decision d where d.id = ${id}) ${alias}`,
  fields: {},
  list: undefined,
  merges: false,
  resolverColumns: {},
};

export const decisionView: AnyView = view<Decision, DecisionFilter, DecisionOrder>()('Decision', {
  // Published to all units once it is issued; a draft is seen by those who reach its issuer.
  scope: visibleByUnit('registry.read', (row, matches) => [sql`${row}.state <> 'DRAFT'`, sql`${row}.issuer_id ${matches}`]),
  byId: (alias, id) => sql`(select * from decision d where d.id = ${id}) ${alias}`,
  named: 'number',
  merges: true,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('Decision', id)),
    number: value('number'),
    kind: value('kind'),
    issuedOn: value('issued_on'),
    issued: value('issued'),
    complete: value(isComplete),
    source: value('source'),
    issuer: one(
      () => unitView,
      'issuer_id',
      (row, day) => sql`coalesce(${row}.issued_by, ${day})`,
    ),
    signer: value('signer'),
    signerPost: value('signer_post'),
    state: value('state'),
    amendedBy: one(() => decisionView, 'amended_by_id'),
    revokedOn: value('revoked_on'),
    revokedBy: one(() => decisionView, 'revoked_by_id'),
    abstract: value('abstract'),
    scans: many(() => fileView, {
      rows: (alias, decision) =>
        sql`(select f.* from decision_scan s join file f on f.id = s.file_id where s.decision_id = ${decision}) ${alias}`,
      orderBy: row => sql`${row}.id`,
    }),
    version: value('version'),
    history: seenAs(() => ownDecisionView, historyOf('Decision')),
  },
  list: {
    rows: alias => sql`decision ${alias}`,
    filter: {
      text: containsText(row => sql`${row}.folded`),
      issuerId: (row, _day, bind) => sql`${row}.issuer_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'issuerId'))}::uuid`,
      year: (row, _day, bind) => sql`${row}.year = ${bind()}`,
      complete: (row, day, bind) => sql`${isComplete(row, day)} = ${bind()}::boolean`,
      state: (row, _day, bind) => sql`${row}.state = any(${bind()})`,
      kind: (row, _day, bind) => sql`${row}.kind = any(${bind()})`,
    },
    order: {
      ISSUED_ON_DESC: { by: 'issued_by', type: 'date', descending: true, nullable: true },
      ISSUED_ON: { by: 'issued_by', type: 'date', nullable: true },
      NUMBER: { by: row => sql`${row}.number collate vi_natural`, type: 'text', nullable: true },
      NUMBER_DESC: { by: row => sql`${row}.number collate vi_natural`, type: 'text', nullable: true, descending: true },
    },
  },
});
