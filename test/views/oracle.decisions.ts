import { historyOf } from './oracle.audit.js';
import {
  bothWays,
  byBytes,
  byVietnamese,
  columns,
  holds,
  idOf,
  rowId,
  shownAll,
  shownIn,
  type Chapter,
  type ListOracle,
  type Shown,
} from './oracle.chapter.js';
import { rootPage } from './oracle.page.js';
import { shownUnit } from './oracle.units.js';

const decisionList: ListOracle<Shown> = {
  things: ({ rows }, day) => shownAll('Decision', rows.decisions, day),
  filter: {
    text:
      (words: string) =>
      ({ row }) =>
        holds(`${row.number} ${row.abstract ?? ''}`, words),
    issuerId: (id: string) => {
      const issuer = rowId('Unit', id);
      return ({ row }) => row.issuer_id === issuer;
    },
    year:
      (year: number) =>
      ({ row }) =>
        Number(row.issued_on.slice(0, 4)) === year,
    kind:
      (kinds: string[]) =>
      ({ row }) =>
        kinds.includes(row.kind),
  },
  order: {
    ...bothWays('ISSUED_ON', shown => shown.row.issued_on, byBytes),
    ...bothWays('NUMBER', shown => shown.row.number, byVietnamese),
  },
};

export const decisionsChapter: Chapter = {
  lists: { Decision: decisionList },
  nodes: { Decision: rows => rows.decisions },
  fields: {
    Query: {
      decisions: rootPage('Decision', decisionList),
      decision: (_, { id }, { rows, today }) => shownIn('Decision', rows.decisions, rowId('Decision', id), today),
    },
    Decision: {
      id: idOf,
      ...columns({ number: 'number', kind: 'kind', issuedOn: 'issued_on', signer: 'signer', abstract: 'abstract', version: 'version' }),
      scans: ({ row, day }: Shown, _, { rows }) => {
        const own = new Set(rows.scans.filter(scan => scan.decision_id === row.id).map(scan => scan.file_id));
        return shownAll('File', rows.files, day)
          .filter(file => own.has(file.row.id))
          .toSorted((a, b) => byBytes(a.row.id, b.row.id));
      },
      history: historyOf('Decision'),
      issuer: ({ row }: Shown, _, world) => shownUnit(world, row.issuer_id, row.issued_on),
    },
  },
};
