import { expect, it } from '@jest/globals';
import type pg from 'pg';
import { connect } from '../support/test-server.js';
import { givenMovements, rowId, type Result } from './given-movements.js';
import { givenRound } from './given-round.js';

const given = givenRound();
const { run } = givenMovements(() => given.registry);

/** Runs a command while another transaction has deleted the row, and has not committed yet. */
async function whileDeleted(table: string, id: string, command: () => Promise<Result>): Promise<Result> {
  const other: pg.Client = await connect(given.registry.database.where);
  try {
    await other.query('begin');
    await other.query(`delete from ${table} where id = $1`, [rowId(id)]);
    const answer = command();
    for (;;) {
      const { rows } = await other.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      if (rows.length > 0) break;
    }
    await other.query('commit');
    return await answer;
  } finally {
    await other.end();
  }
}

it('an extension that is withdrawn while it is changed is not reported as changed', async () => {
  const { extensions } = (await given.extend(given.commune, '2024-11-05')).changed;
  const [{ id, version }] = extensions.nodes;
  const answer = await whileDeleted('registration_extension', id, () =>
    given.extend(given.commune, '2024-11-20', { expectedVersion: version }),
  );
  expect(answer.userErrors.map(({ code }) => code)).toEqual(['STALE_VERSION']);
});

it('a target that is removed while it is changed is not reported as changed', async () => {
  const assign = (count: number, more: Record<string, unknown> = {}): Promise<Result> =>
    run('assignTarget', { roundId: given.roundId, unitId: given.commune, count, basis: 'minh họa', ...more });
  const [{ id, version }] = (await assign(3)).changed.targets.nodes;
  const answer = await whileDeleted('assigned_target', id, () => assign(5, { expectedVersion: version }));
  expect(answer.userErrors.map(({ code }) => code)).toEqual(['STALE_VERSION']);
});
