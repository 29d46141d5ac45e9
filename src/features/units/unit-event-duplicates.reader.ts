import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import type { Notice } from '../../platform/graphql/mutation.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type { UnitEventDraft } from './unit-changes.js';
import { eventName, unitOfRow } from './unit-event-likeness-sql.js';
import type { UnitEffect } from './unit-ledger.editor.js';
import { sql } from '../../platform/database/sql.js';

/** Whether the unit was there before the event. */
const isKnown = (ref: string | null): ref is string => ref !== null && !ref.startsWith('#');

/** The likely duplicates of an event before it is applied (`unit-event-likeness-sql.ts` finds them afterwards). */
@Injectable()
export class UnitEventDuplicates {
  constructor(private readonly db: Database) {}

  async warningsAbout({ effective, changes }: UnitEventDraft, effects: readonly UnitEffect[]): Promise<Notice[]> {
    if (effective === null) return [];
    const established = changes.flatMap(change => (change.kind === 'establish' ? [change] : []));
    const found = await this.db.rows<{ id: Id; name: string }>(
      `select e.id, ${eventName(sql`e`)} as name from unit_event e
        where e.state = 'APPLIED' and e.effective_on = $1 and exists (
          select from unit_event_row r where r.event_id = e.id and r.relation = 'unit_span'
             and (${unitOfRow(sql`r`)} = any($2::text[]) and e.summary ?| $3::text[]
               or exists (select from unnest($4::text[], $5::text[], $6::text[]) g (name, kind, place)
                           where fold(g.name) = fold(r.after ->> 'name') and g.kind = r.after ->> 'kind'
                             and (g.place is null or g.place in (r.after ->> 'parent_id', r.after ->> 'territory_id')))))
        order by e.id limit 5`,
      [
        effective.latest,
        effects.map(({ unitId }) => unitId),
        effects.map(({ kind }) => kind),
        established.map(({ name }) => name),
        established.map(({ unitKind }) => unitKind),
        established.map(({ parent, territory }) => [parent, territory].find(isKnown) ?? null),
      ],
    );
    if (found.length === 0) return [];
    const warning = PlatformErrors.LIKELY_DUPLICATE({ type: 'UnitEvent', names: found.map(({ name }) => name) }).at('changes');
    return [{ warning, ids: found.map(({ id }) => toGlobalId('UnitEvent', id)) }];
  }
}
