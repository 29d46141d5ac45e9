import { villageFields } from './oracle.villages.js';
import {
  bothWays,
  byBytes,
  byNumber,
  columns,
  idOf,
  moment,
  rowId,
  shownAll,
  shownIn,
  type Chapter,
  type ListOracle,
  type Shown,
} from './oracle.chapter.js';
import { rootPage } from './oracle.page.js';
import type { EventRow } from './oracle.unit-rows.js';

type ShownEvent = Shown<EventRow>;

const eventList: ListOracle<ShownEvent> = {
  things: ({ rows }, day) => shownAll('UnitEvent', rows.events, day),
  filter: {
    state: (state: string) => shown => shown.row.state === state,
    // Whatever it did to the unit itself or to one of its spans.
    unitId: (globalId: string, { rows }) => {
      const unit = rowId('Unit', globalId);
      const traces = rows.traces.filter(t => t.row_id === unit || (t.relation === 'unit_span' && (t.after ?? t.before)!.unit_id === unit));
      const touched = new Set(traces.map(t => t.event_id));
      return shown => touched.has(shown.row.id);
    },
  },
  order: bothWays('APPLIED_AT', shown => shown.row.applied_at.getTime(), byNumber),
};

export const eventsChapter: Chapter = {
  lists: { UnitEvent: eventList },
  nodes: { UnitEvent: rows => rows.events },
  fields: {
    Query: {
      unitEvents: rootPage('UnitEvent', eventList),
      unitEvent: (_, { id }, { rows, today }) => shownIn('UnitEvent', rows.events, rowId('UnitEvent', id), today),
    },
    UnitEvent: {
      id: idOf,
      ...columns({ kind: 'kind', effective: 'effective', note: 'note', state: 'state', undoReason: 'undo_reason', version: 'version' }),
      act: (shown: ShownEvent) => shown,
      summary: ({ row }: ShownEvent) => Object.entries(row.summary).toSorted(([a], [b]) => byBytes(a, b)),
      effects: ({ row }: ShownEvent) => row.effects.map((effect: object) => ({ row: effect })),
      appliedAt: moment('applied_at'),
      undoneAt: moment('undone_at'),
    },
    Village: villageFields,
    Act: columns({ number: 'act_number', date: 'act_date', issuer: 'act_issuer' }),
    UnitEventEffect: columns({ kind: 'kind', unit: 'unit', before: 'before', after: 'after' }),
    UnitEventCount: {
      effect: ([effect]: [string, number]) => effect,
      count: ([, count]: [string, number]) => count,
    },
  },
};
