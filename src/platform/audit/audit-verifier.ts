import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { CHAIN_COLUMNS, GENESIS, seal, type ChainEntry } from './audit-chain.js';

export interface ChainReport {
  readonly sealed: number;
  readonly unsealed: number;
  /** Hexadecimal; to be printed or mailed, so that a later rewrite of the whole chain shows. */
  readonly head: string;
  /** The first link that does not hold, if any. */
  readonly broken: { readonly position: number; readonly entryId: string; readonly at: string; readonly action: string } | undefined;
}

const BATCH = 5_000;

/** Recomputes the chain from its first entry. Cost: one pass over the trail, `BATCH` entries in memory. */
@Injectable()
export class AuditVerifier {
  constructor(private readonly db: Database) {}

  async verify(): Promise<ChainReport> {
    let hash: Buffer = GENESIS;
    let position = 0;
    const [waiting] = await this.db.rows<{ n: number }>(
      `select count(*)::int as n from audit_entry e where not exists (select from audit_seal s where s.entry_id = e.id)`,
    );
    const report = (broken?: ChainReport['broken']): ChainReport => ({
      sealed: position,
      unsealed: waiting?.n ?? 0,
      head: hash.toString('hex'),
      broken,
    });
    for (;;) {
      const links = await this.db.rows<ChainEntry & { position: string; hash: Buffer }>(
        `select s.position, s.hash, ${CHAIN_COLUMNS} from audit_seal s join audit_entry e on e.id = s.entry_id
          where s.position > $1 order by s.position limit ${BATCH}`,
        [position],
      );
      if (links.length === 0) return report();
      for (const link of links) {
        const expected = seal(hash, link);
        if (Number(link.position) !== position + 1 || !expected.equals(link.hash)) {
          return report({ position: position + 1, entryId: link.id, at: link.at, action: link.action });
        }
        hash = expected;
        position++;
      }
    }
  }
}
