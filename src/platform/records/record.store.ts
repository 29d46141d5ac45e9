import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { identifier, list, literal, sql, type Sql } from '../database/sql.js';
import type { Tx } from '../database/tx.js';
import type { Id } from '../../shared/ids.js';
import type { ForeignKey } from './record-kinds.js';
import type { RecordRow } from './record-kind.js';

/** A row of any table by its columns, as `to_jsonb` writes it. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** What is written when a row is entered, and not by the person who enters it: two rows that differ only in this say the same. */
const BOOKKEEPING = ['id', 'version', 'recorded_at', 'recorded_on', 'attached_at'];

const tableOf = ({ tableName }: EntityMetadata): Sql => identifier(tableName);

/** The row with the names of its entity. */
export const named = ({ columns }: EntityMetadata, row: JsonRow): RecordRow =>
  Object.fromEntries(columns.map(({ databaseName, propertyName }) => [propertyName, row[databaseName] ?? null])) as RecordRow;

/** What was entered of the record, as the trail keeps it: without what the database computes. */
export const entered = ({ columns }: EntityMetadata, row: RecordRow): Record<string, unknown> =>
  Object.fromEntries(
    columns.filter(({ generatedType }) => generatedType === undefined).map(({ propertyName }) => [propertyName, row[propertyName]]),
  );

/** Those of the records that exist, locked against other writers in the order of their ids, so that two merges do not wait for each other. */
export async function lockRecords(tx: Tx, entity: EntityMetadata, ids: readonly Id[]): Promise<Map<Id, RecordRow>> {
  const rows = await tx.query<{ id: Id; row: JsonRow }>(
    sql`select t.id, to_jsonb(t) as row from ${tableOf(entity)} t where t.id = any($1::uuid[]) order by t.id for update`,
    [ids],
  );
  return new Map(rows.map(({ id, row }) => [id, named(entity, row)]));
}

/** Deletes the row. @throws RECORD_GONE where another row has come to refer to it. */
export async function deleteRecord(tx: Tx, entity: EntityMetadata, id: Id): Promise<void> {
  await tx.query(sql`delete from ${tableOf(entity)} where id = $1`, [id]);
}

/** Deletes the rows that refer to the record. @returns them. */
export async function deleteReferring(tx: Tx, entity: EntityMetadata, column: Sql, id: Id): Promise<JsonRow[]> {
  const rows = await tx.query<{ row: JsonRow }>(
    sql`with gone as (delete from ${tableOf(entity)} t where t.${column} = $1 returning to_jsonb(t) as row) select row from gone`,
    [id],
  );
  return rows.map(({ row }) => row);
}

/** For a record that others were merged into: what was read of it before is outdated. */
export async function incrementVersion(tx: Tx, entity: EntityMetadata, id: Id): Promise<void> {
  await tx.query(sql`update ${tableOf(entity)} set version = version + 1 where id = $1`, [id]);
}

/** Of each unique key of the table that the column belongs to, its other columns; `nullsEqual`: two rows without a value are equal in it. */
interface UniqueKey {
  readonly others: readonly string[];
  readonly nullsEqual: boolean;
}

export async function uniqueKeysWith(tx: Tx, { table, column }: ForeignKey): Promise<UniqueKey[]> {
  return tx.query<UniqueKey>(
    `select array_remove(k.names, $2::text) as others, i.indnullsnotdistinct as "nullsEqual"
       from pg_index i
      cross join lateral (select array_agg(a.attname::text order by c.n) as names
                            from unnest(i.indkey::int2[]) with ordinality c (number, n)
                            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = c.number where c.n <= i.indnkeyatts) k
      where i.indrelid = $1::regclass and i.indisunique and $2 = any(k.names)`,
    [table, column],
  );
}

/** A row that refers to the doubled record, and one that refers to the kept record under the same key. */
export interface Twins {
  readonly doubled: JsonRow;
  readonly kept: JsonRow;
  /** Whether they differ at most in what nobody entered. */
  readonly equal: boolean;
}

/** Rows that could not both refer to the kept record, because of the key. `null`: rows that say the same. */
export async function twinsOf(
  tx: Tx,
  entity: EntityMetadata,
  column: Sql,
  key: UniqueKey | null,
  { from, to }: { readonly from: Id; readonly to: Id },
): Promise<Twins[]> {
  const table = tableOf(entity);
  const content = (alias: Sql): Sql => sql`to_jsonb(${alias}) - array[${list([...BOOKKEEPING, column].map(literal))}]`;
  const same = sql`${content(sql`a`)} = ${content(sql`b`)}`;
  const conditions = (key?.others ?? []).map(name => {
    const other = identifier(name);
    return key!.nullsEqual ? sql`a.${other} is not distinct from b.${other}` : sql`a.${other} = b.${other}`;
  });
  const matching = key === null ? same : conditions.reduce((all, next) => sql`${all} and ${next}`, sql`true`);
  return tx.query<Twins>(
    sql`select to_jsonb(a) as doubled, to_jsonb(b) as kept, ${same} as equal
          from ${table} a join ${table} b on ${matching} where a.${column} = $1 and b.${column} = $2`,
    [from, to],
  );
}

const castOf = ({ type }: ColumnMetadata): Sql => identifier(String(type));

/** Deletes the rows, each found by its primary key. */
export async function deleteRows(tx: Tx, entity: EntityMetadata, rows: readonly JsonRow[]): Promise<void> {
  const { primaryColumns } = entity;
  const matching = primaryColumns
    .map((column, i) => sql`t.${identifier(column.databaseName)} = gone.k${i}`)
    .reduce((all, next) => sql`${all} and ${next}`);
  const keys = list(primaryColumns.map((column, i) => sql`$${i + 1}::${castOf(column)}[]`));
  const names = list(primaryColumns.map((_, i) => sql`k${i}`));
  await tx.query(
    sql`delete from ${tableOf(entity)} t using unnest(${keys}) gone (${names}) where ${matching}`,
    primaryColumns.map(({ databaseName }) => rows.map(row => row[databaseName])),
  );
}

/** Has the rows that refer to one record refer to another. @returns their primary keys. */
export async function moveReferences(tx: Tx, entity: EntityMetadata, column: Sql, from: Id, to: Id): Promise<string[]> {
  const key = list(entity.primaryColumns.map(({ databaseName }) => sql`t.${identifier(databaseName)}::text`));
  const rows = await tx.query<{ key: string }>(
    sql`with moved as (update ${tableOf(entity)} t set ${column} = $2 where t.${column} = $1 returning concat_ws(' ', ${key}) as key)
        select key from moved order by key`,
    [from, to],
  );
  return rows.map(({ key: moved }) => moved);
}

/** Files name their record without a foreign key. They and the tickets to upload more follow the record that is kept. */
export async function moveFiles(tx: Tx, from: Id, to: Id): Promise<void> {
  await tx.query(sql`update file set record_id = $2 where record_id = $1`, [from, to]);
  await tx.query(sql`update upload_ticket set record_id = $2 where record_id = $1`, [from, to]);
}

/** Unlinks the files of a removed record: they are erased in some days. */
export async function releaseFiles(tx: Tx, id: Id): Promise<void> {
  await tx.query(sql`update file set loose_since = $2 where record_id = $1 and loose_since is null`, [id, tx.now]);
}

/** The id of a merged record leads to the kept one, and so do the ids of all that were merged into it before. */
export async function keepId(tx: Tx, type: string, id: Id, intoId: Id): Promise<void> {
  await tx.query(sql`update merged_record set into_id = $2 where into_id = $1`, [id, intoId]);
  await tx.query(sql`insert into merged_record (id, type, into_id, merged_at) values ($1, $2, $3, $4)`, [id, type, intoId, tx.now]);
}

/** For a record that is removed: ids that led to it lead nowhere. */
export async function forgetMerged(tx: Tx, intoId: Id): Promise<void> {
  await tx.query(sql`delete from merged_record where into_id = $1`, [intoId]);
}
