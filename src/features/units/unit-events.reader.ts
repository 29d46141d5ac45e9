import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Lists, type Page, type PageArgs } from '../../platform/graphql/connection.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type { UnitEvent } from './unit-event.graphql.js';

interface EventRow {
  readonly id: Id;
  readonly kind: UnitEvent['kind'];
  readonly effective: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly note: string | null;
  readonly state: UnitEvent['state'];
  readonly summary: Readonly<Record<string, number>>;
  readonly appliedAt: Date;
  readonly undoneAt: Date | null;
  readonly undoReason: string | null;
  readonly version: number;
}

const COLUMNS = `e.id, e.kind, e.effective, e.act_number as number, e.act_date as date, e.act_issuer as issuer, e.note, e.state, e.summary,
  e.applied_at as "appliedAt", e.undone_at as "undoneAt", e.undo_reason as "undoReason", e.version`;

function toEvent({ id, number, date, issuer, summary, ...rest }: EventRow): UnitEvent {
  return {
    ...rest,
    id: toGlobalId('UnitEvent', id),
    rowId: id,
    act: { number, date, issuer },
    summary: Object.entries(summary).map(([effect, count]) => ({ effect, count })),
  };
}

@Injectable()
export class UnitEventsReader {
  constructor(
    private readonly db: Database,
    private readonly lists: Lists,
  ) {}

  readonly byId = async (ids: readonly Id[]): Promise<(UnitEvent | undefined)[]> => {
    const rows = await this.db.rows<EventRow>(`select ${COLUMNS} from unit_event e where e.id = any($1::uuid[])`, [ids]);
    const found = new Map(rows.map(row => [row.id, toEvent(row)]));
    return ids.map(id => found.get(id));
  };

  /** The latest first. */
  page(unitId: Id | undefined, args: PageArgs): Promise<Page<UnitEvent>> {
    const touched = `e.id in (
      select r.event_id from unit_event_row r
       where r.row_id = $1 or (r.relation = 'unit_span' and coalesce(r.after, r.before) ->> 'unit_id' = $1::text))`;
    return this.lists.page<EventRow, UnitEvent>(
      {
        from: 'unit_event e',
        where: unitId === undefined ? [] : [touched],
        values: unitId === undefined ? [] : [unitId],
        columns: COLUMNS,
        order: { name: 'unitEvent.APPLIED_AT_DESC', by: 'e.applied_at', type: 'timestamptz', descending: true },
        id: 'e.id',
      },
      args,
      toEvent,
    );
  }
}
