import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import type { Actor } from '../access/actor.js';
import { Database } from '../database/database.js';
import { Jobs, actorOf } from '../jobs/jobs.js';
import { Quarantine } from './quarantine.js';
import { Storage } from './storage/storage.port.js';

const DAY_MS = 24 * 3_600_000;
/** How long a file without a record is kept, so that it can still be linked to one. */
const UNLINKED_DAYS = 7;
const BATCH = 100;
/** At forty past every hour. */
const HOURLY = '40 * * * *';
const EACH_MINUTE = '* * * * *';

/** Erases files that no record links to, and bytes left behind by unused tickets. Scans again the files that the scanner could not scan before. */
@Injectable()
export class FileJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly quarantine: Quarantine,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'files.tidy', every: HOURLY, run: (_, { actor }) => this.tidy(actor) });
    if (this.quarantine.enabled) this.jobs.register({ name: 'files.scan', every: EACH_MINUTE, run: () => this.quarantine.scanWaiting() });
  }

  /** Erases unlinked files and expired tickets. Can be interrupted and repeated. */
  async tidy(actor: Actor = actorOf('files.tidy', {})): Promise<void> {
    await this.eraseUnlinked(actor);
    await this.eraseTickets(actor);
  }

  private async eraseUnlinked(actor: Actor): Promise<void> {
    const before = new Date(this.db.now().getTime() - UNLINKED_DAYS * DAY_MS);
    const unlinked = await this.db.rows<{ id: Id }>(`select id from file where loose_since < $1 order by id limit ${BATCH}`, [before]);
    for (const { id } of unlinked) {
      await this.db.tx(actor, async tx => {
        const [erased] = await tx.query<{ name: string }>(
          `with gone as (delete from file where id = $1 and loose_since < $2 returning name) select name from gone`,
          [id, before],
        );
        await tx.audit({ action: 'file.erased', object: { type: 'File', id }, before: erased ?? null });
        // Within the transaction: if it fails, the row is kept and the next run tries again.
        if (erased) await this.storage.erase(id);
      });
    }
  }

  /** An unused ticket may have left bytes: when its process was killed between storing them and the commit. */
  private async eraseTickets(actor: Actor): Promise<void> {
    const before = new Date(this.db.now().getTime() - DAY_MS);
    const old = await this.db.rows<{ id: Id; used: boolean }>(
      `select id, used_at is not null as used from upload_ticket where expires_at < $1 order by expires_at limit ${BATCH * 10}`,
      [before],
    );
    if (old.length === 0) return;
    for (const { id, used } of old) if (!used) await this.storage.erase(id);
    await this.db.tx(actor, async tx => {
      await tx.query(`delete from upload_ticket where id = any($1::uuid[])`, [old.map(({ id }) => id)]);
      await tx.audit({ action: 'file.ticketsErased', object: { type: 'File', id: null }, after: { tickets: old.length } });
    });
  }
}
