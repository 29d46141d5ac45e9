import { foldText } from '../../src/shared/text.js';
import { historyOf } from './oracle.audit.js';
import {
  byBytes,
  columns,
  idOf,
  is,
  shownAll,
  shownIn,
  thing,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import { rootPage } from './oracle.page.js';
import type { AnyRow, Rows } from './oracle.rows.js';
import { fullName, spanOn, unitAt } from './oracle.units.js';

/** Whether the hold is of the recipient of the line: of a unit, also where the line prints its name of the day. */
export const isHeldBy = (all: Rows, hold: AnyRow, line: AnyRow, day: string): boolean => {
  if (hold.person_id !== null && hold.person_id === line.person_id) return true;
  if (hold.unit_id === null || hold.unit_id !== line.unit_id) return false;
  if (hold.name === null) {
    if (line.kind !== 'COLLECTIVE' || line.person_id !== null) return false;
    const known = [line.unit_name, fullName(spanOn({ rows: all }, line.unit_id, day))];
    return line.unit_name === null || (line.name !== null && known.some(name => foldText(name) === foldText(line.name)));
  }
  return line.unit_name !== null && line.name !== null && foldText(hold.name) === foldText(line.name);
};

const isInForce = (hold: AnyRow, day: string): boolean => hold.placed_on <= day && (hold.lifted_on === null || hold.lifted_on > day);

const holdList: ListOracle<Shown> = {
  things: ({ rows }, day) =>
    shownAll(
      'Hold',
      rows.holds.filter(({ placed_on }) => placed_on <= day),
      day,
    ),
  filter: {
    standing:
      (wanted: boolean) =>
      ({ row, day }) =>
        isInForce(row, day) === wanted,
    unitId: is('unit_id', 'Unit'),
    bodyId: is('body_id', 'Unit'),
    reviewBy:
      (day: string) =>
      ({ row }) =>
        row.review_on <= day,
  },
  order: {
    REVIEW_ON: { key: ({ row }) => row.review_on, compare: byBytes },
    PLACED_ON_DESC: { key: ({ row }) => row.placed_on, compare: byBytes, descending: true },
  },
};

/** The hold of the recipient of a proposed line. */
export const holdOf: Answer = ({ row, day }: Shown, _, { rows, all }: World) => {
  // The one to be reviewed last, for any reader.
  const [hold] = all.holds
    .filter(one => isHeldBy(all, one, row, day) && isInForce(one, day))
    .toSorted((a, b) => byBytes(b.review_on, a.review_on) || byBytes(a.id, b.id));
  return hold ? shownIn('Hold', rows.holds, hold.id, day) : null;
};

/** Holds of commendations. */
export const holdsChapter: Chapter = {
  lists: { Hold: holdList },
  nodes: { Hold: rows => rows.holds },
  fields: {
    Query: { holds: rootPage('Hold', holdList) },
    Hold: {
      id: idOf,
      ...columns({ name: 'name', placedOn: 'placed_on', reviewOn: 'review_on', liftedOn: 'lifted_on', version: 'version' }),
      person: thing('Person', rows => rows.people, 'person_id'),
      unit: unitAt('unit_id'),
      body: unitAt('body_id'),
      council: thing('Council', rows => rows.councils, 'council_id'),
      reason: ({ row, day }: Shown, _, { rows }: World) => shownIn('HoldReason', rows.holdReasons, row.id, day),
    },
    HoldReason: {
      ...columns({ ground: 'ground', text: 'reason', source: 'source', liftReason: 'lift_reason' }),
      history: historyOf('Hold'),
    },
  },
};
