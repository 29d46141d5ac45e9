import { sql, type Sql } from '../../../platform/database/sql.js';
import { idOf } from '../../../platform/graphql/node.js';
import { PlatformErrors } from '../../../platform/errors/platform.errors.js';
import { view, type AnyView } from '../../../platform/views/view.js';
import { visibleByUnitOrSelf } from '../../../platform/views/visibility.js';
import { computed, one, value } from '../../../platform/views/view-fields.js';
import { fromGlobalId, toGlobalId, type Id } from '../../../shared/ids.js';
import { unitView } from '../../units/unit.view.js';
import type { RoleGrant, RoleGrantFilter, RoleGrantOrder } from './grant.graphql.js';
import type { Holder } from './grant.store.js';
import { actorIn } from '../../../platform/audit/shown-actor-sql.js';

const HOLDER_TYPES: Readonly<Record<string, Holder['kind']>> = { Account: 'ACCOUNT', ApiToken: 'TOKEN' };

/** The account or token with this global id. @throws ID_INVALID for an id of another type */
export function holderOf(globalId: string, ...path: string[]): Holder {
  const found = fromGlobalId(globalId);
  const kind = found && HOLDER_TYPES[found.type];
  if (!kind) throw PlatformErrors.ID_INVALID({ field: path.join('.'), type: 'Account' }).at(...path);
  return { kind, id: found.id };
}

const kind = (row: Sql): Sql => sql`case when ${row}.account_id is null then 'TOKEN' else 'ACCOUNT' end`;
const holder = (row: Sql): Sql => sql`coalesce(${row}.account_id, ${row}.api_token_id)`;
/** A column of the delegated grant or of the account that holds it; null for a grant that is not a delegation. */
const original = (row: Sql, column: Sql): Sql =>
  sql`(select ${column} from role_grant o join account p on p.id = o.account_id where o.id = ${row}.delegated_from)`;
/** A delegation is not in force while the account on whose behalf it is used is blocked. */
export const inForce = (row: Sql, day: Sql): Sql =>
  sql`(${row}.validity @> ${day} and ${row}.ended_at is null and ${original(row, sql`p.blocked_at`)} is null)`;

export const roleGrantView: AnyView = view<RoleGrant, RoleGrantFilter, RoleGrantOrder>()('RoleGrant', {
  // Also visible to their holders, and delegations to the holders of the delegated grants.
  scope: visibleByUnitOrSelf('grant.read', (row, matches) => [
    sql`${row}.unit_id ${matches}`,
    sql`${row}.account_id ${matches}`,
    sql`${row}.api_token_id ${matches}`,
    sql`${row}.delegated_from in (select o.id from role_grant o where o.account_id ${matches})`,
  ]),
  byId: (alias, id) => sql`(select * from role_grant g where g.id = ${id}) ${alias}`,
  fields: {
    id: computed<[Id]>(['id'], id => toGlobalId('RoleGrant', id)),
    role: value('role'),
    holderKind: value(kind),
    holderId: computed<[Holder['kind'], Id]>([kind, holder], (of, id) => toGlobalId(of === 'TOKEN' ? 'ApiToken' : 'Account', id)),
    holderName: value(
      row =>
        sql`coalesce((select a.display_name from account a where a.id = ${row}.account_id), (select k.name from api_token k where k.id = ${row}.api_token_id))`,
    ),
    unit: one(() => unitView, 'unit_id'),
    line: value('line'),
    validFrom: value(row => sql`lower(${row}.validity)`),
    validTo: value(row => sql`upper(${row}.validity) - 1`),
    inForce: value(inForce),
    reason: value('reason'),
    onBehalfOf: value(row => original(row, sql`p.display_name`)),
    delegatedFrom: one(() => roleGrantView, 'delegated_from'),
    paperNumber: value('paper_number'),
    givenBy: value(actorIn('given_by')),
    givenAt: value('given_at'),
    endedBy: value(actorIn('ended_by')),
    endedAt: value('ended_at'),
    endReason: value('end_reason'),
    version: value('version'),
  },
  list: {
    rows: alias => sql`role_grant ${alias}`,
    filter: {
      holderId: (row, _day, bind) => sql`${holder(row)} = ${bind((id: string) => holderOf(id, 'filter', 'holderId').id)}::uuid`,
      unitId: (row, _day, bind) => sql`${row}.unit_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'unitId'))}::uuid`,
      role: (row, _day, bind) => sql`${row}.role = any(${bind()})`,
      inForce: (row, day, bind) => sql`${inForce(row, day)} = ${bind()}`,
      delegatedFromId: (row, _day, bind) =>
        sql`${row}.delegated_from = ${bind((id: string) => idOf('RoleGrant', id, 'filter', 'delegatedFromId'))}::uuid`,
      delegatedById: (row, _day, bind) =>
        sql`${row}.delegated_from in (select o.id from role_grant o where o.account_id = ${bind((id: string) => idOf('Account', id, 'filter', 'delegatedById'))}::uuid)`,
    },
    order: {
      GIVEN_AT_DESC: { by: 'given_at', type: 'timestamptz', descending: true },
      GIVEN_AT: { by: 'given_at', type: 'timestamptz' },
    },
  },
});
