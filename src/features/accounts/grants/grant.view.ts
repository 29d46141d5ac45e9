import { idOf } from '../../../platform/graphql/node.js';
import { PlatformErrors } from '../../../platform/errors/platform.errors.js';
import { computed, ofUnitsAndOneself, one, value, view, type AnyView } from '../../../platform/views/view.js';
import { fromGlobalId, toGlobalId, type Id } from '../../../shared/ids.js';
import { unitView } from '../../units/unit.view.js';
import type { RoleGrant, RoleGrantFilter, RoleGrantOrder } from './grant.graphql.js';
import type { Holder } from './grant.store.js';

const HOLDER_TYPES: Readonly<Record<string, Holder['kind']>> = { Account: 'ACCOUNT', ApiToken: 'TOKEN' };

/** The account or token behind an id. @throws ID_INVALID when it is another thing's. */
export function holderOf(globalId: string, ...path: string[]): Holder {
  const found = fromGlobalId(globalId);
  const kind = found && HOLDER_TYPES[found.type];
  if (!kind) throw PlatformErrors.ID_INVALID({ field: path.join('.'), type: 'Account' }).at(...path);
  return { kind, id: found.id };
}

const kind = (t: string): string => `case when ${t}.account_id is null then 'TOKEN' else 'ACCOUNT' end`;
const holder = (t: string): string => `coalesce(${t}.account_id, ${t}.api_token_id)`;
/** Of a grant that was handed on: the grant itself with the account that holds it. */
const original = (t: string, column: string): string =>
  `(select ${column} from role_grant o join account p on p.id = o.account_id where o.id = ${t}.delegated_from)`;
/** Nobody acts for whoever may not come in. */
const inForce = (t: string, day: string): string =>
  `(${t}.validity @> ${day} and ${t}.ended_at is null and ${original(t, 'p.blocked_at')} is null)`;

export const roleGrantView: AnyView = view<RoleGrant, RoleGrantFilter, RoleGrantOrder>()('RoleGrant', {
  // One’s own, and what one has handed on of it, besides.
  scope: ofUnitsAndOneself('grant.read', (t, is) => [
    `${t}.unit_id ${is}`,
    `${t}.account_id ${is}`,
    `${t}.api_token_id ${is}`,
    `${t}.delegated_from in (select o.id from role_grant o where o.account_id ${is})`,
  ]),
  one: (t, id) => `(select * from role_grant g where g.id = ${id}) ${t}`,
  fields: {
    id: computed<[Id]>([t => `${t}.id`], id => toGlobalId('RoleGrant', id)),
    role: value(t => `${t}.role`),
    holderKind: value(kind),
    holderId: computed<[Holder['kind'], Id]>([kind, holder], (of, id) => toGlobalId(of === 'TOKEN' ? 'ApiToken' : 'Account', id)),
    holderName: value(
      t =>
        `coalesce((select a.name from account a where a.id = ${t}.account_id), (select k.name from api_token k where k.id = ${t}.api_token_id))`,
    ),
    unit: one(
      () => unitView,
      t => `${t}.unit_id`,
    ),
    line: value(t => `${t}.line`),
    validFrom: value(t => `lower(${t}.validity)`),
    validTo: value(t => `upper(${t}.validity) - 1`),
    inForce: value(inForce),
    reason: value(t => `${t}.reason`),
    onBehalfOf: value(t => original(t, 'p.name')),
    delegatedFrom: one(
      () => roleGrantView,
      t => `${t}.delegated_from`,
    ),
    paperNumber: value(t => `${t}.paper_number`),
    givenBy: value(t => `${t}.given_by`),
    givenAt: value(t => `${t}.given_at`),
    endedBy: value(t => `${t}.ended_by`),
    endedAt: value(t => `${t}.ended_at`),
    endReason: value(t => `${t}.end_reason`),
    version: value(t => `${t}.version`),
  },
  list: {
    rows: t => `role_grant ${t}`,
    filter: {
      holderId: (t, _day, bind) => `${holder(t)} = ${bind((id: string) => holderOf(id, 'filter', 'holderId').id)}::uuid`,
      unitId: (t, _day, bind) => `${t}.unit_id = ${bind((id: string) => idOf('Unit', id, 'filter', 'unitId'))}::uuid`,
      role: (t, _day, bind) => `${t}.role = any(${bind()})`,
      inForce: (t, day, bind) => `${inForce(t, day)} = ${bind()}`,
      delegatedFromId: (t, _day, bind) =>
        `${t}.delegated_from = ${bind((id: string) => idOf('RoleGrant', id, 'filter', 'delegatedFromId'))}::uuid`,
    },
    order: {
      GIVEN_AT_DESC: { by: t => `${t}.given_at`, type: 'timestamptz', descending: true },
      GIVEN_AT: { by: t => `${t}.given_at`, type: 'timestamptz' },
    },
  },
});
