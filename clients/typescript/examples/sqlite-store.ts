import { rmSync } from 'node:fs';
import sqlite from 'node-sqlite3-wasm';
import type { CopyStore, CopyTransaction, Kept } from '../src/sync.js';

/**
 * A copy in a SQLite file: one table of objects as JSON, and how far the copy is, both changed in one transaction.
 * `node-sqlite3-wasm` runs on every Node that the registry does; from Node 22.5 on, `node:sqlite` can take its place.
 */
export class SqliteStore implements CopyStore {
  private readonly database: sqlite.Database;

  constructor(file: string) {
    // The library locks the file by a folder, which a killed process leaves behind. There is one process per store.
    rmSync(`${file}.lock`, { recursive: true, force: true });
    this.database = new sqlite.Database(file);
    this.database.exec(`
      create table if not exists object (id text primary key, type text not null, version integer, round integer not null, json text not null);
      create index if not exists object_type on object (type, round);
      create table if not exists copy (one integer primary key check (one = 1), state text not null);
    `);
  }

  state(): Promise<string | undefined> {
    return Promise.resolve(this.database.get('select state from copy')?.state as string | undefined);
  }

  async transaction(work: (transaction: CopyTransaction) => Promise<void>): Promise<void> {
    this.database.exec('begin immediate');
    try {
      await work({
        put: (type, object, round) => this.put(type, object, round),
        remove: (_type, id) => void this.database.run('delete from object where id = ?', [id]),
        removeOlder: (type, round) => void this.database.run('delete from object where type = ? and round < ?', [type, round]),
        saveState: state =>
          void this.database.run('insert into copy (one, state) values (1, ?) on conflict (one) do update set state = excluded.state', [
            state,
          ]),
      });
      this.database.exec('commit');
    } catch (error) {
      this.database.exec('rollback');
      throw error;
    }
  }

  /** How many objects of each type the file has. */
  counts(): Record<string, number> {
    const rows = this.database.all('select type, count(*) as n from object group by type order by type') as { type: string; n: number }[];
    return Object.fromEntries(rows.map(({ type, n }) => [type, n]));
  }

  objects(type: string): Kept[] {
    const rows = this.database.all('select json from object where type = ? order by id', [type]) as { json: string }[];
    return rows.map(({ json }) => JSON.parse(json) as Kept);
  }

  close(): void {
    this.database.close();
  }

  private put(type: string, object: Kept, round: number): void {
    const version = typeof object.version === 'number' ? object.version : null;
    this.database.run(
      `insert into object (id, type, version, round, json) values (?, ?, ?, ?, ?)
       on conflict (id) do update set version = excluded.version, round = excluded.round, json = excluded.json`,
      [object.id, type, version, round, JSON.stringify(object)],
    );
  }
}
