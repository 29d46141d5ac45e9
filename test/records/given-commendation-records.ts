import type pg from 'pg';
import { newId, toGlobalId } from '../../src/shared/ids.js';
import type { GivenRecords } from './given-records.js';

let count = 0;

/** Commendations, and what of them rests on decisions, people and lists. */
export function givenCommendationRecords(db: pg.Client, unit: string, decide: () => Promise<string>): GivenRecords {
  const list = async (more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const id = newId();
    const row = { id, unit_id: unit, from_paper: true, source: 'minh họa', count: 3, stated_count: 3, recorded_on: '2026-01-01', ...more };
    const names = Object.keys(row);
    await db.query(
      `insert into commendation (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
      Object.values(row),
    );
    return id;
  };
  const one = (more: object): Promise<string> => list({ count: 1, stated_count: null, reason: `Việc ${++count}`, ...more });
  const rowId = async (): Promise<string> =>
    Buffer.from(await decide(), 'base64url')
      .toString()
      .split(':')[1]!;
  return {
    make: { Commendation: async () => toGlobalId('Commendation', await list()) },
    rest: {
      'commendation.decision_id': async id => void (await list({ decision_id: id })),
      'commendation.revoked_by_id': async id =>
        void (await list({ revoked_by_id: id, revoked_on: '2026-01-01', revoked_ground: 'VIOLATION', revoked_reason: 'minh họa' })),
      'commendation.person_id': async id => void (await one({ person_id: id, name: 'Nguyễn Văn A' })),
      'commendation.part_of_id': async id => void (await one({ part_of_id: id, name: `Tên ${++count}` })),
      'commendation_draft.decision_id': async id => {
        await db.query(`insert into commendation_draft (decision_id, given) values ($1, '{"recipients": []}') on conflict do nothing`, [
          id,
        ]);
      },
      'decision.amended_by_id': async id => {
        await db.query(`update decision set amended_by_id = $2, state = 'AMENDED' where id = $1`, [await rowId(), id]);
      },
      'decision.revoked_by_id': async id => {
        await db.query(
          `update decision set revoked_by_id = $2, state = 'REVOKED', revoked_on = '2026-01-01', revoked_reason = 'minh họa' where id = $1`,
          [await rowId(), id],
        );
      },
    },
  };
}
