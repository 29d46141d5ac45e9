import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ClientBase } from 'pg';

/** After this many runs a statement gets a name: PostgreSQL then keeps its plan on each connection. */
const NAMED_AFTER = 5;
/** How many names a connection holds at most; each costs some forty kilobytes in its server process. */
const MOST_NAMES = 200;
/** How many statements are counted, by their names: texts would take megabytes. */
const MOST_COUNTED = 5_000;

/** What `pg` keeps of a connection's named statements. */
interface Prepared {
  readonly connection: { parsedStatements: Record<string, string>; submittedNamedStatements: Record<string, string> };
}

/** A short digest of a statement: the name under which it is prepared. */
export const statementName = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** How many signs of the texts of commands are remembered with their digests: there are few such texts, and each runs often. */
const MOST_REMEMBERED = 1_000_000;

/** Counts how often statements run. */
export class FrequentStatements {
  private readonly runs = new LRUCache<string, number>({ max: MOST_COUNTED });
  private readonly names = new LRUCache<string, string>({ maxSize: MOST_REMEMBERED, sizeCalculation: (_, text) => text.length });

  /** The name of a statement that was counted; `undefined` where it is not run often enough. */
  nameOf(text: string): string | undefined {
    let name = this.names.get(text);
    if (name === undefined) this.names.set(text, (name = statementName(text)));
    return this.count(name) ? name : undefined;
  }

  /** Counts one more run. @returns whether the statement is run often enough to be prepared under its name. */
  count(name: string): boolean {
    const runs = (this.runs.get(name) ?? 0) + 1;
    if (runs <= NAMED_AFTER + 1) this.runs.set(name, runs);
    return runs > NAMED_AFTER;
  }
}

/** Whether PostgreSQL plans a prepared statement for the values at hand: as it finds out by its first runs, or never. */
type PlanMode = 'auto' | 'force_generic_plan';
const modes = new WeakMap<ClientBase, PlanMode>();

/** How the connection plans what is sent on it next. It shares the round trip of the next statement, which reports whatever is wrong with the connection. */
export function planFor(client: ClientBase, mode: PlanMode): void {
  if ((modes.get(client) ?? 'auto') === mode) return;
  modes.set(client, mode);
  client.query(`select set_config('plan_cache_mode', $1, false)`, [mode]).catch(() => undefined);
}

/** A connection that is full of names gives all of them up: a statement still in use is prepared again at its next run. */
export async function makeRoomForNames(client: ClientBase): Promise<void> {
  const { connection } = client as unknown as Prepared;
  if (Object.keys(connection.parsedStatements).length < MOST_NAMES) return;
  await client.query('deallocate all');
  connection.parsedStatements = {};
  connection.submittedNamedStatements = {};
}
