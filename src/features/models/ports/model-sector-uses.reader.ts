import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SectorUses } from '../../sectors/sector-uses.port.js';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';

/** Answers a port of sectors: how many models of a sector are attested after a day. */
@Injectable()
export class ModelSectorUses implements OnModuleInit {
  constructor(private readonly uses: SectorUses) {}

  onModuleInit(): void {
    this.uses.register(this);
  }

  async usedAfter(query: QueryRows, sectorId: Id, day: LocalDate): Promise<number> {
    const [row] = await query<{ n: number }>(`select count(*)::int as n from emulation_model where sector_id = $1 and attested_on > $2`, [
      sectorId,
      day,
    ]);
    return row!.n;
  }
}
