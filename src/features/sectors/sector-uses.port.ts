import { Injectable } from '@nestjs/common';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

/** Implemented by the chapter whose records are of sectors. */
export interface SectorUsesSource {
  /** How many records of a later day are of the sector. */
  usedAfter(query: QueryRows, sectorId: Id, day: LocalDate): Promise<number>;
}

/** The port by which this chapter learns what is of a sector. */
@Injectable()
export class SectorUses {
  private source: SectorUsesSource | undefined;

  register(source: SectorUsesSource): void {
    this.source = source;
  }

  async usedAfter(query: QueryRows, sectorId: Id, day: LocalDate): Promise<number> {
    return (await this.source?.usedAfter(query, sectorId, day)) ?? 0;
  }
}
