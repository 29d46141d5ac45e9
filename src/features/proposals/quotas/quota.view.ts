import { sql } from '../../../platform/database/sql.js';
import { many, value } from '../../../platform/views/view-fields.js';
import { view, type AnyView } from '../../../platform/views/view.js';
import { visibleToAll } from '../../../platform/views/visibility.js';
import type { CommendationQuota } from './quota.graphql.js';
import { grantedFrom } from './quota-sql.js';

export const commendationQuotaView: AnyView = view<CommendationQuota>()('CommendationQuota', {
  scope: visibleToAll('shown within its round, whose scope applies'),
  fields: {
    block: value('block'),
    form: value('form'),
    kind: value('kind'),
    most: value('most'),
    granted: value(row => grantedFrom(row)),
    basis: value('basis'),
  },
});

/** The field `commendationQuotas` of rounds. */
export const quotasOfRound = many(() => commendationQuotaView, {
  rows: (alias, round) => sql`(select * from commendation_quota q where q.round_id = ${round}) ${alias}`,
  orderBy: row => sql`${row}.block, ${row}.form, ${row}.kind`,
});
