import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
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
    const [days] = await tx.query<OpenDays>(
      `select f.opens_on as "opensOn", f.closes_on as "closesOn", f.extended from ${roundsFor('$2::uuid', '$3::date')} f where f.id = $1`,
      [roundId, unitId, day],
    );
    return days;
  }

  /**
   * The nearest rule for the unit's line on the day: its own, or that of a unit above it, by parent and by territory. A unit or an office that
   * has wholly passed to another is that other. `undefined` when no rule answers, or when its receiver is gone: nobody is guessed.
   */
  async authorityFor(tx: Tx, unitId: Id, day: LocalDate): Promise<Authority | undefined> {
    const on = '$2::date';
    const [rule] = await tx.query<Omit<Authority, 'receiverId'> & { receiverId: Id | null }>(
      `select ${restatedTo('a.receiver_id', on)} as "receiverId", ${restatedTo('a.recogniser_id', on)} as "recogniserId", a.level, a.basis
         from (select ${restatedTo('$1::uuid', on)} as id) asked
         join unit on unit.id = asked.id
        cross join lateral ${nearestAuthorities('asked.id', on)} near
         join receiving_authority a on a.id = near.id and a.line = unit.line`,
      [unitId, day],
    );
    return rule && rule.receiverId !== null ? { ...rule, receiverId: rule.receiverId } : undefined;
  }
}
