import { Injectable } from '@nestjs/common';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type { Actor } from '../access/actor.js';
import { sql, type Sql } from '../database/sql.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import type { Notice } from '../graphql/mutation.js';
import { QueryRunner } from './query-runner.js';
import { Scopes } from './scopes.js';
import type { AnyView } from './view.js';

/** When two rows of a view may be one thing that was entered twice. */
export interface Likeness {
  readonly view: AnyView;
  readonly table: Sql;
  /** What people know the thing by. */
  readonly name: (row: Sql) => Sql;
  /** The input that a client looks at again. */
  readonly field: string;
  /** Whether `other` may be the same thing as `own`. */
  readonly isLike: (own: Sql, other: Sql) => Sql;
}

/** The trigram similarity of folded names from which two may name the same thing. */
const MIN_SIMILARITY = sql`0.55`;
const MAX_NAMED = 5;

/** Whether two folded names are equal or very similar. */
export const similar = (own: Sql, other: Sql): Sql => sql`similarity(${own}, ${other}) >= ${MIN_SIMILARITY}`;

/** Finds what may be the same as a thing just entered. It only warns: namesakes exist, and only a person can tell. */
@Injectable()
export class LikelyDuplicates {
  constructor(
    private readonly queries: QueryRunner,
    private readonly scopes: Scopes,
  ) {}

  /** A warning that names what may be the same thing, the earliest first; none where nothing that the actor sees is alike. */
  async warningsAbout(actor: Actor, { view, table, name, field, isLike }: Likeness, id: Id): Promise<Notice[]> {
    const [own, other] = [sql`own`, sql`other`];
    const visibility = await this.scopes.visibility(actor, view, other, 2);
    // Prepared: it takes ten times longer to plan than to run.
    const found = await this.queries.rows(
      `select ${other}.id, ${name(other)} as name from ${table} ${own} join ${table} ${other} on ${other}.id <> ${own}.id and ${isLike(own, other)}
        where ${own}.id = $1 ${visibility ? sql`and ${visibility.condition}` : sql``} order by ${other}.id limit ${MAX_NAMED}`,
      [id, ...(visibility ? [visibility.value] : [])],
      'in time',
    );
    if (found.length === 0) return [];
    const warning = PlatformErrors.LIKELY_DUPLICATE({ type: view.name, names: found.map(([, called]) => called as string) }).at(field);
    return [{ warning, ids: found.map(([similarId]) => toGlobalId(view.name, similarId as Id)) }];
  }
}
