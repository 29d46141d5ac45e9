import { toGlobalId } from '../../src/shared/ids.js';
import { contains, type LocalDate } from '../../src/shared/dates.js';
import {
  bothWays,
  byNumber,
  columns,
  idOf,
  moment,
  refused,
  rowId,
  shownAll,
  type Chapter,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { rootPage } from './oracle.page.js';
import { lastDay, shownUnit } from './oracle.units.js';
import type { AnyRow, Dated } from './oracle.rows.js';

type Granted = Shown<AnyRow & Dated>;

const shout = (role: string): string => role.replaceAll(/[A-Z]/g, letter => `_${letter}`).toUpperCase();
const principal = (row: AnyRow, { rows }: Pick<World, 'rows'>): AnyRow | undefined => {
  const original = rows.grants.find(grant => grant.id === row.delegated_from);
  return original && rows.accounts.find(account => account.id === original.account_id);
};
export const isInForce = (row: AnyRow & Dated, day: LocalDate, world: Pick<World, 'rows'>): boolean =>
  contains(row, day) && row.ended_at === null && !principal(row, world)?.blocked_at;

const list: ListOracle<Granted> = {
  things: ({ rows }, day) => shownAll('RoleGrant', rows.grants, day),
  filter: {
    holderId: (id: string) => {
      const found = fromGlobalId(id);
      if (found?.type !== 'Account' && found?.type !== 'ApiToken') throw refused('ID_INVALID');
      return ({ row }) => (row.account_id ?? row.api_token_id) === found.id;
    },
    unitId: (id: string) => {
      const unit = rowId('Unit', id);
      return ({ row }) => row.unit_id === unit;
    },
    role: (roles: readonly string[]) => shown => roles.includes(shout(shown.row.role)),
    inForce: (is: boolean, world, day) => shown => isInForce(shown.row, day, world) === is,
    delegatedFromId: (id: string) => {
      const original = rowId('RoleGrant', id);
      return ({ row }) => row.delegated_from === original;
    },
    delegatedById: (id: string, world) => {
      const account = rowId('Account', id);
      return ({ row }) => principal(row, world)?.id === account;
    },
  },
  order: bothWays('GIVEN_AT', shown => shown.row.given_at.getTime(), byNumber),
};

export const grantsChapter: Chapter = {
  lists: { RoleGrant: list },
  nodes: { RoleGrant: rows => rows.grants },
  fields: {
    Query: { grants: rootPage('RoleGrant', list) },
    RoleGrant: {
      id: idOf,
      role: ({ row }: Granted) => shout(row.role),
      holderKind: ({ row }: Granted) => (row.account_id === null ? 'TOKEN' : 'ACCOUNT'),
      holderId: ({ row }: Granted) =>
        row.account_id === null ? toGlobalId('ApiToken', row.api_token_id) : toGlobalId('Account', row.account_id),
      holderName: ({ row }: Granted, _, { rows }) =>
        rows.accounts.find(({ id }) => id === row.account_id)?.display_name ?? rows.tokens.find(({ id }) => id === row.api_token_id)!.name,
      unit: ({ row, day }: Granted, _, world) => (row.unit_id === null ? null : shownUnit(world, row.unit_id, day)),
      validFrom: ({ row }: Granted) => row.from,
      validTo: ({ row }: Granted) => lastDay(row),
      inForce: (shown: Granted, _, world) => isInForce(shown.row, shown.day, world),
      onBehalfOf: ({ row }: Granted, _, world) => principal(row, world)?.display_name ?? null,
      delegatedFrom: ({ row, day }: Granted, _, { rows }) =>
        shownAll('RoleGrant', rows.grants, day).find(shown => shown.row.id === row.delegated_from) ?? null,
      ...columns({
        paperNumber: 'paper_number',
        line: 'line',
        reason: 'reason',
        givenBy: 'given_by',
        endedBy: 'ended_by',
        endReason: 'end_reason',
        version: 'version',
      }),
      givenAt: moment('given_at'),
      endedAt: moment('ended_at'),
    },
  },
};
