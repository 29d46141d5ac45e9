import type { DataSource } from 'typeorm';
import { systemActor } from '../../src/platform/access/actor.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import type { DatabaseAddress } from '../../src/platform/database/connection.js';
import type { Database } from '../../src/platform/database/database.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { Log } from '../../src/platform/logging/log.js';
import { newId } from '../../src/shared/ids.js';

export const NOW = new Date('2026-03-01T02:03:04Z');
/** Everything that COPY text must escape, and what only looks like it. */
const AWKWARD = ['a\tb\nc\r\\.\n\\N "x" \'y\' 🙂 Đ', '\\.', '\\N', '.', '\\'];

/** A registry without its program: what is backed up and restored. */
export interface Registry {
  readonly where: DatabaseAddress;
  readonly source: DataSource;
  readonly db: Database;
}

export const command = (at: Registry, work: (tx: Tx) => Promise<unknown>): Promise<void> =>
  at.db.tx(systemActor('test'), async tx => {
    await work(tx);
    await tx.audit({ action: 'test.done', object: { type: 'Test', id: newId() }, after: { text: AWKWARD.join(' ') } });
  });

/** Enters rows of each kind that a backup treats differently: awkward texts, units with their event, entries of the trail that are sealed and not. */
export async function fill(at: Registry): Promise<void> {
  const [event, parent, unit, model] = [newId(), newId(), newId(), newId()];
  await command(at, async tx => {
    await tx.query(`insert into unit_event (id, kind, state, summary, applied_at) values ($1, 'LIST', 'APPLIED', '{}', $2)`, [event, NOW]);
    await tx.query(`select set_config('registry.unit_event', $1, true)`, [event]);
    for (const id of [parent, unit]) {
      await tx.query(`insert into unit (id, line, validity) values ($1, 'TERRITORY', '[2000-01-01,)')`, [id]);
      await tx.query(
        `insert into unit_span (id, unit_id, validity, name, kind, parent_id) values ($1, $2, '[2000-01-01,)', 'Quế Sơn', 'XA', $3)`,
        [newId(), id, id === unit ? parent : null],
      );
    }
    for (const [at_, title] of AWKWARD.entries()) {
      await tx.query(
        `insert into emulation_model (id, code, title, unit_id, parent_id, subject_kind, file_state, state_since, on_paper, attested_on, source, recorded_at)
         values ($1, $6, $2, $3, $4, 'COLLECTIVE', 'RECEIVED', '2022-01-01', true, '2022-01-01', 'Báo cáo', $5)`,
        [at_ === 0 ? model : newId(), title, unit, at_ === 0 ? null : model, NOW, `A-2022-${at_}`],
      );
    }
    await tx.query(`insert into theme (id, name) values ($1, 'Đô thị'), ($2, 'An ninh')`, [newId(), newId()]);
    await tx.query(`update sector set name = 'Kinh tế số' where code = 'ECONOMY'`);
    await tx.query(`insert into account (id, name, display_name, password_hash, created_at) values ($1, 'admin', 'Quản trị', 'hash', $2)`, [
      newId(),
      NOW,
    ]);
  });
  await new AuditSealer(at.source, new Log('silent')).sealAll();
  await command(at, async () => undefined); // An entry that is not sealed yet.
}
