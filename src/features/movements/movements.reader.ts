import { sql } from '../../platform/database/sql.js';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import { lineOf, wholeSuccessorOn } from '../units/unit-sql.js';
import type { RecognitionLevel } from '../sectors/recognition-level.js';
import { FORM_ITEMS, nameOfItem, type FormItem, type FormItemName } from './form-items.js';
import { authoritiesOfUnit, itemsOfRound, roundsOfUnit } from './movement-sql.js';

/** A registration round, for commands of other chapters. */
export interface RegistrationRoundRecord {
  readonly id: Id;
  readonly movementId: Id;
  readonly unitId: Id;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
}

/** The days on which a unit can register in a round. */
export interface OpenDays {
  readonly opensOn: LocalDate;
  /** The last day for this unit. */
  readonly closesOn: LocalDate;
  /** Whether the unit has more time than the round gives to all units. */
  readonly extended: boolean;
}

/** The offices that receive and recognise the models of a unit. */
export interface Authority {
  readonly receiverId: Id;
  readonly recogniserId: Id | null;
  readonly level: RecognitionLevel;
  readonly requiresAppraisal: boolean;
  readonly basis: string;
}

/** Longer chains of authorities do not exist: grassroots, commune, district, province, central. */
export const MOST_LEVELS = 5;

/** A file whose recognition is asked about: the unit of the model, who holds the file today, and the round in which it was registered. */
interface HeldFile {
  readonly unitId: Id;
  readonly heldBy: Id;
  readonly roundId: Id | null;
}

const DAY = sql`$2::date`;
/** The rules for units of which each is in force, or has a whole successor; without those whose receiving office is not. */
const AUTHORITIES = sql`
  select q.n::int as n, rule.* from unnest($1::uuid[]) with ordinality q (id, n) cross join lateral (
    select ${wholeSuccessorOn(sql`a.receiver_id`, DAY)} as "receiverId", ${wholeSuccessorOn(sql`a.recogniser_id`, DAY)} as "recogniserId", a.level,
           a.requires_appraisal as "requiresAppraisal", a.basis
      from (select ${wholeSuccessorOn(sql`q.id`, DAY)} as id) asked
      join receiving_authority a on a.line = ${lineOf(sql`asked.id`)}
     where a.id in ${authoritiesOfUnit(sql`asked.id`, DAY)}) rule
   where rule."receiverId" is not null`;

/** Reads movements for commands of other chapters. What the API shows is defined in `movement.view.ts` and `receiving-authority.view.ts`. */
@Injectable()
export class MovementsReader {
  async roundIn(tx: Tx, id: Id): Promise<RegistrationRoundRecord | undefined> {
    const [round] = await tx.query<RegistrationRoundRecord>(
      `select id, movement_id as "movementId", unit_id as "unitId", opens_on as "opensOn", closes_on as "closesOn"
         from registration_round where id = $1`,
      [id],
    );
    return round;
  }

  /** The days on which the unit, or its whole successor, can register in the round; `undefined` if that unit does not belong to the round on `day`. */
  async lastDayFor(tx: Tx, roundId: Id, unitId: Id, day: LocalDate): Promise<OpenDays | undefined> {
    return (await this.openDaysFor(tx.query, [{ roundId, unitId }], day))[0];
  }

  /** `lastDayFor` for many keys in one statement; `undefined` also for a key without a round. */
  async openDaysFor(
    query: QueryRows,
    keys: readonly { readonly roundId: Id | null; readonly unitId: Id }[],
    day: LocalDate,
  ): Promise<(OpenDays | undefined)[]> {
    if (keys.every(({ roundId }) => roundId === null)) return keys.map(() => undefined);
    const rows = await query<OpenDays & { n: number }>(
      `select q.n::int as n, f.opens_on as "opensOn", f.closes_on as "closesOn", f.extended
         from unnest($1::uuid[], $2::uuid[]) with ordinality q (round_id, unit_id, n)
        cross join lateral (select ${wholeSuccessorOn(sql`q.unit_id`, sql`$3::date`)} as id) asked
        cross join lateral ${roundsOfUnit(sql`asked.id`, sql`$3::date`)} f where f.id = q.round_id`,
      [keys.map(key => key.roundId), keys.map(key => key.unitId), day],
    );
    return inOrder(rows, keys.length);
  }

  /** The items that a form of the round has to contain when it is submitted on the day, for each of the rounds; `null`: no round. */
  async requiredItemsFor(query: QueryRows, roundIds: readonly (Id | null)[], day: LocalDate): Promise<(readonly FormItem[])[]> {
    if (roundIds.every(id => id === null)) return roundIds.map(() => FORM_ITEMS);
    const rows = await query<{ n: number; items: FormItemName[] }>(
      `select q.n::int as n, ${itemsOfRound(sql`q.id`, sql`(select r.movement_id from registration_round r where r.id = q.id)`, sql`$2::date`)} as items
         from unnest($1::uuid[]) with ordinality q (id, n)`,
      [roundIds, day],
    );
    const byNumber = new Map(rows.map(({ n, items }) => [n, items]));
    return roundIds.map((_, i) => FORM_ITEMS.filter(item => byNumber.get(i + 1)!.includes(nameOfItem(item))));
  }

  /**
   * The nearest rule for the unit’s line on the day: its own, or that of a unit above it, by parent and by territory. A unit or office that
   * passed as a whole to another is replaced by that one. `undefined` if there is no rule, or if its receiver has ended without a successor.
   */
  async authorityFor(tx: Tx, unitId: Id, day: LocalDate): Promise<Authority | undefined> {
    return (await this.authoritiesFor(tx.query, [unitId], day))[0];
  }

  /** `authorityFor` for many units in one statement. */
  async authoritiesFor(query: QueryRows, unitIds: readonly Id[], day: LocalDate): Promise<(Authority | undefined)[]> {
    const asked = [...new Set(unitIds)];
    const rows = await query<Authority & { n: number }>(AUTHORITIES, [asked, day]);
    const found = inOrder(rows, asked.length);
    const numbers = new Map(asked.map((id, i) => [id, i]));
    return unitIds.map(id => found[numbers.get(id)!]);
  }

  /**
   * Whether each of the files is recognised only after an appraisal: by the rule through which its holder has it, or by its registration round for the
   * level of that rule. Where no rule is known, neither is the level: then a round that names any level requires it.
   */
  async requireAppraisal(query: QueryRows, files: readonly HeldFile[], day: LocalDate): Promise<boolean[]> {
    if (files.length === 0) return [];
    const rules = await this.rulesOfHolders(query, files, day);
    const rows = await query<{ id: Id; levels: RecognitionLevel[] }>(
      `select id, appraised_at as levels from registration_round where id = any($1::uuid[])`,
      [files.flatMap(({ roundId }) => roundId ?? [])],
    );
    const levels = new Map(rows.map(row => [row.id, row.levels]));
    return files.map(({ roundId }, i) => {
      const [rule, ofRound] = [rules[i], (roundId === null ? undefined : levels.get(roundId)) ?? []];
      return rule ? rule.requiresAppraisal || ofRound.includes(rule.level) : ofRound.length > 0;
    });
  }

  /** The rule through which each holder has the file: that of the unit, or one further up, where the file was passed on. */
  private async rulesOfHolders(query: QueryRows, files: readonly HeldFile[], day: LocalDate): Promise<(Authority | undefined)[]> {
    const found: (Authority | undefined)[] = files.map(() => undefined);
    let asked = files.map(({ unitId }, i) => ({ i, unitId }));
    for (let step = 0; step < MOST_LEVELS && asked.length > 0; step++) {
      const rules = await this.authoritiesFor(
        query,
        asked.map(({ unitId }) => unitId),
        day,
      );
      asked = asked.flatMap(({ i, unitId }, at) => {
        const rule = rules[at];
        if (rule?.receiverId === files[i]!.heldBy) found[i] = rule;
        else if (rule && rule.receiverId !== unitId) return [{ i, unitId: rule.receiverId }];
        return [];
      });
    }
    return found;
  }
}

/** Arranges rows by their number `n`, which counts from one; numbers without a row are `undefined`. */
function inOrder<T extends { readonly n: number }>(rows: readonly T[], length: number): (Omit<T, 'n'> | undefined)[] {
  const answers = Array.from({ length }, (): Omit<T, 'n'> | undefined => undefined);
  for (const { n, ...answer } of rows) answers[n - 1] = answer;
  return answers;
}
