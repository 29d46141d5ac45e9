import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Database } from '../database/database.js';
import { identifier, sql } from '../database/sql.js';
import { DomainError, Refusal } from '../errors/domain-error.js';
import { Scopes } from '../views/scopes.js';
import { fromGlobalId } from '../../shared/ids.js';
import { RecordErrors } from './record.errors.js';
import { RecordKinds } from './record-kinds.js';

/**
 * Explains refusals of all commands: where the record that a client names was merged into another, the refusal says into which, to a caller who
 * sees that one. A command is not redirected there: its sender has read another record, with a version of its own.
 */
@Injectable()
export class MergedRecords implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly kinds: RecordKinds,
    private readonly scopes: Scopes,
  ) {}

  onModuleInit(): void {
    this.db.registerExplanation((actor, error) => this.explain(actor, error));
  }

  private async explain(actor: Actor, error: unknown): Promise<unknown> {
    if (error instanceof DomainError) return this.explained(actor, error);
    if (error instanceof Refusal) return new Refusal(await Promise.all(error.errors.map(each => this.explained(actor, each))));
    return error;
  }

  private async explained(actor: Actor, error: DomainError): Promise<DomainError> {
    const thing = typeof error.params.id === 'string' ? fromGlobalId(error.params.id) : undefined;
    const kind = thing && this.kinds.all.find(({ type, merging }) => type === thing.type && merging);
    if (!thing || !kind) return error;
    const [kept] = await this.db.rows<{ id: string; row: { name?: string; number?: string | null } }>(
      sql`select t.id, to_jsonb(t) as row from merged_record m join ${identifier(kind.table)} t on t.id = m.into_id where m.id = $1`,
      [thing.id],
    );
    const caller = { actor, query: this.db.rows, today: this.db.today() };
    if (!kept || !(await this.scopes.sees(caller, kind.seenBy, kept.id))) return error;
    const name = kept.row.name ?? kept.row.number ?? '…';
    return RecordErrors.RECORD_MERGED({ type: kind.type, name }).at(...error.field);
  }
}
