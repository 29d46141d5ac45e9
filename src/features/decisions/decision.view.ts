import { historyOf } from '../../platform/audit/object-history.view.js';
import { fileView } from '../../platform/files/file.view.js';
import { idOf } from '../../platform/graphql/node.js';
import { computed, many, one, open, value, view, type AnyView } from '../../platform/views/view.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { containing } from '../../shared/text.js';
import { unitView } from '../units/unit.view.js';
import type { Decision, DecisionFilter, DecisionOrder } from './decision.graphql.js';

export const decisionView: AnyView = view<Decision, DecisionFilter, DecisionOrder>()('Decision', {
  scope: open('published to all units'),
  one: (t, id) => `(select * from decision d where d.id = ${id}) ${t}`,
  fields: {
    id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('Decision', id)),
    number: value(t => `${t}.number`),
    kind: value(t => `${t}.kind`),
    issuedOn: value(t => `${t}.issued_on`),
    issuer: one(
      () => unitView,
      t => `${t}.issuer_id`,
      t => `${t}.issued_on`,
    ),
    signer: value(t => `${t}.signer`),
    abstract: value(t => `${t}.abstract`),
    scans: many(() => fileView, {
      parent: t => `${t}.id`,
      rows: (t, decision) => `(select f.* from decision_scan s join file f on f.id = s.file_id where s.decision_id = ${decision}) ${t}`,
      orderBy: t => `${t}.id`,
    }),
    version: value(t => `${t}.version`),
    history: historyOf('Decision'),
  },
  list: {
    rows: t => `decision ${t}`,
    filter: {
      text: (t, _day, bind) => `${t}.folded like ${bind(containing)}`,
      issuerId: (t, _day, bind) => `${t}.issuer_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'issuerId'))}::uuid`,
      year: (t, _day, bind) => `${t}.year = ${bind()}`,
      kind: (t, _day, bind) => `${t}.kind = any(${bind()})`,
    },
    order: {
      ISSUED_ON_DESC: { by: t => `${t}.issued_on`, type: 'date', descending: true },
      ISSUED_ON: { by: t => `${t}.issued_on`, type: 'date' },
      NUMBER: { by: t => `${t}.number collate vi_natural`, type: 'text' },
      NUMBER_DESC: { by: t => `${t}.number collate vi_natural`, type: 'text', descending: true },
    },
  },
});
