import { or, sql } from '../../platform/database/sql.js';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import type { Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { modelView } from './model.view.js';
import type { LikelyDuplicate } from './model.graphql.js';

/** Titles this much alike, by their three-letter pieces without marks, may mean one model. */
const ALIKE = 0.55;
const MOST_SHOWN = 10;

/** Models that may be the same as one that is about to be registered: a like title, the unit itself and its neighbours first. */
@Injectable()
export class ModelDuplicates {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  async of(actor: Actor, title: string, unitId: Id, except: Id | null): Promise<LikelyDuplicate[]> {
    const { scope } = modelView;
    const sight = this.rights.sightOf(actor);
    const restricted = scope.kind === 'units' && !sight.isWhole(scope.action) ? scope : undefined;
    const units = restricted ? [await sight.unitsOf(restricted.action)] : [];
    const seen = restricted ? sql`and ${or(restricted.paths(sql`m`, sql`in (select unnest($4::uuid[]))`))}` : sql``;
    return this.db.rows<LikelyDuplicate>(
      `with near as (
         select s.unit_id as id from unit_span s
          where coalesce(s.parent_id, s.territory_id) = (
            select coalesce(o.parent_id, o.territory_id) from unit_span o where o.unit_id = $2 order by upper_inf(o.validity) desc, o.validity desc limit 1))
       select m.id as model, round(similarity(m.folded, fold($1)) * 100)::int as likeness
         from emulation_model m
        where m.folded % fold($1) and similarity(m.folded, fold($1)) >= ${ALIKE} and m.id is distinct from $3
          and m.trashed_at is null and m.merged_into_id is null ${seen}
        order by (m.unit_id = $2) desc, (m.unit_id in (select id from near)) desc, likeness desc, m.id
        limit ${MOST_SHOWN}`,
      [cleanText(title), unitId, except, ...units],
    );
  }
}
