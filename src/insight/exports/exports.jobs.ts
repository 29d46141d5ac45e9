import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Storage } from '../../platform/files/storage/storage.port.js';
import { actorOf, Jobs } from '../../platform/jobs/jobs.js';
import type { Actor } from '../../platform/access/actor.js';
import { deleteExportsBefore, exportsToErase, setExpired, setFailed } from './exports.store.js';
import { ExportsService, WRITE_EXPORT } from './exports.service.js';

/** At fifty past every hour. */
const HOURLY = '50 * * * *';
const DAY_MS = 24 * 3_600_000;
/** One that is not written after so long is given up. */
const UNFINISHED_DAYS = 2;
/** How long the list of one's exports goes back. */
const LISTED_DAYS = 30;

/** Writes exports, and erases them when their time is over. */
@Injectable()
export class ExportJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly exports: ExportsService,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: WRITE_EXPORT, run: (payload: { id: string }, run) => this.exports.write(payload, run) });
    this.jobs.register({ name: 'exports.tidy', every: HOURLY, run: (_, { actor }) => this.tidy(actor) });
  }

  /** Can be interrupted and repeated. */
  async tidy(actor: Actor = actorOf('exports.tidy', {})): Promise<void> {
    const now = this.db.now();
    const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
    for (const { id, state } of await exportsToErase(this.db.rows, now, before(UNFINISHED_DAYS))) {
      await this.db.tx(actor, async tx => {
        if (state === 'READY') await setExpired(tx, id);
        else await setFailed(tx, id, 'Không hoàn thành trong hai ngày. Hãy yêu cầu lại. (Not finished within two days. Request it again.)');
        await tx.audit({ action: 'export.erased', object: { type: 'Export', id }, before: { state } });
        // Within the transaction: if it fails, the row is kept and the next run tries again.
        await this.storage.erase(id);
      });
    }
    await this.db.tx(actor, async tx => {
      const forgotten = await deleteExportsBefore(tx, before(LISTED_DAYS));
      if (forgotten === 0) return tx.unchanged(undefined);
      await tx.audit({ action: 'exports.forgotten', object: { type: 'Export', id: null }, after: { exports: forgotten } });
    });
  }
}
