import type { DataSource } from 'typeorm';

/** A schema as PostgreSQL describes it, as lines to compare. */
export interface Catalogue {
  /** Columns, constraints and indexes. */
  readonly tables: readonly string[];
  /** Functions and triggers. */
  readonly programs: readonly string[];
}

/** Reads a schema from PostgreSQL's catalogue, without the names of schemas. TypeORM's own tables are left out. */
export async function catalogueOf(source: DataSource, schema: string): Promise<Catalogue> {
  const ours = `relnamespace = '${schema}'::regnamespace and c.relkind = 'r' and c.relname not in ('migration', 'typeorm_metadata')`;
  const lines = async (text: string): Promise<string[]> =>
    ((await source.query(text)) as { line: string }[]).map(row => row.line.replaceAll(`${schema}.`, '')).toSorted();
  return {
    tables: [
      ...(await lines(`
        select concat_ws(' ', c.relname, 'column', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
                         'identity ' || nullif(a.attidentity::text, ''), 'generated ' || nullif(a.attgenerated::text, ''), pg_get_expr(d.adbin, d.adrelid)) as line
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where c.${ours}`)),
      ...(await lines(`
        select concat_ws(' ', c.relname, 'constraint', k.conname, pg_get_constraintdef(k.oid)) as line
          from pg_class c join pg_constraint k on k.conrelid = c.oid where c.${ours} and k.contype not in ('n', 't')`)),
      ...(await lines(`
        select concat_ws(' ', c.relname, 'index', i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)) as line
          from pg_class c join pg_index i on i.indrelid = c.oid where c.${ours}`)),
    ],
    programs: [
      ...(await lines(`
        select pg_get_functiondef(p.oid) as line from pg_proc p where p.pronamespace = '${schema}'::regnamespace and not exists (${ofExtension('p.oid')})`)),
      ...(await lines(
        `select pg_get_triggerdef(t.oid) as line from pg_class c join pg_trigger t on t.tgrelid = c.oid where c.${ours} and not t.tgisinternal`,
      )),
    ],
  };
}

/** Everything in the public schema, and every extension, that a new database does not have. */
export async function leftovers(source: DataSource, known: readonly string[]): Promise<string[]> {
  const rows = (await source.query(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'S')
     union all select proname from pg_proc where pronamespace = 'public'::regnamespace
     union all select collname from pg_collation where collnamespace = 'public'::regnamespace
     union all select typname from pg_type where typnamespace = 'public'::regnamespace and typrelid = 0 and typelem = 0
     union all select extname from pg_extension where extname <> 'plpgsql'`,
  )) as { name: string }[];
  return rows.map(row => row.name).filter(name => !known.includes(name));
}

const ofExtension = (oid: string): string => `select from pg_depend d where d.objid = ${oid} and d.deptype = 'e'`;
