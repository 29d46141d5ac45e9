import { sql } from '../../platform/database/sql.js';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { fullName, type UnitKind } from './unit-kinds.js';
import { unitOn, wholeSuccessorOn } from './unit-sql.js';

/** A unit as of a day, for commands. */
export interface UnitOnDay {
  readonly id: Id;
  readonly fullName: string;
  /** The official code; `null`: it has none. */
  readonly code: string | null;
  readonly inForce: boolean;
}

interface Row extends Omit<UnitOnDay, 'fullName'> {
  readonly name: string;
  readonly kind: UnitKind;
}

const recordOf = ({ name, kind, ...unit }: Row): UnitOnDay => ({ ...unit, fullName: fullName(kind, name) });

/** Reads units for commands of other chapters. What the API shows is defined in `unit.view.ts`. */
@Injectable()
export class UnitsReader {
  /** Each unit as of the day, or else as of the nearest known day, in the order of `ids`; `undefined` for an unknown id. */
  async onDay(tx: Tx, ids: readonly Id[], day: LocalDate): Promise<(UnitOnDay | undefined)[]> {
    const rows = await tx.query<Row>(
      `select t.id, t.name, t.kind, t.code, t.life @> $2::date as "inForce" from unnest($1::uuid[]) q (id) cross join lateral ${unitOn(sql`t`, sql`q.id`, sql`$2::date`)}`,
      [[...new Set(ids)], day],
    );
    const found = new Map(rows.map(row => [row.id, recordOf(row)]));
    return ids.map(id => found.get(id));
  }

  /** The unit as of the last of the days, in force if it was so on any of them; `undefined` for an unknown id. @param first `null`: any day before. */
  async within(
    tx: Tx,
    id: Id,
    { first, last }: { readonly first: LocalDate | null; readonly last: LocalDate },
  ): Promise<UnitOnDay | undefined> {
    const [unit] = await tx.query<Row>(
      `select t.id, t.name, t.kind, t.code, t.life && daterange($2::date, $3::date, '[]') as "inForce" from ${unitOn(sql`t`, sql`$1::uuid`, sql`$3::date`)}`,
      [id, first, last],
    );
    return unit && recordOf(unit);
  }

  /** The unit, or what it has passed to as a whole by the day; `null` if it has ended without that. */
  async successorOn(tx: Tx, id: Id, day: LocalDate): Promise<Id | null> {
    const [row] = await tx.query<{ id: Id | null }>(`select ${wholeSuccessorOn(sql`$1::uuid`, sql`$2::date`)} as id`, [id, day]);
    return row!.id;
  }
}
