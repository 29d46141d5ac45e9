import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';

export const setDecidedGrade = (tx: Tx, id: Id, grade: string, reason: string): Promise<unknown> =>
  tx.query(
    `update evaluation set decided_grade = $2, decided_by = $3, decided_on = $4, decided_reason = $5, version = version + 1 where id = $1`,
    [id, grade, tx.actor.name, tx.today, reason],
  );

/** Puts equal entries in the order of `ids`, from their shared rank on. */
export const setTieOrder = (tx: Tx, ids: readonly Id[], rank: number, reason: string): Promise<unknown> =>
  tx.query(
    `update evaluation e set rank = $2 + g.place::int - 1, tied = false, tie_decided_by = $3, tie_decided_reason = $4, version = e.version + 1
       from unnest($1::uuid[]) with ordinality g (id, place) where e.id = g.id`,
    [ids, rank, tx.actor.name, reason],
  );

export interface StatedFacts {
  readonly bonus: string;
  readonly penalty: string;
  readonly answers: Readonly<Record<string, boolean>>;
  readonly factsBasis: string;
}

export const setFacts = (tx: Tx, id: Id, { bonus, penalty, answers, factsBasis }: StatedFacts): Promise<unknown> =>
  tx.query(`update evaluation set bonus = $2, penalty = $3, answers = $4, facts_basis = $5, version = version + 1 where id = $1`, [
    id,
    bonus,
    penalty,
    JSON.stringify(answers),
    factsBasis,
  ]);

/** How many entries of the round share the rank. */
export async function sharing(tx: Tx, roundId: Id, rank: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from evaluation where round_id = $1 and rank = $2 and tied`, [
    roundId,
    rank,
  ]);
  return row!.n;
}
