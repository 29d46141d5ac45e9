import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { dayInVietnam, type LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import type { Actor, Principal } from '../access/actor.js';
import type { CommandStatements } from './command-statements.js';
import type { QueryRows } from './query-rows.js';

/** One entry of the trail: what was done to which object, with its state before and after. */
export interface AuditLine {
  /** A past participle: `unitEvent.applied`. */
  readonly action: string;
  readonly object: { readonly type: string; readonly id: Id | null };
  /** The unit that the object belongs to, where it has one: the trail is filtered by it, and it decides who may see the entry. */
  readonly unitId?: Id | null | undefined;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | null | undefined;
}

/**
 * The transaction of one command: the only way to write, together with the actor, the time and the trail.
 * It is created by `Database.tx` and ends with it.
 */
export class Tx {
  private readonly afterwards: (() => void)[] = [];
  private principals: readonly Principal[] | undefined;
  private lines = 0;
  private same = false;

  constructor(
    /** TypeORM in this transaction. */
    readonly manager: EntityManager,
    private readonly statements: CommandStatements,
    readonly actor: Actor,
    /** The time of this command: everything it writes carries the same time. */
    readonly now: Date,
  ) {}

  /** Today in Việt Nam. */
  get today(): LocalDate {
    return dayInVietnam(this.now);
  }

  /** Whether the command has written an entry of the trail, or has stated that it changes nothing. A command that does neither is a defect. */
  get isAccountedFor(): boolean {
    return this.lines > 0 || this.same;
  }

  /**
   * States that the object is already as the command would make it: nothing is written and no version is raised. An edit that repeats what the
   * registry has is not an error: `if (isDeepStrictEqual(after, before)) return tx.unchanged(id)`. @returns the answer of the command
   */
  unchanged<Answer>(answer: Answer): Answer {
    this.same = true;
    return answer;
  }

  /** States that what was written has a history of its own, such as a draft of a score sheet: the trail gets its entry when it is submitted. @returns the answer of the command */
  keptApart<Answer>(answer: Answer): Answer {
    this.same = true;
    return answer;
  }

  /**
   * The persons whose delegated rights, together with the actor's own, suffice for all rights required so far; `undefined`: the actor's own rights
   * suffice.
   */
  get mayActFor(): readonly Principal[] | undefined {
    return this.principals;
  }

  /** For `Rights` only: from here on the command acts on behalf of the first of these. */
  actFor(principals: readonly Principal[]): void {
    this.principals = principals;
  }

  /** Bound to this transaction, so that it can be handed on as it is. */
  readonly query: QueryRows = (text, values = []) => this.statements.rows(text, values);

  /** Sends a statement whose rows nobody reads. It may be refused only at the next statement that is read, or at the commit (`CommandStatements`). */
  write(text: string, values: readonly unknown[]): Promise<void> {
    return this.statements.write(text, values);
  }

  /** For a command that computes for long between its statements, such as the draft of a national list: its transaction is not ended as idle. */
  mayBeIdle(): Promise<void> {
    return this.write(`set local idle_in_transaction_session_timeout = 0`, []);
  }

  /**
   * Inserts a row, as `write`. Rows of different tables that are inserted in one go are one statement, in which no row sees the others: where a
   * trigger of the table reads another one, insert that with `write`.
   */
  insert<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, row: Partial<Entity>): Promise<void> {
    const { tablePath, columns } = this.manager.connection.getMetadata(entity);
    const { driver } = this.manager.connection;
    const given = columns.filter(column => row[column.propertyName] !== undefined);
    const values = given.map(column => [column.databaseName, driver.preparePersistentValue(row[column.propertyName], column) as unknown]);
    return this.statements.insert(tablePath, Object.fromEntries(values) as Record<string, unknown>);
  }

  /**
   * Changes rows in one statement with those that are inserted next, which do not see the change; nothing reads its rows, as with `write`.
   * @param parts statements by name. The second one reads what the first returns as `first_written`. @param values for all of them together.
   */
  change(parts: Readonly<Record<string, string>>, values: readonly unknown[]): Promise<void> {
    return this.statements.change(parts, values);
  }

  /** For a statement that reads the columns of the row `alias` under the names of the entity's properties. */
  columnsOf<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, alias: string, names: readonly (keyof Entity & string)[]): string {
    const { columns } = this.manager.connection.getMetadata(entity);
    const wanted = columns.filter(({ propertyName }) => names.includes(propertyName as keyof Entity & string));
    return wanted.map(({ databaseName, propertyName }) => `${alias}.${databaseName} as "${propertyName}"`).join(', ');
  }

  /** Writes one entry of the trail. A command without any is not committed. */
  async audit(line: AuditLine): Promise<void> {
    this.lines++;
    const id = newId();
    const [principal] = this.principals ?? [];
    await this.statements.insert('audit_entry', {
      id,
      at: this.now,
      actor_kind: this.actor.kind,
      actor_id: this.actor.id,
      actor_name: this.actor.name,
      request_id: this.actor.requestId ?? null,
      action: line.action,
      object_type: line.object.type,
      object_id: line.object.id,
      before: json(line.before),
      after: json(line.after),
      reason: line.reason ?? null,
      unit_id: line.unitId ?? null,
      on_behalf_of_id: principal?.id ?? null,
      on_behalf_of_name: principal?.name ?? null,
    });
    await this.statements.insert('audit_pending', { entry_id: id });
  }

  /**
   * Enqueues a job (`platform/jobs`). It runs after this transaction is committed; after a rollback it does not run.
   * @param options.key of waiting jobs with the same name and key only one is kept. @param options.at the earliest time to run.
   */
  async enqueue(job: string, payload?: unknown, { key, at }: { readonly key?: string; readonly at?: Date } = {}): Promise<void> {
    await this.write(`select from graphile_worker.add_job($1, payload := $2::json, job_key := $3, run_at := $4, max_attempts := 10)`, [
      job,
      JSON.stringify({ payload, requestId: this.actor.requestId }),
      key ?? null,
      at ?? null,
    ]);
  }

  /** Runs `work` after the commit; after a rollback it does not run. */
  afterCommit(work: () => void | Promise<void>): void {
    this.afterwards.push(work);
  }

  /** For `Database.tx` only. */
  async committed(): Promise<void> {
    for (const work of this.afterwards) await work();
  }
}

const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));
