import { expect } from '@jest/globals';
import type pg from 'pg';
import { EventCounter } from '../../src/insight/statistics/kept/event-counter.js';
import { ADVISORY_LOCKS } from '../../src/platform/database/advisory-locks.js';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { commandOf, type Command } from '../support/random-command.js';
import type { TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';

/** Lets the counter of the registry count only when a test says so, and asks for statistics in every way in which they can be answered. */
export class KeptCounts {
  private changes = 0;

  private constructor(
    private readonly registry: TestRegistry,
    readonly client: pg.Client,
  ) {}

  static async of(registry: TestRegistry): Promise<KeptCounts> {
    return new KeptCounts(registry, await connect(registry.database.where));
  }

  private get counter(): EventCounter {
    return this.registry.registry.app.get(EventCounter);
  }

  /** Counts what has changed; nothing is counted after that. */
  async count(): Promise<void> {
    await this.let(() => this.counter.countAll());
    expect((await this.client.query(`select from uncounted_model`)).rowCount).toBe(0);
  }

  /** Lets the counter do something. */
  async let(work: () => Promise<void>): Promise<void> {
    await this.client.query(`select pg_advisory_unlock_all()`);
    await work();
    await this.client.query(`select pg_advisory_lock($1)`, [ADVISORY_LOCKS.eventCounting]);
  }

  /** Sends commands, and counts once after so many. */
  countedAfter(commands: number): Command {
    const send = commandOf(this.registry);
    let left = commands;
    return async (...input) => {
      const answer = await send(...input);
      if (--left === 0) await this.count();
      return answer;
    };
  }

  /**
   * Goes on to the next way before the question with this number: what commands changed since they were counted once; all of it counted; what was changed
   * after that; nothing kept. @returns whether rows have changed.
   */
  async isOtherWay(question: number): Promise<boolean> {
    if (question === 0 && this.changes === 0) return false;
    if (question % 4 === 3) await this.client.query(`delete from counted_day`);
    else if (question % 4 === 2) await this.change();
    else await this.count();
    return question % 4 === 2;
  }

  private async change(): Promise<void> {
    const chosen = (id: string, of: number): string => `mod(hashtext(${id}::text || '${this.changes}'), ${of}) = 0`;
    this.changes++;
    await this.client.query(`
      update emulation_model set sector_id = null, subject_kind = 'COLLECTIVE', person_id = null where ${chosen('id', 3)};
      delete from emulation_model_joint_owner where ${chosen('model_id', 4)};
      update emulation_model set trashed_at = now() where trashed_at is null and ${chosen('id', 11)}`);
    await this.expectEqualToRecount();
  }

  /** The doctor has nothing to say of what is kept. */
  async expectEqualToRecount(): Promise<void> {
    const found = await this.registry.registry.app.get(Doctor).examine();
    expect(found.filter(({ check }) => check.startsWith('statistics.'))).toEqual([]);
  }

  async release(): Promise<void> {
    await this.count();
    await this.expectEqualToRecount();
    await this.client.end();
  }
}
