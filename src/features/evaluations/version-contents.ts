import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Id } from '../../shared/ids.js';
import { readVersions, type SaidVersion } from '../criteria/version.store.js';

/** What versions of criteria say, kept in memory: rounds have published ones, which never change. */
@Injectable()
export class VersionContents {
  private readonly known = new LRUCache<Id, SaidVersion>({ max: 100 });

  async of(query: QueryRows, versionId: Id): Promise<SaidVersion> {
    const found = this.known.get(versionId) ?? (await readVersions(query, [versionId]))[0]!.says;
    this.known.set(versionId, found);
    return found;
  }
}
