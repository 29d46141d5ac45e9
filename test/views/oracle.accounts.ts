import { contains } from '../../src/shared/dates.js';
import {
  byBytes,
  byNumber,
  byVietnamese,
  columns,
  holds,
  idOf,
  moment,
  shownAll,
  shownIn,
  type Chapter,
  type ListOracle,
  type Shown,
  givenNameFirst,
} from './oracle.chapter.js';
import { isInForce } from './oracle.grants.js';
import { rootPage } from './oracle.page.js';
import { lastDay } from './oracle.units.js';
import { toGlobalId } from '../../src/shared/ids.js';

const accountList: ListOracle<Shown> = {
  things: ({ rows }, day) => shownAll('Account', rows.accounts, day),
  filter: {
    text:
      (words: string) =>
      ({ row }) =>
        holds([row.name, row.display_name, row.email].filter(part => part !== null).join(' '), words),
    blocked:
      (blocked: boolean) =>
      ({ row }) =>
        (row.blocked_at !== null) === blocked,
  },
  order: {
    DISPLAY_NAME: { key: ({ row }) => givenNameFirst(row.display_name), compare: byVietnamese },
    NAME: { key: ({ row }) => row.name, compare: byVietnamese },
  },
};

/** Accounts with a right in force at a unit that the asker reads, or of people who belong there or have a post there on the day. */
const colleagueList: ListOracle<Shown> = {
  things: ({ all, reaches }, day) =>
    shownAll('Colleague', all.accounts, day).filter(({ row }) => {
      const people = new Set(all.accountPersons.filter(one => one.account_id === row.id && contains(one, day)).map(one => one.person_id));
      return (
        row.blocked_at === null &&
        (reaches(null) ||
          all.grants.some(
            one => one.account_id === row.id && isInForce(one, day, { rows: all }) && one.unit_id !== null && reaches(one.unit_id),
          ) ||
          all.people.some(one => people.has(one.id) && one.unit_id !== null && reaches(one.unit_id)) ||
          all.posts.some(one => people.has(one.person_id) && contains(one, day) && one.unit_id !== null && reaches(one.unit_id)))
      );
    }),
  filter: {
    text:
      (words: string) =>
      ({ row }) =>
        holds(row.display_name, words),
  },
  order: { DISPLAY_NAME: { key: ({ row }) => givenNameFirst(row.display_name), compare: byVietnamese } },
};

const tokenList: ListOracle<Shown> = {
  things: ({ rows }, day) => shownAll('ApiToken', rows.tokens, day),
  filter: {
    revoked:
      (revoked: boolean) =>
      ({ row }) =>
        (row.revoked_at !== null) === revoked,
  },
  order: {
    CREATED_DESC: { key: ({ row }) => row.created_at.getTime(), compare: byNumber, descending: true },
    NAME: { key: ({ row }) => row.name, compare: byVietnamese },
  },
};

export const accountsChapter: Chapter = {
  lists: { Account: accountList, Colleague: colleagueList, ApiToken: tokenList },
  nodes: { Account: rows => rows.accounts, ApiToken: rows => rows.tokens },
  fields: {
    Query: {
      accounts: rootPage('Account', accountList),
      colleagues: rootPage('Colleague', colleagueList),
      apiTokens: rootPage('ApiToken', tokenList),
    },
    Colleague: {
      id: ({ row }: Shown) => toGlobalId('Account', row.id),
      displayName: ({ row }: Shown) => row.display_name,
      person: ({ row, day }: Shown, _, { rows, all }) => {
        const link = all.accountPersons.find(one => one.account_id === row.id && contains(one, day));
        return link ? shownIn('Person', rows.people, link.person_id, day) : null;
      },
    },
    Account: {
      id: idOf,
      ...columns({ name: 'name', displayName: 'display_name', email: 'email' }),
      person: ({ row, day }: Shown, _, { rows }) => {
        const link = rows.accountPersons.find(one => one.account_id === row.id && contains(one, day));
        return link ? shownIn('Person', rows.people, link.person_id, day) : null;
      },
      people: ({ row, day }: Shown, _, { rows }) =>
        rows.accountPersons
          .filter(one => one.account_id === row.id)
          .toSorted((a, b) => byBytes(a.from!, b.from!))
          .map(link => ({ type: 'AccountPerson', row: link, day })),
      hasPassword: ({ row }: Shown) => row.password_hash !== null,
      secondFactor: ({ row }: Shown, _, { rows }) =>
        rows.secondFactors.some(factor => factor.account_id === row.id && factor.confirmed_at !== null),
      createdAt: moment('created_at'),
      blockedAt: moment('blocked_at'),
    },
    AccountPerson: {
      id: idOf,
      person: ({ row, day }: Shown, _, { rows }) => shownIn('Person', rows.people, row.person_id, day),
      ...columns({ validFrom: 'from' }),
      validTo: ({ row }: Shown) => lastDay(row as never),
    },
    ApiToken: {
      id: idOf,
      ...columns({ name: 'name' }),
      createdAt: moment('created_at'),
      createdBy: ({ row, day }: Shown, _, { rows }) => shownIn('Account', rows.accounts, row.created_by_id, day),
      expiresAt: moment('expires_at'),
      lastUsedAt: moment('last_used_at'),
      revokedAt: moment('revoked_at'),
    },
  },
};
