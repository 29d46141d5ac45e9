import { sql, type Sql } from '../../platform/database/sql.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';

interface NamedTheme {
  readonly id: Id;
  readonly name: string;
  readonly listed: boolean;
}

/** The theme with this name, compared without marks and case, other than `except`. */
export async function themeNamed(tx: Tx, name: string, except: Id | null = null): Promise<NamedTheme | undefined> {
  const [theme] = await tx.query<NamedTheme>(
    `select id, name, listed from theme where folded = fold($1) and id is distinct from $2 order by listed desc, twin limit 1`,
    [name, except],
  );
  return theme;
}

/** The same for a model that is given the theme: until the transaction ends it is not merged into another; where it was just now, that one is not found. */
export async function themeToGive(tx: Tx, name: string): Promise<Id | undefined> {
  const [theme] = await tx.query<{ id: Id }>(
    `select id from theme where folded = fold($1) order by listed desc, twin limit 1 for key share`,
    [name],
  );
  return theme?.id;
}

/** Waits for a transaction that is adding the same theme. @returns false where that theme exists then. */
export const insertThemeUnlessTaken = async (tx: Tx, id: Id, name: string): Promise<boolean> =>
  (await tx.query(`insert into theme (id, name) values ($1, $2) on conflict do nothing returning id`, [id, name])).length > 0;

export async function lockTheme(tx: Tx, id: Id): Promise<{ readonly name: string; readonly version: number } | undefined> {
  const [theme] = await tx.query<{ name: string; version: number }>(`select name, version from theme where id = $1 for update`, [id]);
  return theme;
}

export const setThemeName = (tx: Tx, id: Id, name: string): Promise<unknown> =>
  tx.query(`update theme set name = $2, version = version + 1 where id = $1`, [id, name]);

/** Lets another theme have the name of this one, which is merged into it in the same transaction. */
export const setAside = (tx: Tx, id: Id): Promise<unknown> =>
  tx.query(`update theme t set twin = (select max(o.twin) + 1 from theme o where o.folded = t.folded) where t.id = $1`, [id]);

/** Enters a theme that only drafts had in the dictionary, under the name that it is given there. */
export const enterTheme = (tx: Tx, id: Id, name: string): Promise<unknown> =>
  tx.query(`update theme set listed = true, name = $2, version = version + 1 where id = $1`, [id, name]);

/** From now on all units see these themes. @param themes a select of their ids, with `values` */
export const listThemes = (tx: Tx, themes: Sql, values: readonly unknown[]): Promise<void> =>
  tx.write(sql`update theme set listed = true where not listed and id in (${themes})`, values);
