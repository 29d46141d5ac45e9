import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { literal, sql, type Sql } from '../../platform/database/sql.js';
import { Scopes } from '../../platform/views/scopes.js';
import type { AnyView } from '../../platform/views/view.js';
import type { Id } from '../../shared/ids.js';

/** A kind of object, by the type that the trail names, and the id of one. */
export interface Named {
  readonly type: string;
  readonly id: Id;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** What a caller sees of objects that changed, and what they may have seen before. */
@Injectable()
export class ChangedThings {
  constructor(
    private readonly db: Database,
    private readonly scopes: Scopes,
    private readonly rights: Rights,
  ) {}

  /** The versions of those that the actor sees now; `null`: it has none. */
  async seen(actor: Actor, view: AnyView, ids: readonly Id[]): Promise<ReadonlyMap<Id, number | null>> {
    if (ids.length === 0) return new Map();
    const [row, day] = [sql`thing`, sql`date ${literal(this.db.today())}`];
    const { version } = view.fields;
    const shown = version?.kind === 'value' && !version.compute && !version.lateral ? version.columns[0]!(row, day) : sql`null::int`;
    const visibility = await this.scopes.visibility(actor, view, row, 2);
    const rows = await this.db.rows<{ id: Id; version: number | null }>(
      sql`select distinct on (asked.id) asked.id, ${shown} as version from unnest($1::uuid[]) asked (id) cross join lateral ${view.byId!(row, sql`asked.id`, day)}
           where ${visibility?.condition ?? sql`true`}`,
      visibility ? [ids, visibility.value] : [ids],
    );
    return new Map(rows.map(({ id, version: found }) => [id, found]));
  }

  /**
   * Those of the named objects that somebody who sees things of `view` may have seen before: their entries are recorded at, or mention, a unit in the
   * actor's sight. What never belonged to one is as unknown to them as what does not exist.
   */
  async mayHaveSeen(actor: Actor, view: AnyView, named: readonly Named[]): Promise<ReadonlySet<Id>> {
    const all = new Set(named.map(({ id }) => id));
    const scope = this.scopes.of(view);
    const sight = this.rights.sightOf(actor);
    if (all.size === 0 || scope.kind === 'open' || sight.isWhole(scope.action)) return all;
    const units = await sight.unitsOf(scope.action);
    const rows = await this.db.rows<{ id: Id }>(
      sql`select distinct e.object_id as id from unnest($1::text[], $2::uuid[]) named (type, id)
            join audit_entry e on e.object_type = named.type and e.object_id = named.id
           where e.unit_id = any($3::uuid[])
              or exists (select from regexp_matches(concat_ws(' ', e.before::text, e.after::text), ${literal(UUID)}, 'g') m (found)
                         where m.found[1]::uuid = any($3::uuid[] || $4::uuid[]))`,
      [named.map(({ type }) => type), named.map(({ id }) => id), units, sight.own],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The ids that a select of `change-effects.ts` finds, each with its entry of the trail. */
  async affected(select: (entry: Sql) => Sql, entries: readonly Id[]): Promise<{ readonly entry: Id; readonly id: Id }[]> {
    return this.db.rows(
      sql`select e.id as entry, found.id from audit_entry e cross join lateral (${select(sql`e`)}) found (id)
           where e.id = any($1::uuid[]) and found.id is not null`,
      [entries],
    );
  }

  /** The ids that a select of `INSTALLED` finds. */
  async installed(select: Sql): Promise<Id[]> {
    return (await this.db.rows<{ id: Id }>(select)).map(({ id }) => id);
  }
}
