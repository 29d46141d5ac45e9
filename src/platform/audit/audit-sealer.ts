import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ADVISORY_LOCKS } from '../database/advisory-locks.js';
import { Log } from '../logging/log.js';
import { RepeatedFault } from '../logging/repeated-fault.js';
import { CHAIN_COLUMNS, GENESIS, seal, type ChainEntry } from './audit-chain.js';

const EVERY_MS = 500;
const BATCH = 1_000;

/**
 * Seals committed entries in order, within a second of their commit. Writers never wait for it: they only insert the entry's id into
 * `audit_pending`. So a long import does not block the chain, and a crash leaves unsealed entries, but never a broken chain.
 */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> | undefined;
  private readonly fault: RepeatedFault;

  constructor(
    private readonly source: DataSource,
    log: Log,
  ) {
    this.fault = new RepeatedFault(log, 'audit sealing put off');
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      // While a round waits for a lost database no other is started: a stop would have to wait for all of them.
      this.running ??= this.sealAll()
        .then(this.fault.succeeded, this.fault.failed)
        .finally(() => (this.running = undefined));
    }, EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
    await this.sealAll().catch(() => 0);
  }

  /** Seals all committed entries. @returns how many entries were sealed. */
  async sealAll(): Promise<number> {
    // A running round of this process holds the lock; entries that it has not read are sealed after it.
    await this.running;
    for (let sealed = 0; ;) {
      const batch = await this.sealBatch();
      sealed += batch;
      if (batch < BATCH) return sealed;
    }
  }

  private async sealBatch(): Promise<number> {
    const { sealed, head } = await this.sealNext();
    // After the commit: a sequence is not rolled back, and one that is ahead of the chain would look like a trail without its end.
    if (sealed > 0)
      await this.source.query(`select setval('audit_sealed_head', greatest(last_value, $1::bigint)) from audit_sealed_head`, [head]);
    return sealed;
  }

  private sealNext(): Promise<{ sealed: number; head: number }> {
    return this.source.transaction(async manager => {
      const [lock] = (await manager.query(`select pg_try_advisory_xact_lock($1) as got`, [ADVISORY_LOCKS.auditSealing])) as [
        { got: boolean },
      ];
      if (!lock.got) return { sealed: 0, head: 0 };
      const entries = (await manager.query(
        `with waiting as (select entry_id, ordinal from audit_pending order by ordinal limit ${BATCH})
         select ${CHAIN_COLUMNS} from waiting w join audit_entry e on e.id = w.entry_id order by w.ordinal`,
      )) as ChainEntry[];
      if (entries.length === 0) return { sealed: 0, head: 0 };
      const [head] = (await manager.query(`select position, hash from audit_seal order by position desc limit 1`)) as {
        position: string;
        hash: Buffer;
      }[];
      let hash: Buffer = head?.hash ?? GENESIS;
      const hashes = entries.map(entry => (hash = seal(hash, entry)));
      const ids = entries.map(entry => entry.id);
      await manager.query(
        `insert into audit_seal (position, entry_id, hash, sealed_at)
         select $1::bigint + s.n, s.id, s.hash, now() from unnest($2::uuid[], $3::bytea[]) with ordinality s (id, hash, n)`,
        [head?.position ?? 0, ids, hashes],
      );
      await manager.query(`delete from audit_pending where entry_id = any($1::uuid[])`, [ids]);
      return { sealed: entries.length, head: Number(head?.position ?? 0) + entries.length };
    });
  }
}
