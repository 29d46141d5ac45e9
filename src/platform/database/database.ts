import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayInVietnam, type LocalDate } from '../../shared/dates.js';
import type { Actor } from '../access/actor.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { translateDatabaseError } from './database-errors.js';
import type { RunQuery } from './run-query.js';
import { StatementPool } from './statement-pool.js';
import { Tx } from './tx.js';

/** The source of time; tests give another. */
export const CLOCK = Symbol('clock');
export type Clock = () => Date;

export interface IdempotentCommand {
  /** The client's key for this very request; absent: no protection against a repeat. */
  readonly key: string | null | undefined;
  /** The command's name and input, which a repeat must match. */
  readonly command: string;
  readonly input: unknown;
}

/** The one way to the database: `rows` reads, `tx` writes. */
@Injectable()
export class Database {
  constructor(
    private readonly source: DataSource,
    private readonly pool: StatementPool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Reads with one statement, outside any transaction; bound, so that it can be handed on as it is. */
  readonly rows: RunQuery = async <Row>(text: string, values: readonly unknown[] = []) => {
    try {
      return (await this.pool.query<Row & object>(text, values)).rows;
    } catch (error) {
      throw translateDatabaseError(error);
    }
  };

  /** Writes a note for the registry's own use (a counter, a last use) with one statement: what the trail has no line for. @returns its rows. */
  note<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.rows(text, values);
  }

  /** The day it is in Việt Nam now: the default of every `asOf`. */
  today(): LocalDate {
    return dayInVietnam(this.clock());
  }

  now(): Date {
    return this.clock();
  }

  /**
   * Runs one command: everything `work` writes is committed together, or nothing is.
   * @throws whatever `work` throws, with the database's refusals turned into errors of the catalogue.
   */
  async tx<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction();
      const tx = new Tx(runner.manager, actor, this.clock());
      const result = await work(tx);
      if (tx.auditLines === 0) throw new Error('A command wrote no line of the trail.');
      await runner.commitTransaction();
      tx.committed();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw translateDatabaseError(error);
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  /**
   * Runs a command that must not happen twice. The answer is kept with the key in the same transaction, so a repeat of the same request,
   * even at the same moment, gets the first one's answer; the same key with another content is refused.
   * @param work answers a JSON value: ids, not objects; what the client sees is read afterwards.
   */
  async once<T>(actor: Actor, once: IdempotentCommand, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { key, command, input } = once;
    if (key === null || key === undefined) return this.tx(actor, work);
    const hash = createHash('sha256')
      .update(JSON.stringify([command, input]))
      .digest('hex');
    const repeat = new RepeatedRequest();
    try {
      return await this.tx(actor, async tx => {
        const taken = await tx.query(
          `insert into idempotency_key (actor, key, request_hash, at) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
          [actorKey(actor), key, hash, tx.now],
        );
        if (taken.length === 0) throw repeat;
        const answer = await work(tx);
        await tx.query(`update idempotency_key set answer = $3 where actor = $1 and key = $2`, [
          actorKey(actor),
          key,
          JSON.stringify(answer),
        ]);
        return answer;
      });
    } catch (error) {
      if (error !== repeat) throw error;
    }
    const [kept] = await this.rows<{ request_hash: string; answer: T }>(
      `select request_hash, answer from idempotency_key where actor = $1 and key = $2`,
      [actorKey(actor), key],
    );
    if (kept?.request_hash !== hash) throw PlatformErrors.IDEMPOTENCY_KEY_REUSED().at('idempotencyKey');
    return kept.answer;
  }
}

/** Leaves the transaction of a repeat without a word: the first request's answer is read instead. */
class RepeatedRequest extends Error {}

const actorKey = (actor: Actor): string => `${actor.kind}:${actor.id ?? actor.name}`;
