import { sql } from '../../../platform/database/sql.js';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { Scopes } from '../../../platform/views/scopes.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { siblingsOf } from '../../units/unit-sql.js';
import { modelView } from '../model.view.js';
import type { LikelyDuplicate } from '../model.graphql.js';

/** The trigram similarity of folded titles from which two may name the same model. */
const MIN_SIMILARITY = 0.55;
const MAX_RESULTS = 10;

/** Finds models that may be the same as a new one: those with a similar title; first of the unit itself, then of units under the same parent. */
@Injectable()
export class ModelDuplicates {
  constructor(
    private readonly db: Database,
    private readonly scopes: Scopes,
  ) {}

  async of(actor: Actor, title: string, unitId: Id, except: Id | null): Promise<LikelyDuplicate[]> {
    const visibility = await this.scopes.visibility(actor, modelView, sql`m`, 4);
    return this.db.rows<LikelyDuplicate>(
      `select m.id as model, round(similarity(m.folded, fold($1)) * 100)::int as likeness
         from emulation_model m
        where m.folded % fold($1) and similarity(m.folded, fold($1)) >= ${MIN_SIMILARITY} and m.id is distinct from $3
          and m.trashed_at is null and m.merged_into_id is null ${visibility ? sql`and ${visibility.condition}` : sql``}
        order by (m.unit_id = $2::uuid) desc, (m.unit_id in ${siblingsOf(sql`$2::uuid`)}) desc, likeness desc, m.id
        limit ${MAX_RESULTS}`,
      [cleanText(title), unitId, except, ...(visibility ? [visibility.value] : [])],
    );
  }
}
