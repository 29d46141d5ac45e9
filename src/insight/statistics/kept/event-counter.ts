import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ADVISORY_LOCKS } from '../../../platform/database/advisory-locks.js';
import { Database } from '../../../platform/database/database.js';
import { sql } from '../../../platform/database/sql.js';
import { Log } from '../../../platform/logging/log.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { addedUp, EVENT_COLUMNS, eventsOf, PLACES } from './kept-events-sql.js';

const EVERY_MS = 1_000;
/** Rows of `uncounted_model` that one transaction takes. */
const BATCH = 2_000;
const NO_TIME_LIMIT = `set local statement_timeout = 0; set local lock_timeout = 0`;

const DAY = sql`$1::date`;
const OF_UNITS = sql`select c.*, $3::integer as n from counted_event c where c.unit_id = any($2::uuid[])`;

/**
 * Counts the events of models that have changed, soon after the change. Commands never wait for it: triggers only note the model in `uncounted_model`, in
 * the transaction of the change, and statistics count what is noted there themselves.
 */
@Injectable()
export class EventCounter implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly db: Database,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.countRest()
        .catch((error: unknown) => this.log.warn('counting put off', { error: String(error) }))
        .finally(() => (this.running = undefined));
    }, EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Counts everything that has changed until now. */
  async countAll(): Promise<void> {
    await this.running;
    await this.countRest();
  }

  /** Counts all models anew, as if nothing were kept; after another process that is counting, such as a running server. */
  async recount(): Promise<void> {
    await this.running;
    await this.source.transaction(async manager => {
      await manager.query(NO_TIME_LIMIT);
      await manager.query(`select pg_advisory_xact_lock($1)`, [ADVISORY_LOCKS.eventCounting]);
      await recountAll(manager, this.db.today());
    });
  }

  /** In batches as long as they are full: what changes meanwhile waits for the next round, so that a row of commands is counted once a round. */
  private async countRest(): Promise<void> {
    for (let full = true; full;) {
      const today = this.db.today();
      const [found] = (await this.source.query(
        `select (select d.day from counted_day d) is distinct from $1::date or exists (select from uncounted_model) as due`,
        [today],
      )) as [{ due: boolean }];
      full = found.due && (await this.alone(manager => countBatch(manager, today)));
    }
  }

  /** @returns false where another process counts. */
  private alone(work: (manager: EntityManager) => Promise<boolean>): Promise<boolean> {
    return this.source.transaction(async manager => {
      const [lock] = (await manager.query(`select pg_try_advisory_xact_lock($1) as got`, [ADVISORY_LOCKS.eventCounting])) as [
        { got: boolean },
      ];
      if (!lock.got) return false;
      await manager.query(NO_TIME_LIMIT);
      return work(manager);
    });
  }
}

/** @returns whether there may be more to count. */
async function countBatch(manager: EntityManager, today: LocalDate): Promise<boolean> {
  const [state] = (await manager.query(`select max(day)::text as day from counted_day`)) as [{ day: LocalDate | null }];
  const { day } = state;
  // A clock that went back: what is later than today may have been counted.
  if (day === null || day > today) {
    await recountAll(manager, today);
    return true;
  }
  if (day < today) await beginDay(manager, day, today);
  const taken = (await manager.query(
    `with taken as (delete from uncounted_model where ordinal in (select ordinal from uncounted_model order by ordinal limit ${BATCH}) returning model_id)
     select distinct model_id as id from taken`,
  )) as { id: Id | null }[];
  const models = taken.flatMap(({ id }) => id ?? []);
  if (models.length < taken.length) await placeUnits(manager, today, today);
  if (models.length > 0) await countModels(manager, models, today);
  return taken.length === BATCH;
}

async function countModels(manager: EntityManager, models: readonly Id[], today: LocalDate): Promise<void> {
  // The deleted rows are those of this statement's beginning, and the inserted ones are none of them.
  await manager.query(
    sql`with before as (delete from counted_event where model_id = any($2::uuid[]) returning *),
      after as (insert into counted_event (${EVENT_COLUMNS}) ${eventsOf(sql`m.id = any($2::uuid[])`, DAY)} returning *)
      ${addedUp(sql`select before.*, -1 as n from before union all select after.*, 1 from after`, DAY)}`,
    [today, models],
  );
}

const later = (column: string): string => `${column} > $1::date and ${column} <= $2::date`;

/** Events and places of later days, which only a wrong clock leaves behind, take effect; so do changes of units that were entered for a later day. */
async function beginDay(manager: EntityManager, day: LocalDate, today: LocalDate): Promise<void> {
  await manager.query(
    `insert into uncounted_model (model_id)
     select id from emulation_model where ${later('attested_on')} or ${later('state_since')}
      union select model_id from registration where ${later('opened_on')} or ${later('state_since')}
      union select model_id from model_step where ${later('on_day')}
      union select model_id from recognition where ${later('recognised_on')} or ${later('revoked_on')}
      union select model_id from model_fact where ${later('on_day')}`,
    [day, today],
  );
  await placeUnits(manager, day, today);
  await manager.query(`update counted_day set day = $1`, [today]);
}

/** Moves what is counted to the provinces of today. @param day for which it is counted now. */
async function placeUnits(manager: EntityManager, day: LocalDate, today: LocalDate): Promise<void> {
  await manager.query(sql`create temporary table place_now on commit drop as select * from ${PLACES} p`);
  const moved = (await manager.query(
    `select unit_id as id from (table place_now except table counted_place) added
      union select unit_id from (table counted_place except table place_now) removed
      union select unit_id from counted_place where lower(validity) > $1::date and lower(validity) <= $2::date or upper(validity) > $1::date and upper(validity) <= $2::date`,
    [day, today],
  )) as { id: Id }[];
  const units = moved.map(({ id }) => id);
  if (units.length > 0) {
    await manager.query(addedUp(OF_UNITS, DAY), [day, units, -1]);
    await manager.query(`delete from counted_place where unit_id = any($1::uuid[])`, [units]);
    await manager.query(`insert into counted_place select * from place_now where unit_id = any($1::uuid[])`, [units]);
    await manager.query(addedUp(OF_UNITS, DAY), [today, units, 1]);
  }
  await manager.query(`drop table place_now`);
}

/** Counts all models anew, as if nothing were kept. */
export async function recountAll(manager: EntityManager, today: LocalDate): Promise<void> {
  for (const table of ['uncounted_model', 'event_count', 'counted_event', 'counted_place', 'counted_day'])
    await manager.query(`delete from ${table}`);
  await manager.query(`set local work_mem = '256MB'`);
  await manager.query(sql`insert into counted_place select * from ${PLACES} p`);
  await manager.query(`analyze counted_place`);
  await manager.query(sql`insert into counted_event (${EVENT_COLUMNS}) select * from (${eventsOf(sql`true`, DAY)}) e order by e.unit_id`, [
    today,
  ]);
  await manager.query(addedUp(sql`select c.*, 1 as n from counted_event c`, DAY), [today]);
  await manager.query(`insert into counted_day (day) values ($1)`, [today]);
  for (const table of ['counted_event', 'event_count']) await manager.query(`analyze ${table}`);
}
