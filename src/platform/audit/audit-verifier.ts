import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../shared/dates.js';
import { Database } from '../database/database.js';
import { CHAIN_COLUMNS, GENESIS, seal, type ChainEntry } from './audit-chain.js';

/** The first link of the chain that does not hold. */
export interface BrokenLink {
  readonly position: number;
  /** `altered`: the entry differs from what was sealed; `missing`: its seal or the entry is gone; `smuggled`: it has no seal and does not wait for one. */
  readonly how: 'altered' | 'missing' | 'smuggled';
  /** The entry at that position, unless it is missing. */
  readonly entry: { readonly id: string; readonly at: string; readonly action: string } | undefined;
}

export interface ChainReport {
  readonly sealed: number;
  readonly unsealed: number;
  /** The latest seal, in hexadecimal; to be printed or mailed, so that a later rewrite of the whole chain can be detected. */
  readonly head: string;
  /** The position of the head that the caller has kept; `undefined` where the chain does not contain it, or none was given. */
  readonly kept: number | undefined;
  readonly broken: BrokenLink | undefined;
}

/** The last seal of a day, to be printed and kept on paper. */
export interface DayHead {
  readonly day: LocalDate;
  readonly position: number;
  readonly hash: string;
}

type SealedEntry = { readonly position: string; readonly hash: Buffer } & { readonly [K in keyof ChainEntry]: ChainEntry[K] | null };

const BATCH = 5_000;

/** Recomputes the chain from its first entry. Cost: one pass over the trail, `BATCH` entries in memory. */
@Injectable()
export class AuditVerifier {
  constructor(private readonly db: Database) {}

  /** @param keptHead a head that was kept outside, in hexadecimal: a chain that was rewritten as a whole does not contain it. */
  async verify(keptHead?: string): Promise<ChainReport> {
    let hash: Buffer = GENESIS;
    let position = 0;
    let kept: number | undefined;
    // Before the chain is read, which may grow meanwhile.
    const [reached] = await this.db.rows<{ position: string }>(`select last_value as position from audit_sealed_head`);
    const { unsealed, smuggled } = await this.unsealed();
    const report = (broken: BrokenLink | undefined): ChainReport => ({
      sealed: position,
      unsealed,
      head: hash.toString('hex'),
      kept,
      broken,
    });
    for (;;) {
      const links = await this.db.rows<SealedEntry>(
        `select s.position, s.hash, ${CHAIN_COLUMNS} from audit_seal s left join audit_entry e on e.id = s.entry_id
          where s.position > $1 order by s.position limit ${BATCH}`,
        [position],
      );
      if (links.length === 0) {
        const isCutOff = Number(reached!.position) > position;
        return report(isCutOff ? { position: position + 1, how: 'missing', entry: undefined } : smuggled);
      }
      for (const link of links) {
        const next = position + 1;
        if (Number(link.position) !== next || link.id === null) return report({ position: next, how: 'missing', entry: undefined });
        const entry = link as SealedEntry & ChainEntry;
        hash = seal(hash, entry);
        if (!hash.equals(entry.hash)) return report({ position: next, how: 'altered', entry });
        position = next;
        if (hash.toString('hex') === keptHead) kept = position;
      }
    }
  }

  /** The head of each day in Việt Nam on which something was sealed, the latest first. */
  async heads(until: LocalDate, days: number): Promise<DayHead[]> {
    return this.db.rows<DayHead>(
      `select distinct on (day) day::text as day, s.position::int as position, encode(s.hash, 'hex') as hash
         from audit_seal s cross join lateral (select (s.sealed_at at time zone 'Asia/Ho_Chi_Minh')::date as day) d
        where day <= $1::date and day > $1::date - $2::int order by day desc, s.position desc`,
      [until, days],
    );
  }

  /** Unsealed entries must be in `audit_pending`. One that is not was inserted past the commands, or its seal was deleted. */
  private async unsealed(): Promise<{ unsealed: number; smuggled: BrokenLink | undefined }> {
    const rows = await this.db.rows<{ id: string; at: string; action: string; waits: boolean; next: number; n: number }>(
      `select e.id, e.at::text as at, e.action, exists (select from audit_pending p where p.entry_id = e.id) as waits,
              (select coalesce(max(position), 0)::int + 1 from audit_seal) as next, count(*) over ()::int as n
         from audit_entry e where not exists (select from audit_seal s where s.entry_id = e.id)
        order by waits, e.at, e.id limit 1`,
    );
    const [first] = rows;
    if (!first) return { unsealed: 0, smuggled: undefined };
    const { waits, next, n, ...entry } = first;
    return { unsealed: n, smuggled: waits ? undefined : { position: next, how: 'smuggled', entry } };
  }
}
