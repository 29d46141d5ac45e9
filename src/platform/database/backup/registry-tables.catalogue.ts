import type { Readable, Writable } from 'node:stream';
import pg, { type ClientBase } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { SequenceState } from './backup.format.js';

export interface RegistryTable {
  readonly name: string;
  /** Without generated columns, which the database computes. */
  readonly columns: readonly string[];
  /** An SQL `order by` list that gives the same order on every server. */
  readonly rowOrder: string;
  /** The other tables it refers to. */
  readonly refersTo: readonly string[];
}

export const quotedTable = (name: string): string => `public.${pg.escapeIdentifier(name)}`;

/**
 * Sets options for the running transaction, so that values are printed alike on every server and no time limit interrupts a long copy.
 * Joined with `pg_settings` because not every version of PostgreSQL has every setting.
 */
export async function setCopyOptions(client: ClientBase): Promise<void> {
  await client.query(`
    select set_config(s.name, s.value, true)
      from (values ('timezone', 'UTC'), ('datestyle', 'ISO, YMD'), ('intervalstyle', 'postgres'), ('bytea_output', 'hex'),
                   ('extra_float_digits', '1'), ('statement_timeout', '0'), ('lock_timeout', '0'), ('transaction_timeout', '0'),
                   ('idle_in_transaction_session_timeout', '0')) s (name, value)
      join pg_settings p on lower(p.name) = s.name`);
}

/** The names of the applied migrations in order; empty in a database that never was a registry. */
export async function appliedMigrations(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`);
  if (!rows[0]?.there) return [];
  const applied = await client.query<{ name: string }>(`select name from public.migration order by id`);
  return applied.rows.map(row => row.name);
}

/**
 * The tables with the registry's data, each after those it refers to. Left out: tables of extensions and of other owners, and `migration`, which a
 * restore fills by migrating.
 * @throws Error when tables refer to each other in a cycle: then one of the references must be made deferrable, and this function handle it.
 */
export async function registryTables(client: ClientBase): Promise<RegistryTable[]> {
  const { rows } = await client.query<RegistryTable>(`
    select c.relname::text as name,
           array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
           coalesce((select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.n)
                       from pg_index i
                      cross join unnest(i.indkey) with ordinality k (attnum, n)
                       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                      where i.indrelid = c.oid and i.indisprimary), 't::text collate "C"') as "rowOrder",
           array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
                  where f.contype = 'f' and f.conrelid = c.oid and f.confrelid <> c.oid) as "refersTo"
      from pg_class c
     where ${ours} and c.relkind in ('r', 'p') and not c.relispartition and c.relname not in ('migration', 'typeorm_metadata')
     order by c.relname`);
  return referredToFirst(rows);
}

/**
 * The state of each sequence. Read after the snapshot is taken, so it is never behind the rows. That of the sealed head is left out: a head that is
 * ahead of the restored chain would look like a trail without its end; the next seal sets it.
 */
export async function sequenceStates(client: ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname::text as name from pg_class c
     where ${ours} and c.relkind = 'S' and c.relname <> 'audit_sealed_head' and c.oid is distinct from pg_get_serial_sequence('public.migration', 'id')::regclass
     order by c.relname`);
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quotedTable(name)}`,
    );
    if (state.rows[0]) states.push({ name, ...state.rows[0] });
  }
  return states;
}

/** The indexes that no constraint and no foreign key needs: a load is faster without them. `definition` is the statement that creates one again. */
export async function plainIndexes(client: ClientBase): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select i.relname::text as name, pg_get_indexdef(i.oid) as definition
      from pg_class c join pg_index x on x.indrelid = c.oid join pg_class i on i.oid = x.indexrelid
     where ${ours} and c.relkind in ('r', 'p') and not c.relispartition
       and not exists (select from pg_constraint k where k.conindid = i.oid)
     order by i.relname`);
  return rows;
}

/** The rows of a table as COPY text. */
export function copyOut(client: ClientBase, table: RegistryTable): Readable {
  const columns = table.columns.map(column => pg.escapeIdentifier(column)).join(', ');
  return client.query(copyTo(`copy (select ${columns} from ${quotedTable(table.name)} t order by ${table.rowOrder}) to stdout`));
}

/** Loads rows from COPY text, their columns in the given order. */
export function copyIn(client: ClientBase, table: string, columns: readonly string[]): Writable {
  return client.query(copyFrom(`copy ${quotedTable(table)} (${columns.map(column => pg.escapeIdentifier(column)).join(', ')}) from stdin`));
}

const ours = `
  c.relnamespace = 'public'::regnamespace and c.relowner = (select m.relowner from pg_class m where m.oid = 'public.migration'::regclass)
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

function referredToFirst(tables: readonly RegistryTable[]): RegistryTable[] {
  const ordered: RegistryTable[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(table => table.name));
    const ready = waiting.filter(table => !table.refersTo.some(name => names.has(name)));
    if (ready.length === 0) throw new Error(`Tables refer to each other in a circle: ${[...names].join(', ')}.`);
    ordered.push(...ready);
    waiting = waiting.filter(table => !ready.includes(table));
  }
  return ordered;
}
