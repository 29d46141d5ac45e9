import { byVietnamese, columns, holds, idOf, moment, shownAll, type Chapter, type ListOracle, type Shown } from './oracle.chapter.js';
import { rootPage } from './oracle.page.js';

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
    DISPLAY_NAME: { key: ({ row }) => row.display_name, compare: byVietnamese },
    NAME: { key: ({ row }) => row.name, compare: byVietnamese },
  },
};

export const accountsChapter: Chapter = {
  lists: { Account: accountList },
  nodes: { Account: rows => rows.accounts },
  fields: {
    Query: { accounts: rootPage('Account', accountList) },
    Account: {
      id: idOf,
      ...columns({ name: 'name', displayName: 'display_name', email: 'email', role: 'role' }),
      hasPassword: ({ row }: Shown) => row.password_hash !== null,
      createdAt: moment('created_at'),
      blockedAt: moment('blocked_at'),
    },
  },
};
