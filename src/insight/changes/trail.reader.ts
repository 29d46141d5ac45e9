import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Id } from '../../shared/ids.js';

/** A place in the sealed trail. The seal shows whether it is still the same trail: a restored backup has another. */
export interface Position {
  readonly number: number;
  readonly seal: string;
}

/** A sealed entry, as far as the feed needs it. */
export interface SealedEntry extends Position {
  readonly entry: Id;
  readonly at: Date;
  readonly action: string;
  readonly type: string;
  readonly id: Id | null;
  /** What a removal took along, by table. */
  readonly removed: Readonly<Record<string, unknown>> | null;
  /** The primary keys of what a merge moved, by table. */
  readonly moved: Readonly<Record<string, readonly string[]>> | null;
}

export interface TrailPage {
  readonly entries: readonly SealedEntry[];
  /** Up to where all entries of the wanted types are in the page. */
  readonly end: Position;
  readonly hasMore: boolean;
}

/** So many positions are looked through at most in one call, whatever they are about. */
const WINDOW = 5_000;

const SEAL = `left(encode(hash, 'hex'), 16)`;

/** Reads the sealed trail in its order. */
@Injectable()
export class TrailReader {
  constructor(private readonly db: Database) {}

  /** The last sealed entry. */
  async head(): Promise<Position> {
    const [head] = await this.db.rows<Position>(
      `select position::int as number, ${SEAL} as seal from audit_seal order by position desc limit 1`,
    );
    return head ?? { number: 0, seal: '' };
  }

  /** Whether the trail has this entry at this place. */
  async contains({ number, seal }: Position): Promise<boolean> {
    if (number === 0) return true;
    const found = await this.db.rows(`select from audit_seal where position = $1 and ${SEAL} = $2`, [number, seal]);
    return found.length > 0;
  }

  /** The entries about objects of these types after a position, at most `limit`. One statement: one state of the trail. */
  async after({ number }: Position, types: readonly string[], limit: number): Promise<TrailPage> {
    const rows = await this.db.rows<SealedEntry & { readonly head: number }>(
      `with head as (select coalesce(max(position), 0) as number from audit_seal),
       found as (
         select s.position, e.id, e.at, e.action, e.object_type, e.object_id,
                case when e.action like '%.removed' then e.before end as removed,
                case when e.action like '%.merged' then e.after -> 'moved' end as moved
           from audit_seal s join audit_entry e on e.id = s.entry_id
          where s.position > $1 and s.position <= $1 + ${WINDOW} and e.object_type = any($2::text[])
          order by s.position limit $3),
       ends as (
         select case when (select count(*) from found) = $3 then (select max(position) from found) else least($1 + ${WINDOW}, head.number) end as number
           from head)
       select s.position::int as number, ${SEAL} as seal, f.at, coalesce(f.action, '') as action, coalesce(f.object_type, '') as type, f.id as entry, f.object_id as id,
              f.removed, f.moved, head.number::int as head
         from head cross join audit_seal s left join found f on f.position = s.position
        where s.position = any(array(select position from found union all select number from ends))
        order by s.position`,
      [number, types, limit],
    );
    const last = rows.at(-1);
    if (!last || last.number <= number) return { entries: [], end: last ?? { number, seal: '' }, hasMore: false };
    return {
      entries: rows.filter(({ type }) => type !== ''),
      end: { number: last.number, seal: last.seal },
      hasMore: last.number < last.head,
    };
  }
}
