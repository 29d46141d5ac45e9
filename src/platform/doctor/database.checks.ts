import type { QueryRows } from '../database/query-rows.js';
import type { Bilingual } from '../../shared/language.js';
import { MAX_CASES, invariant, type InvariantCheck, type InvariantViolation } from './invariant-check.js';
import { asGiven } from '../../shared/writing.js';

/** Restricts a catalogue query to objects of the registry's own migrations; extensions have theirs, too. */
const OURS = `relnamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

/** Sends many counts as one statement. @param counts each `select 'model_unit_fk' as what, count(*)::int as n from …`. */
async function countAll(
  query: QueryRows,
  counts: readonly string[],
  describe: (row: CountRow) => Bilingual,
  remedy: Bilingual,
): Promise<InvariantViolation | undefined> {
  if (counts.length === 0) return undefined;
  const rows = await query<CountRow>(`select * from (${counts.join(' union all ')}) q where n > 0 order by what`);
  if (rows.length === 0) return undefined;
  return { count: rows.reduce((sum, row) => sum + row.n, 0), cases: rows.slice(0, MAX_CASES).map(describe), remedy };
}

interface CountRow {
  readonly what: string;
  readonly n: number;
}

const RESTORE: Bilingual = {
  vi: 'Dữ liệu đã bị ghi không qua hệ thống hoặc hỏng đĩa. Hãy giữ nguyên bản này, khôi phục bản sao lưu gần nhất vào nơi mới và so sánh.',
  en: 'It was written past the registry, or a disk has spoilt it. Keep it as it is, bring the latest backup into a new place and compare.',
};

/** Every foreign key holds, also after a restore with triggers switched off. */
const foreignKeys: InvariantCheck = {
  name: 'database.foreignRows',
  async examine(query) {
    const keys = await query<{ question: string }>(
      `select format('select %L as what, count(*)::int as n from %s c where %s and not exists (select from %s p where %s)',
                     f.conname, f.conrelid::regclass,
                     string_agg(format('c.%I is not null', a.attname), ' and '), f.confrelid::regclass,
                     string_agg(format('p.%I = c.%I', b.attname, a.attname), ' and ')) as question
         from pg_constraint f
         join pg_class c on c.oid = f.conrelid
        cross join lateral unnest(f.conkey, f.confkey) k (own, other)
         join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.own
         join pg_attribute b on b.attrelid = f.confrelid and b.attnum = k.other
        where f.contype = 'f' and c.${OURS}
        group by f.oid, f.conname, f.conrelid, f.confrelid`,
    );
    return countAll(
      query,
      keys.map(key => key.question),
      ({ what, n }) => ({
        vi: `${n} dòng trỏ tới dòng không còn (${what})`,
        en: `${n} rows point to a row that is not there (${what})`,
      }),
      RESTORE,
    );
  },
};

/** Rows of a table that are recomputed at most: when an expression's result changes (a new server version), it changes for many rows. */
const SAMPLE = 5_000;

const computedColumns: InvariantCheck = {
  name: 'database.computedColumns',
  async examine(query) {
    const columns = await query<{ question: string }>(
      `select format('select %L as what, count(*)::int as n from (select * from %s limit ${SAMPLE}) t where %I is distinct from (%s)',
                     c.relname || '.' || a.attname, c.oid::regclass, a.attname, pg_get_expr(d.adbin, d.adrelid)) as question
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attgenerated = 's' and not a.attisdropped
         join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where c.${OURS}`,
    );
    return countAll(
      query,
      columns.map(column => column.question),
      ({ what, n }) => ({
        vi: `Giá trị tính sẵn ${what} của ${n} dòng (trong ${SAMPLE} dòng được xem) khác với khi tính lại`,
        en: `The computed ${what} of ${n} rows (of ${SAMPLE} looked at) differs from what it is when computed anew`,
      }),
      {
        vi: 'Thường do máy chủ được nâng cấp. Hãy sao lưu rồi khôi phục vào cơ sở dữ liệu mới: các giá trị được tính lại.',
        en: 'Mostly the server was upgraded. Make a backup and restore it into a new database: the values are computed anew.',
      },
    );
  },
};

/** Names sort by the rules of the ICU library. An index built under another version of it may miss rows. */
const collations = invariant('database.collations', {
  broken: `select collname as name, collversion as made, pg_collation_actual_version(c.oid) as now from pg_collation c
            where collnamespace = 'public'::regnamespace and collversion is distinct from pg_collation_actual_version(c.oid)`,
  describe: {
    params: { name: asGiven, made: asGiven, now: asGiven },
    vi: 'Thứ tự sắp xếp {name} được tạo với ICU {made}, máy chủ nay dùng {now}',
    en: 'The order {name} was made with ICU {made}; the server now has {now}',
  },
  remedy: {
    vi: 'Hãy sao lưu rồi khôi phục vào cơ sở dữ liệu mới, hoặc chạy REINDEX DATABASE và ALTER COLLATION … REFRESH VERSION.',
    en: 'Restore a backup into a new database, or run REINDEX DATABASE and ALTER COLLATION … REFRESH VERSION.',
  },
});

/** Triggers, constraints and indexes that guard the rows are enabled and valid. */
const guards = invariant('database.guards', {
  broken: `
    select 'trigger ' || t.tgname || ' (' || c.relname || '): off' as what
      from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgenabled not in ('O', 'A') and c.${OURS}
    union all
    select 'constraint ' || k.conname || ' (' || c.relname || '): not validated'
      from pg_constraint k join pg_class c on c.oid = k.conrelid where not k.convalidated and c.${OURS}
    union all
    select 'index ' || i.indexrelid::regclass || ': invalid'
      from pg_index i join pg_class c on c.oid = i.indrelid where not (i.indisvalid and i.indisready) and c.${OURS}`,
  describe: { params: { what: asGiven }, vi: 'Ràng buộc bảo vệ không hoạt động: {what}', en: 'A guard does not work: {what}' },
  remedy: {
    vi: 'Ai đó đã tắt ràng buộc bằng tay. Hãy bật lại (ENABLE TRIGGER, VALIDATE CONSTRAINT, REINDEX) sau khi đã sửa hết các dòng sai.',
    en: 'Somebody has switched it off in the database. Switch it on again (ENABLE TRIGGER, VALIDATE CONSTRAINT, REINDEX) once no row is wrong.',
  },
});

/** Invariants of the database itself; those of the data are in the chapters' `*.checks.ts`. */
export const databaseChecks: readonly InvariantCheck[] = [foreignKeys, computedColumns, collations, guards];
