import { useMemo, type ReactNode } from 'react';
import { Trail, type TrailData } from '#documents/trail';
import addresses from '../../api/addresses.json';
import { dayFrom, momentText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { UnitFilter } from '../../parts/picks/unit.filter.js';
import { useValueText } from '../../parts/story.js';
import { useWords, wordIn } from '../../texts/texts.context.js';
import { useTrailTexts } from '../../texts/trail.texts.js';
import type { Column } from '../../ui/data-table.js';
import { DayField } from '../../ui/day.field.js';
import { ChoiceFilter, oneOf, pairs } from '../../ui/filters.js';
import { To } from '../../ui/link.js';
import { List } from '../../ui/list.js';
import { PAGE_SIZE, useListState } from '../../ui/list-state.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';

type Row = TrailData['auditEntries']['nodes'][number];

/** Pages of things that the trail speaks of. */
const PAGES: Readonly<Record<string, keyof typeof addresses>> = {
  EmulationModel: 'models',
  Decision: 'decisions',
  Movement: 'movements',
  RegistrationRound: 'rounds',
  Person: 'people',
  Unit: 'units',
};

/** A day in Việt Nam as the moments it begins and ends at. */
const begins = (day: string): string => new Date(`${day}T00:00:00+07:00`).toISOString();
const ends = (day: string): string => new Date(`${day}T23:59:59.999+07:00`).toISOString();

export function TrailPage(): ReactNode {
  const { terms } = useWords();
  const trail = useTrailTexts();
  const state = useListState();
  const columns = useColumns();
  const [since, until] = [dayFrom(state.filter('tungay') ?? ''), dayFrom(state.filter('denngay') ?? '')];
  const kind = oneOf(state.filter('loainguoi'), ['ACCOUNT', 'TOKEN', 'SYSTEM'] as const);
  const action = state.filter('viec');
  const read = useRead(Trail, {
    after: state.after,
    first: PAGE_SIZE,
    orderBy: oneOf(state.order, ['AT', 'AT_DESC'] as const) ?? 'AT_DESC',
    filter: {
      unitId: state.filter('donvi'),
      objectType: state.filter('loai'),
      ...(action && { action: [action] }),
      ...(kind && { actorKind: [kind] }),
      ...(since && { since: begins(since) }),
      ...(until && { until: ends(until) }),
    },
  });
  return (
    <Page title={trail.title} total={read.data?.auditEntries.totalCount}>
      <List
        label={trail.title}
        read={read}
        of={({ auditEntries }) => auditEntries}
        columns={columns}
        state={state}
        defaultOrder="AT_DESC"
        idOf={({ id }) => id}
        filters={
          <>
            <div className="filter">
              <DayField label={trail.since} value={since} onChange={day => state.setFilter('tungay', day)} />
            </div>
            <div className="filter">
              <DayField label={trail.until} value={until} onChange={day => state.setFilter('denngay', day)} />
            </div>
            <ChoiceFilter
              state={state}
              name="viec"
              label={trail.columns.action}
              choices={pairs(trail.actions).toSorted(([, a], [, b]) => a.localeCompare(b, 'vi'))}
            />
            <ChoiceFilter state={state} name="loai" label={trail.objectType} choices={pairs(trail.objects)} />
            <ChoiceFilter state={state} name="loainguoi" label={trail.actorKind} choices={pairs(terms.ActorKind)} />
            <UnitFilter state={state} />
          </>
        }
        empty={<Empty title={trail.empty} />}
      />
    </Page>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { texts } = useWords();
  const trail = useTrailTexts();
  const value = useValueText();
  return useMemo(() => {
    const heads = trail.columns;
    return [
      {
        key: 'action',
        head: heads.action,
        fixed: true,
        cell: ({ actor, onBehalfOf, action }) => (
          <>
            <strong>{onBehalfOf ? texts.story.byFor(actor, onBehalfOf) : actor}</strong> {wordIn(trail.actions, action)}
          </>
        ),
      },
      { key: 'at', head: heads.at, orders: ['AT', 'AT_DESC'], cell: ({ at }) => <span className="code">{momentText(at)}</span> },
      {
        key: 'object',
        head: heads.object,
        cell: ({ objectType, objectId }) => {
          const name = wordIn(trail.objects, objectType);
          const page = PAGES[objectType];
          return page && objectId ? <To to={`/${addresses[page]}/${objectId}`}>{name}</To> : name;
        },
      },
      { key: 'unit', head: heads.unit, cell: ({ unit }) => unit?.fullName },
      { key: 'reason', head: heads.reason, cell: ({ reason }) => reason },
      {
        key: 'changes',
        head: heads.changes,
        extra: true,
        cell: ({ changes }) =>
          changes
            .map(({ field, before, after }) => `${wordIn(trail.fields, field)}: ${value(before, field)} → ${value(after, field)}`)
            .join('; '),
      },
      { key: 'position', head: heads.position, extra: true, numeric: true, cell: ({ position }) => position },
      { key: 'requestId', head: heads.requestId, extra: true, cell: ({ requestId }) => requestId },
    ];
  }, [texts, trail, value]);
}
