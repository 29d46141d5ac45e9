declare const BRAND: unique symbol;

/**
 * A piece of SQL text. Only `sql`, `literal` and the functions below make one, so a value that a client sent cannot become part of a
 * statement: values are bound and appear in the text as `$1`, `$2`, … The brand exists for the compiler alone.
 */
export type Sql = string & { readonly [BRAND]: true };

/** `sql\`${row}.title\``: SQL written in the program, with other pieces of SQL or whole numbers of the program put in. */
export function sql(texts: TemplateStringsArray, ...parts: readonly (Sql | number)[]): Sql {
  let text = texts[0]!;
  for (let i = 0; i < parts.length; i++) text += String(parts[i]) + texts[i + 1]!;
  return text as Sql;
}

/** A text constant of the program, quoted: `literal('FILE')` is `'FILE'`. */
export const literal = (text: string): Sql => `'${text.replaceAll("'", "''")}'` as Sql;

/** Pieces side by side: `list([a, b])` is `a, b`. */
export const list = (parts: readonly Sql[]): Sql => parts.join(', ') as Sql;

/** Pieces one after the other, with blanks between. */
export const words = (parts: readonly Sql[]): Sql => parts.join(' ') as Sql;

/** All of the conditions; true where there are none. */
export const and = (conditions: readonly Sql[]): Sql => (conditions.join(' and ') || 'true') as Sql;

/** At least one of the conditions, in brackets; false where there are none. */
export const or = (conditions: readonly Sql[]): Sql => `(${conditions.join(' or ') || 'false'})` as Sql;

/** The rows of all selects, duplicates included. */
export const unionAll = (selects: readonly Sql[]): Sql => selects.join(' union all ') as Sql;

/** `where …`, or nothing. */
export const where = (conditions: readonly Sql[]): Sql => (conditions.length > 0 ? sql`where ${and(conditions)}` : sql``);

/** The value with this number, counted from one. */
export const parameter = (number: number): Sql => `$${number}` as Sql;

/** A name that the program made itself: an alias, a table of a mapping. @throws when it is no plain name. */
export function identifier(name: string): Sql {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`“${name}” is no plain SQL name.`);
  return name as Sql;
}
