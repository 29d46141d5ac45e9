import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CHAPTERS } from '../../.dependency-cruiser.mjs';
import { isSql, tablesIn, templatesIn } from './sql.text.js';

/** The roles of files that hold SQL: `noun.role.ts`, or `noun-sql.ts` for pieces that others put together. */
const WRITERS_AND_READERS = /(?:\.(?:store|reader|view|finder|statements|checks|jobs)|-sql)\.ts$/;
/** What a chapter answers to a port of a lower one: a reader under the port's name. */
const ANSWERS = /\.(?:dependents|decision-effects|person-mentions)\.ts$/;
/** Files that only read, and pieces of SQL for them. They may join the tables of chapters that their own may import, and those of the platform; commands may not. */
const READ_ONLY = /(?:\.(?:view|finder|statements|checks)|-sql)\.ts$/;

/** Files outside these roles that hold SQL all the same, each with its reason. */
const SQL_ELSEWHERE: Readonly<Record<string, string>> = {
  'src/features/accounts/second-factor/second-factors.service.ts':
    'A code is checked and spent by one statement; rule and statement are read together.',
  'src/features/accounts/sessions/sessions.service.ts': 'When a session is alive is one condition of these statements and of no other.',
  'src/features/accounts/sign-in/sign-in.throttle.ts': 'Counting an attempt and its wait is one statement; the limits stand in it.',
};

/** Tables of another chapter that a file names all the same, each with its reason. */
const FOREIGN_TABLES: Readonly<Record<string, { readonly tables: readonly string[]; readonly because: string }>> = {
  'src/features/people/personal-data.reader.ts': {
    tables: ['audit_entry', 'merged_record', 'unit_span'],
    because: 'It prints all that is held about one person, who may ask where it is held; nothing else reads these rows so.',
  },
};

const ROOT = resolve(import.meta.dirname, '../..');
const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map(name => `src/${name.replaceAll('\\', '/')}`)
  .filter(name => /(?<!\.spec)\.ts$/.test(name) && !name.includes('/migrations/'));

/** `units` of `src/features/units/…`; of what is no chapter, its layer. */
const chapterOf = (file: string): string => /^src\/features\/([^/]+)\//.exec(file)?.[1] ?? file.split('/')[1]!;

/** Which chapter has a table: the one in whose folder its entity stands. */
const owners = new Map(
  files
    .filter(file => file.endsWith('.entity.ts'))
    .flatMap(file =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/@Entity\('(\w+)'/g)].map(([, table]) => [table!, chapterOf(file)]),
    ),
);

const chapters = new Map(files.filter(file => file.startsWith('src/features/')).map(file => [file, templatesIn(join(ROOT, file))]));

const mayRead = (file: string, owner: string): boolean => {
  const chapter = chapterOf(file);
  if (owner === chapter) return true;
  return READ_ONLY.test(file) && (owner === 'platform' || CHAPTERS[chapter]!.includes(owner));
};

const foreignTables = (file: string, texts: readonly string[]): string[] => {
  const named = new Set(texts.filter(isSql).flatMap(tablesIn));
  return [...named].filter(table => owners.has(table) && !mayRead(file, owners.get(table)!)).toSorted();
};

describe('SQL', () => {
  it('stands in stores, readers and views, in what the doctor examines, in jobs, and in answers to ports', () => {
    const elsewhere = [...chapters].filter(([file, texts]) => !WRITERS_AND_READERS.test(file) && !ANSWERS.test(file) && texts.some(isSql));
    expect(elsewhere.map(([file]) => file).toSorted()).toEqual(Object.keys(SQL_ELSEWHERE).toSorted());
  });

  it('of a chapter names the tables of that chapter; what only reads may join those of chapters below', () => {
    const foreign = [...chapters].flatMap(([file, texts]) => {
      const tables = foreignTables(file, texts);
      return tables.length > 0 ? [[file, tables] as const] : [];
    });
    const excepted = Object.entries(FOREIGN_TABLES).map(([file, { tables }]) => [file, tables] as const);
    expect(Object.fromEntries(foreign)).toEqual(Object.fromEntries(excepted));
  });
});

describe('the check itself', () => {
  it('knows every table by its entity', () => {
    expect(owners.size).toBeGreaterThan(40);
    expect(owners.get('unit_span')).toBe('units');
    expect(owners.get('audit_entry')).toBe('platform');
  });

  it('finds a statement in a service and a table of another chapter', () => {
    const source = 'const rows = (tx: Tx) => tx.query(`select m.id\n  from emulation_model m join unit u on u.id = m.unit_id`);';
    const texts = templatesIn('service.ts', source);
    expect(texts.some(isSql)).toBe(true);
    expect(foreignTables('src/features/models/models.service.ts', texts)).toEqual(['unit']);
    expect(foreignTables('src/features/models/model.view.ts', texts)).toEqual([]);
    expect(foreignTables('src/features/units/unit.view.ts', texts)).toEqual(['emulation_model']);
  });

  it('takes no prose for SQL', () => {
    const texts = templatesIn('text.ts', 'const text = `A file from file ${name} is not in the update.`; // select from unit');
    expect(texts.filter(isSql)).toEqual([]);
  });
});
