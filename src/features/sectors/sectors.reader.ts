import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Lists, type Page, type PageArgs } from '../../platform/graphql/connection.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { containing } from '../../shared/text.js';
import type { Sector, Theme } from './sector.graphql.js';

interface SectorRow {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly basis: string;
  readonly version: number;
}

const SECTOR = `r.id, r.code, r.name, lower(r.validity) as "from", upper(r.validity) as "to", r.basis, r.version`;
const THEME = `r.id, r.name, r.version`;

const toSector = ({ id, code, name, from, to, basis, version }: SectorRow): Sector => ({
  code,
  name,
  basis,
  version,
  id: toGlobalId('Sector', id),
  rowId: id,
  validFrom: from,
  validTo: to === null ? null : addDays(to, -1),
});
const toTheme = ({ id, ...rest }: { id: Id; name: string; version: number }): Theme => ({
  ...rest,
  id: toGlobalId('Theme', id),
  rowId: id,
});

@Injectable()
export class SectorsReader {
  constructor(
    private readonly db: Database,
    private readonly lists: Lists,
  ) {}

  sectors(asOf: LocalDate, args: PageArgs): Promise<Page<Sector>> {
    return this.lists.page<SectorRow, Sector>(
      {
        from: 'sector r',
        where: ['r.validity @> $1::date'],
        values: [asOf],
        columns: SECTOR,
        order: { name: 'sector.ORDINAL', by: 'r.ordinal', type: 'integer', descending: false },
        id: 'r.id',
      },
      args,
      toSector,
    );
  }

  themes(text: string | null | undefined, args: PageArgs): Promise<Page<Theme>> {
    return this.lists.page<{ id: Id; name: string; version: number }, Theme>(
      {
        from: 'theme r',
        where: text ? ['r.folded like $1'] : [],
        values: text ? [containing(text)] : [],
        columns: THEME,
        order: { name: 'theme.NAME', by: 'r.name collate vi_natural', type: 'text', descending: false },
        id: 'r.id',
      },
      args,
      toTheme,
    );
  }

  readonly sectorsById = async (ids: readonly Id[]): Promise<(Sector | undefined)[]> => {
    const rows = await this.db.rows<SectorRow>(`select ${SECTOR} from sector r where r.id = any($1::uuid[])`, [ids]);
    const found = new Map(rows.map(row => [row.id, toSector(row)]));
    return ids.map(id => found.get(id));
  };

  readonly themesById = async (ids: readonly Id[]): Promise<(Theme | undefined)[]> => {
    const rows = await this.db.rows<Parameters<typeof toTheme>[0]>(`select ${THEME} from theme r where r.id = any($1::uuid[])`, [ids]);
    const found = new Map(rows.map(row => [row.id, toTheme(row)]));
    return ids.map(id => found.get(id));
  };

  /** The sectors each sector is compared with. */
  readonly comparisons = async (ids: readonly Id[]): Promise<Sector[][]> => {
    const rows = await this.db.rows<SectorRow & { of: Id }>(
      `select m.sector_id as of, ${SECTOR} from sector_mapping m join sector r on r.id = m.compares_with_id
        where m.sector_id = any($1::uuid[]) order by r.ordinal, r.id`,
      [ids],
    );
    return ids.map(id => rows.filter(row => row.of === id).map(toSector));
  };
}
