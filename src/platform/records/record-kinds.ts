import { Injectable, type OnApplicationBootstrap, type OnModuleInit, type Provider } from '@nestjs/common';
import { DataSource, type EntityMetadata } from 'typeorm';
import { constraintError } from '../database/database-errors.js';
import { identifier, type Sql } from '../database/sql.js';
import type { RecordKind, RestingKind } from './record-kind.js';

/** A column that refers to the rows of another table. */
export interface ForeignKey {
  readonly table: string;
  readonly column: Sql;
  readonly constraint: string;
}

const isRecordKind = (kind: RestingKind): kind is RecordKind => 'action' in kind;

/** What the chapters declare about their records, and which columns of the whole registry refer to them, from the metadata of the entities. */
@Injectable()
export class RecordKinds implements OnModuleInit, OnApplicationBootstrap {
  private readonly kinds = new Map<string, RestingKind>();
  private readonly byTable = new Map<string, RestingKind>();
  private readonly keys = new Map<string, ForeignKey[]>();

  constructor(private readonly source: DataSource) {}

  onModuleInit(): void {
    for (const { tableName, foreignKeys } of this.source.entityMetadatas) {
      for (const { name, columnNames, referencedEntityMetadata } of foreignKeys) {
        const key = { table: tableName, column: identifier(columnNames[0]!), constraint: name };
        this.keys.set(referencedEntityMetadata.tableName, [...this.referencesTo(referencedEntityMetadata.tableName), key]);
      }
    }
  }

  onApplicationBootstrap(): void {
    // A row that comes to rest on a record at the moment in which that is removed is refused by its foreign key.
    for (const { type, table } of this.all)
      for (const { constraint } of this.referencesTo(table)) constraintError(constraint, 'RECORD_GONE', { type });
  }

  /** @throws where a table is declared twice. */
  register(kinds: readonly (RecordKind | RestingKind)[]): void {
    for (const kind of kinds) {
      this.kinds.set(kind.type, kind);
      for (const table of [kind.table, ...Object.keys(kind.links ?? {})]) {
        if (this.byTable.has(table)) throw new Error(`The table ${table} is declared twice.`);
        this.byTable.set(table, kind);
      }
    }
  }

  /** The kinds of records that can be removed. */
  get all(): readonly RecordKind[] {
    return [...this.kinds.values()].filter(isRecordKind);
  }

  /** Everything that can rest on a record. */
  get resting(): readonly RestingKind[] {
    return [...this.kinds.values()];
  }

  /** How records of the GraphQL type are removed and merged. @throws where no chapter declares it. */
  of(type: string): RecordKind {
    const kind = this.kinds.get(type);
    if (!kind || !isRecordKind(kind)) throw new Error(`No chapter says how a ${type} is removed.`);
    return kind;
  }

  /** What the rows of a table are counted as. @throws where no chapter says so. */
  countedAs(table: string): RestingKind {
    const kind = this.byTable.get(table);
    if (!kind) throw new Error(`Rows of ${table} rest on a record, and no chapter says what they are: see src/platform/records/README.md.`);
    return kind;
  }

  /** Whether the table has what no view shows. */
  isProtected(table: string): boolean {
    const kind = this.byTable.get(table);
    return kind !== undefined && 'action' in kind.seenBy;
  }

  /** The kind of record of which each row of the table is one. */
  inTable(table: string): RecordKind | undefined {
    const kind = this.byTable.get(table);
    return kind?.table === table && isRecordKind(kind) ? kind : undefined;
  }

  /** The columns that refer to rows of the table. */
  referencesTo(table: string): readonly ForeignKey[] {
    return this.keys.get(table) ?? [];
  }

  /** The entity of a table that `schema.ts` has. */
  entityOf(table: string): EntityMetadata {
    return this.source.entityMetadatas.find(({ tableName }) => tableName === table)!;
  }
}

/** A provider for a chapter's module that declares its records. */
export const provideRecordKinds = (...kinds: readonly (RecordKind | RestingKind)[]): Provider => ({
  provide: Symbol('records'),
  inject: [RecordKinds],
  useFactory: (registry: RecordKinds) => registry.register(kinds),
});
