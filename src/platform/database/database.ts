import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { canonicalJson } from '../../shared/canonical-json.js';
import { dayInVietnam, type LocalDate } from '../../shared/dates.js';
import type { Actor } from '../access/actor.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { isReadOnly, translateDatabaseError } from './database-errors.js';
import { CommandStatements } from './command-statements.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import { FrequentStatements, makeRoomForNames } from './prepared-statements.js';
import type { QueryRows } from './query-rows.js';
import { StatementPool } from './statement-pool.js';
import { Tx } from './tx.js';

/** Injection token of the source of time; tests replace it. */
export const CLOCK = Symbol('clock');
export type Clock = () => Date;

export interface IdempotentCommand {
  /** The client's key for this request; absent: no protection against repeats. */
  readonly key: string | null | undefined;
  /** The command's name and input, which a repeat must match; the order of the input's fields does not matter. */
  readonly command: string;
  readonly input: unknown;
}

/** Replaces an error of a command, after its transaction was rolled back, by one that says more. */
export type Explanation = (actor: Actor, error: unknown) => Promise<unknown>;

/** The deadline of the client passed: the server may be frozen, and would keep the rollback waiting, too. */
const isSilent = (error: unknown): boolean => error instanceof Error && error.message.includes('Query read timeout');

/** TypeORM has no way to give a connection up; its pool replaces one whose socket is gone. */
const destroyConnection = (client: PoolClient | undefined): void =>
  (client as unknown as { readonly connection?: { readonly stream?: { destroy(): void } } } | undefined)?.connection?.stream?.destroy();

/** The transaction is begun without TypeORM, which would wait for it; TypeORM locks rows only where it knows of one. It ends for TypeORM, too. */
const knowsTransaction = (runner: QueryRunner, statements: CommandStatements): void =>
  void Object.assign(runner, { isTransactionActive: true, databaseConnection: statements.forTypeOrm() });

/** The only access to the database: `rows` reads, `tx` writes. */
@Injectable()
export class Database {
  private explain: Explanation | undefined;
  private readonly frequent = new FrequentStatements();

  constructor(
    private readonly source: DataSource,
    private readonly pool: StatementPool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Reads with one statement, outside any transaction. Bound to this object, so that it can be passed as `QueryRows`. */
  readonly rows: QueryRows = async <Row>(text: string, values: readonly unknown[] = []) => {
    try {
      return (await this.pool.query<Row & object>(text, values)).rows;
    } catch (error) {
      throw translateDatabaseError(error);
    }
  };

  /** Writes with one statement what has no entry in the trail: the registry's own notes, such as a counter or a time of last use. @returns its rows. */
  writeUnaudited<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.rows(text, values);
  }

  /** The same for a note that may be missing: a database that takes no changes still answers questions. */
  async note(text: string, values: readonly unknown[]): Promise<void> {
    await this.rows(text, values).catch((error: unknown) => {
      if (!isReadOnly(error)) throw error;
    });
  }

  /** Today in Việt Nam: the default of every `asOf`. */
  today(): LocalDate {
    return dayInVietnam(this.clock());
  }

  now(): Date {
    return this.clock();
  }

  /** For `platform/records`, which knows where a record went that a command did not find. */
  registerExplanation(explain: Explanation): void {
    this.explain = explain;
  }

  /**
   * Runs one command in a transaction: everything that `work` writes is committed, or nothing.
   * @throws the error of `work`; errors of the database are translated into errors of the catalogue.
   */
  async tx<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    let client: PoolClient | undefined;
    let statements: CommandStatements | undefined;
    try {
      client = (await runner.connect()) as PoolClient;
      await makeRoomForNames(client);
      statements = new CommandStatements(client, this.frequent);
      const now = this.clock();
      await statements.begin(now);
      knowsTransaction(runner, statements);
      const tx = new Tx(runner.manager, statements, actor, now);
      const result = await work(tx);
      if (!tx.isAccountedFor) throw new Error('A command wrote no line of the trail.');
      await statements.commit();
      await tx.committed();
      return result;
    } catch (error) {
      if (isSilent(error)) destroyConnection(client);
      await statements?.rollback().catch(() => undefined);
      const translated = translateDatabaseError(statements?.causeOf(error) ?? error);
      throw (await this.explain?.(actor, translated)) ?? translated;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  /**
   * Runs a command that must not run twice. Its key is written with its answer in the same transaction, so a repeated request, even a simultaneous
   * one, fails in the end, whatever it meets before, and gets the answer of the first.
   * @param work returns a JSON value: ids, not objects; what the client sees is read afterwards.
   * @throws IDEMPOTENCY_KEY_REUSED for the same key with another command or input.
   */
  async once<T>(actor: Actor, once: IdempotentCommand, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { key, command, input } = once;
    if (key === null || key === undefined) return this.tx(actor, work);
    const requestHash = createHash('sha256')
      .update(canonicalJson([command, input]))
      .digest('hex');
    try {
      return await this.tx(actor, async tx => {
        const answer = await work(tx);
        await tx.insert(IdempotencyKeyEntity, { actor: actorKey(actor), key, requestHash, answer, at: tx.now });
        return answer;
      });
    } catch (error) {
      const first = await this.answered<T>(actor, key).catch(() => undefined);
      if (!first) throw error;
      if (first.hash !== requestHash) throw PlatformErrors.IDEMPOTENCY_KEY_REUSED().at('idempotencyKey');
      return first.answer;
    }
  }

  /** What the command with this key has answered, if it was carried out. */
  private async answered<T>(actor: Actor, key: string): Promise<{ readonly hash: string; readonly answer: T } | undefined> {
    const [kept] = await this.rows<{ hash: string; answer: T }>(
      `select request_hash as hash, answer from idempotency_key where actor = $1 and key = $2`,
      [actorKey(actor), key],
    );
    return kept;
  }
}

const actorKey = (actor: Actor): string => `${actor.kind}:${actor.id ?? actor.name}`;
