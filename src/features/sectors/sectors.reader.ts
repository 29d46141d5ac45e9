import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

/** Narrow questions that other chapters' commands ask about sectors and themes. What the API shows is declared in `sector.view.ts`. */
@Injectable()
export class SectorsReader {
  async existsIn(tx: Tx, id: Id): Promise<boolean> {
    return (await tx.query(`select from sector where id = $1`, [id])).length > 0;
  }

  /** The sector of this code, the latest where several follow one another under it. */
  async withCodeIn(tx: Tx, code: string): Promise<Id | undefined> {
    const [sector] = await tx.query<{ id: Id }>(`select id from sector where code = $1 order by lower(validity) desc nulls last limit 1`, [
      code,
    ]);
    return sector?.id;
  }

  /** The sector, locked against being ended until the transaction ends. `lastDay`, `null`: in force without end. */
  async sectorIn(tx: Tx, id: Id): Promise<{ readonly name: string; readonly lastDay: LocalDate | null } | undefined> {
    const [sector] = await tx.query<{ name: string; lastDay: LocalDate | null }>(
      `select name, upper(validity) - 1 as "lastDay" from sector where id = $1 for share`,
      [id],
    );
    return sector;
  }

  /** The names of the themes, in alphabetical order. */
  async themeNamesIn(tx: Tx, ids: readonly Id[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await tx.query<{ name: string }>(`select name from theme where id = any($1::uuid[]) order by name`, [ids]);
    return rows.map(({ name }) => name);
  }

  /** The same themes, each once, under the name that it has already; a theme that does not exist yet keeps the given name. */
  async knownThemeNamesIn(tx: Tx, given: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ name: string }>(
      `select distinct on (fold(g.name)) coalesce(t.name, g.name) as name from unnest($1::text[]) g (name) left join theme t on t.folded = fold(g.name)`,
      [given],
    );
    return rows.map(({ name }) => name);
  }
}
