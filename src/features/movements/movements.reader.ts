import { sql } from '../../platform/database/sql.js';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { Ask } from '../units/unit-ledger.store.js';
import { restatedTo } from '../units/unit-sql.js';
import type { RecognitionLevel } from './recognition-level.js';
import { nearestAuthorities, roundsFor } from './unit-climb.js';

/** A registration round as other chapters' commands need it. */
export interface KnownRound {
  readonly id: Id;
  readonly movementId: Id;
  readonly unitId: Id;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
}

/** When a unit can register in a round. */
export interface OpenDays {
  readonly opensOn: LocalDate;
  /** The last day for this unit. */
  readonly closesOn: LocalDate;
  /** Whether that is later than for all. */
  readonly extended: boolean;
}

/** Who receives a unit's models, and who recognises them. */
export interface Authority {
  readonly receiverId: Id;
  readonly recogniserId: Id | null;
  readonly level: RecognitionLevel;
  readonly basis: string;
}

/** Narrow questions that other chapters' commands ask about movements, answered as the transaction sees them. */
@Injectable()
export class MovementsReader {
  async roundIn(tx: Tx, id: Id): Promise<KnownRound | undefined> {
    const [round] = await tx.query<KnownRound>(
      `select id, movement_id as "movementId", unit_id as "unitId", opens_on as "opensOn", closes_on as "closesOn"
         from registration_round where id = $1`,
      [id],
    );
    return round;
  }

  /** The days on which the unit can register in the round; `undefined` when it does not stand in the round's subtree on `day`. */
  async lastDayFor(tx: Tx, roundId: Id, unitId: Id, day: LocalDate): Promise<OpenDays | undefined> {
    return (await this.openDaysFor(askOf(tx), [{ roundId, unitId }], day))[0];
  }

  /** The same for many, with one statement; `undefined` also where no round is asked for. */
  async openDaysFor(
    ask: Ask,
    keys: readonly { readonly roundId: Id | null; readonly unitId: Id }[],
    day: LocalDate,
  ): Promise<(OpenDays | undefined)[]> {
    if (keys.every(({ roundId }) => roundId === null)) return keys.map(() => undefined);
    const rows = await ask<OpenDays & { n: number }>(
      `select q.n::int as n, f.opens_on as "opensOn", f.closes_on as "closesOn", f.extended
         from unnest($1::uuid[], $2::uuid[]) with ordinality q (round_id, unit_id, n)
        cross join lateral ${roundsFor(sql`q.unit_id`, sql`$3::date`)} f where f.id = q.round_id`,
      [keys.map(key => key.roundId), keys.map(key => key.unitId), day],
    );
    return inOrder(rows, keys.length);
  }

  /**
   * The nearest rule for the unit's line on the day: its own, or that of a unit above it, by parent and by territory. A unit or an office that
   * has wholly passed to another is that other. `undefined` when no rule answers, or when its receiver is gone: nobody is guessed.
   */
  async authorityFor(tx: Tx, unitId: Id, day: LocalDate): Promise<Authority | undefined> {
    return (await this.authoritiesFor(askOf(tx), [unitId], day))[0];
  }

  /** The same for many units, with one statement. */
  async authoritiesFor(ask: Ask, unitIds: readonly Id[], day: LocalDate): Promise<(Authority | undefined)[]> {
    const on = sql`$2::date`;
    const rows = await ask<Authority & { n: number }>(
      `select q.n::int as n, rule.* from unnest($1::uuid[]) with ordinality q (id, n) cross join lateral (
         select ${restatedTo(sql`a.receiver_id`, on)} as "receiverId", ${restatedTo(sql`a.recogniser_id`, on)} as "recogniserId", a.level, a.basis
           from (select ${restatedTo(sql`q.id`, on)} as id) asked
           join unit on unit.id = asked.id
           join receiving_authority a on a.line = unit.line
          where a.id in ${nearestAuthorities(sql`asked.id`, on)}) rule
        where rule."receiverId" is not null`,
      [unitIds, day],
    );
    return inOrder(rows, unitIds.length);
  }
}

const askOf =
  (tx: Tx): Ask =>
  (text, values) =>
    tx.query(text, values);

/** Answers numbered from one, put back into the places of their questions. */
function inOrder<T extends { readonly n: number }>(rows: readonly T[], length: number): (Omit<T, 'n'> | undefined)[] {
  const answers = Array.from({ length }, (): Omit<T, 'n'> | undefined => undefined);
  for (const { n, ...answer } of rows) answers[n - 1] = answer;
  return answers;
}
