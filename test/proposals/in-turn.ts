import type pg from 'pg';
import type { TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';

const WAITING = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

/** Two commands of which the second comes while the first waits to write. */
export interface InTurn {
  /** Locks the table against writers until it is rolled back. */
  readonly client: pg.Client;
  /** Runs `first` until it waits to write to the table, then `second` until it waits as well or is answered, and then lets both go on. */
  run<First, Second>(table: string, first: () => Promise<First>, second: () => Promise<Second>): Promise<[First, Second]>;
  close(): Promise<void>;
}

export async function inTurn({ database }: TestRegistry): Promise<InTurn> {
  const [client, watcher] = [await connect(database.where), await connect(database.where)];
  /** Comes back once so many commands wait for a lock, or `answered` is answered. */
  const untilWaiting = async (n: number, answered: Promise<unknown>): Promise<void> => {
    const state = { over: false };
    const end = (): void => void (state.over = true);
    answered.then(end, end);
    while (!state.over) {
      const { rows } = await watcher.query(WAITING);
      if (rows[0].n >= n) return;
      await new Promise(done => setTimeout(done, 20));
    }
  };
  return {
    client,
    async run(table, first, second) {
      await client.query('begin');
      await client.query(`lock table ${table} in share mode`);
      const started = first();
      await untilWaiting(1, started);
      const next = second();
      await untilWaiting(2, next);
      await client.query('rollback');
      return Promise.all([started, next]);
    },
    close: async () => {
      await Promise.all([client.end(), watcher.end()]);
    },
  };
}
