import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseCronItems } from 'graphile-worker';
import { systemActor } from '../../src/platform/access/actor.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { Database } from '../../src/platform/database/database.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { JobWorker } from '../../src/platform/jobs/job-worker.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { LogLines, until } from './log.lines.js';

let registry: TestRegistry;
let log: LogLines;
let db: Database;
let jobs: Jobs;

const open = async (run: boolean): Promise<void> => {
  log = new LogLines();
  registry = await openTestRegistry({ log });
  db = registry.registry.app.get(Database);
  jobs = registry.registry.app.get(Jobs);
  if (run) worker = new JobWorker(jobs, log, registry.database.where);
};
let worker: JobWorker | undefined;
beforeEach(() => open(true));
afterEach(async () => {
  await worker?.beforeApplicationShutdown();
  worker = undefined;
  await registry.close();
});

const command = (work: (tx: Tx) => Promise<void>): Promise<void> =>
  db.tx({ ...systemActor('test'), requestId: 'yêu-cầu-1' }, async tx => {
    await tx.audit({ action: 'tested', object: { type: 'Test', id: null } });
    await work(tx);
  });
const waiting = async (): Promise<number> => (await db.rows<{ n: number }>(`select count(*)::int as n from graphile_worker.jobs`))[0]!.n;

describe('a job', () => {
  it('runs with its payload after its command is committed, and not when the command failed', async () => {
    const seen: unknown[] = [];
    jobs.register({ name: 'test.note', run: async (payload: { n: number }) => void seen.push(payload) });
    worker!.onApplicationBootstrap();
    await expect(
      command(async tx => {
        await tx.enqueue('test.note', { n: 1 });
        throw new Error('on purpose');
      }),
    ).rejects.toThrow('on purpose');
    await command(tx => tx.enqueue('test.note', { n: 2 }));
    await until(async () => (await waiting()) === 0);
    expect(seen).toEqual([{ n: 2 }]);
    expect(log.of('job')).toMatchObject([{ job: 'test.note', requestId: 'yêu-cầu-1' }]);
  });

  it('that fails is logged with the request that enqueued it, kept, and tried again', async () => {
    let tries = 0;
    jobs.register({
      name: 'test.fail',
      run: async () => {
        if (++tries === 1) throw new Error('lần đầu hỏng');
      },
    });
    worker!.onApplicationBootstrap();
    await command(tx => tx.enqueue('test.fail'));
    await until(() => log.of('job failed').length > 0);
    expect(log.of('job failed')).toMatchObject([
      { job: 'test.fail', requestId: 'yêu-cầu-1', attempt: '1 of 10', fault: expect.stringContaining('lần đầu hỏng') },
    ]);
    await db.rows(`update graphile_worker._private_jobs set run_at = now()`);
    await until(async () => (await waiting()) === 0);
    expect(tries).toBe(2);
  });

  it('that is running is finished before the process stops, and acts as the registry itself', async () => {
    let begun = false;
    jobs.register({
      name: 'test.slow',
      run: async (_: undefined, { actor }) => {
        begun = true;
        await new Promise(done => setTimeout(done, 1_000));
        await db.tx(actor, tx => tx.audit({ action: 'slow.done', object: { type: 'Test', id: null } }));
      },
    });
    worker!.onApplicationBootstrap();
    await command(tx => tx.enqueue('test.slow'));
    await until(() => begun);
    await worker!.beforeApplicationShutdown();
    worker = undefined;
    expect(await db.rows(`select actor_kind, actor_name, request_id from audit_entry where action = 'slow.done'`)).toEqual([
      { actor_kind: 'SYSTEM', actor_name: 'job test.slow', request_id: 'yêu-cầu-1' },
    ]);
    expect(await waiting()).toBe(0);
  });

  it('with a key waits only once', async () => {
    await command(async tx => {
      await tx.enqueue('test.later', { n: 1 }, { key: 'k', at: new Date('2999-01-01') });
      await tx.enqueue('test.later', { n: 2 }, { key: 'k', at: new Date('2999-01-01') });
    });
    expect(await waiting()).toBe(1);
  });

  it('stays in the queue of a process that runs no jobs', async () => {
    expect(worker).toBeDefined(); // Not started: no process runs jobs here.
    await command(tx => tx.enqueue('test.nobody'));
    await new Promise(done => setTimeout(done, 300));
    expect(await waiting()).toBe(1);
  });
});

describe('the scheduled jobs', () => {
  it('have valid schedules', () => {
    const due = jobs.all.flatMap(({ name, every }) => (every === undefined ? [] : [{ task: name, match: every }]));
    expect(due.map(({ task }) => task)).toEqual(expect.arrayContaining(['audit.dailyHead', 'idempotencyKeys.expire']));
    expect(parseCronItems(due)).toHaveLength(due.length);
  });

  it('log yesterday’s head of the trail', async () => {
    await command(async () => undefined);
    await registry.registry.app.get(AuditSealer).sealAll();
    registry.setClock(new Date(Date.now() + 24 * 3_600_000).toISOString());
    await jobs.all.find(job => job.name === 'audit.dailyHead')!.run(undefined as never, { actor: systemActor('test') });
    expect(log.of('head of the trail')).toMatchObject([{ position: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  it('delete idempotency keys after thirty days, with an entry in the trail, and keep the rest', async () => {
    const key = (name: string): Promise<string> =>
      db.once(systemActor('test'), { key: name, command: 'x', input: {} }, async tx => {
        await tx.audit({ action: 'tested', object: { type: 'Test', id: null } });
        return name;
      });
    registry.setClock('2026-01-01T00:00:00Z');
    await key('cũ');
    registry.setClock('2026-02-15T00:00:00Z');
    await key('mới');
    const expire = jobs.all.find(job => job.name === 'idempotencyKeys.expire')!;
    for (let run = 0; run < 2; run++) await expire.run(undefined as never, { actor: systemActor('job') });
    expect(await db.rows(`select key from idempotency_key`)).toEqual([{ key: 'mới' }]);
    expect(await db.rows(`select after ->> 'count' as n from audit_entry where action = 'idempotencyKeys.expired'`)).toEqual([{ n: '1' }]);
  });

  it('delete sessions a month after they ended, and keep active and recently ended ones', async () => {
    await db.rows(`insert into account (id, name, display_name, created_at) values (gen_random_uuid(), 'a', 'Cá nhân A', now())`);
    await db.rows(
      `insert into session (id, account_id, secret_hash, address, user_agent, started_at, seen_at, expires_at, ended_at)
       select gen_random_uuid(), a.id, sha256(s.name::bytea), '127.0.0.1', s.name, now() - interval '90 days', now() - interval '90 days', s.expires, s.ended
         from account a cross join (values ('hết hạn lâu', now() - interval '40 days', null::timestamptz),
                                           ('kết thúc lâu', now() + interval '1 day', now() - interval '31 days'),
                                           ('mới kết thúc', now() + interval '1 day', now() - interval '2 days'),
                                           ('đang dùng', now() + interval '1 day', null)) s (name, expires, ended)
        where a.name = 'a'`,
    );
    const expire = jobs.all.find(job => job.name === 'sessions.expire')!;
    for (let run = 0; run < 2; run++) await expire.run(undefined as never, { actor: systemActor('job') });
    const kept = `select user_agent as name from session where account_id = (select id from account where name = 'a') order by 1`;
    expect(await db.rows(kept)).toEqual([{ name: 'mới kết thúc' }, { name: 'đang dùng' }]);
    expect(await db.rows(`select after ->> 'sessions' as n from audit_entry where action = 'sessions.expired'`)).toEqual([{ n: '2' }]);
  });
});
