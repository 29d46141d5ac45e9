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
import type { AnyRow } from './oracle.rows.js';
import { shownUnit } from './oracle.units.js';

const isComplete = (row: AnyRow): boolean => row.number !== null && row.issued_on !== null;

const decisionList: ListOracle<Shown> = {
  things: ({ rows }, day) => shownAll('Decision', rows.decisions, day),
  filter: {
    text:
      (words: string) =>
      ({ row }) =>
        holds(`${row.number ?? ''} ${row.abstract ?? ''}`, words),
    issuerId: (id: string) => {
      const issuer = rowId('Unit', id);
      return ({ row }) => row.issuer_id === issuer;
    },
    year:
      (year: number) =>
      ({ row }) =>
        [row.issued_from, row.issued_by].every(date => date !== null && Number(date.slice(0, 4)) === year),
    complete:
      (wanted: boolean) =>
      ({ row }) =>
        isComplete(row) === wanted,
    state:
      (states: string[]) =>
      ({ row }) =>
        states.includes(row.state),
    kind:
      (kinds: string[]) =>
      ({ row }) =>
        kinds.includes(row.kind),
  },
  order: {
    ...bothWays('ISSUED_ON', shown => shown.row.issued_by, byBytes),
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
      ...columns({
        number: 'number',
        kind: 'kind',
        issuedOn: 'issued_on',
        issued: 'issued',
        source: 'source',
        signer: 'signer',
        signerPost: 'signer_post',
        state: 'state',
        revokedOn: 'revoked_on',
        abstract: 'abstract',
        version: 'version',
      }),
      amendedBy: ({ row, day }: Shown, _, { rows }) => shownIn('Decision', rows.decisions, row.amended_by_id, day),
      revokedBy: ({ row, day }: Shown, _, { rows }) => shownIn('Decision', rows.decisions, row.revoked_by_id, day),
      complete: ({ row }: Shown) => isComplete(row),
      scans: ({ row, day }: Shown, _, { rows }) => {
        const own = new Set(rows.scans.filter(scan => scan.decision_id === row.id).map(scan => scan.file_id));
        return shownAll('File', rows.files, day)
          .filter(file => own.has(file.row.id))
          .toSorted((a, b) => byBytes(a.row.id, b.row.id));
      },
      history: (shown: Shown, args, world) =>
        world.rows.ownDecisions.some(({ id }) => id === shown.row.id) ? historyOf('Decision')(shown, args, world) : [],
      issuer: ({ row, day }: Shown, _, world) => shownUnit(world, row.issuer_id, row.issued_by ?? day),
    },
  },
};
