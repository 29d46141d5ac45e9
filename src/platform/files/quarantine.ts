import { Injectable } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import { systemActor } from '../access/actor.js';
import { Database } from '../database/database.js';
import { describeFault } from '../logging/fault.js';
import { Log } from '../logging/log.js';
import type { FileState } from './file.graphql.js';
import { Scanner } from './scan/scanner.port.js';
import { Storage } from './storage/storage.port.js';

const MAX_REFUSAL_LENGTH = 300;
const BATCH = 20;

/** Files cannot be read until the scanner has found them clean. Without a scanner they are ready at once. */
@Injectable()
export class Quarantine {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly scanner: Scanner,
    private readonly log: Log,
  ) {}

  /** Whether files are scanned at all. */
  get enabled(): boolean {
    return this.scanner.enabled;
  }

  get firstState(): FileState {
    return this.scanner.enabled ? 'QUARANTINED' : 'READY';
  }

  /** Scans a file. When the scanner fails, the file stays in quarantine. */
  async scan({ id, state }: { readonly id: Id; readonly state: FileState }): Promise<FileState> {
    if (state !== 'QUARANTINED') return state;
    try {
      const bytes = await this.storage.read(id);
      if (!bytes) throw new Error(`The bytes of the file ${id} are missing.`);
      const found = await this.scanner.scan(bytes);
      return await this.recordResult(id, found?.slice(0, MAX_REFUSAL_LENGTH) ?? null);
    } catch (error) {
      this.log.warn('a file could not be scanned', { file: id, fault: describeFault(error) });
      return 'QUARANTINED';
    }
  }

  /** Scans the files that the scanner could not scan before. */
  async scanWaiting(): Promise<void> {
    if (!this.scanner.enabled) return;
    const waiting = await this.db.rows<{ id: Id; state: FileState }>(
      `select id, state from file where state = 'QUARANTINED' order by id limit ${BATCH}`,
    );
    for (const file of waiting) await this.scan(file);
  }

  private async recordResult(id: Id, refusal: string | null): Promise<FileState> {
    const state = refusal === null ? 'READY' : 'REFUSED';
    await this.db.tx(systemActor('scanner'), async tx => {
      await tx.query(`update file set state = $2, refusal = $3 where id = $1 and state = 'QUARANTINED'`, [id, state, refusal]);
      const action = refusal === null ? 'file.foundClean' : 'file.refused';
      await tx.audit({ action, object: { type: 'File', id }, after: { state, refusal } });
    });
    // After the commit: a refused file is never read, and bytes that remain after a failure here are erased with the row.
    if (refusal !== null) await this.storage.erase(id);
    return state;
  }
}
