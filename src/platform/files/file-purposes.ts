import { Injectable } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import type { Actor } from '../access/actor.js';
import type { Tx } from '../database/tx.js';
import { describe, type Term } from '../../shared/terms.js';
import type { FileKindName } from './file-kinds.js';

/** What files are uploaded for: the object behind the GraphQL enum `UploadPurpose`, complete once all chapters are loaded. */
export const UploadPurpose: Record<string, string> = {};

/** What a chapter takes files for. Name it where the module is loaded, so that the contract knows it. */
export interface FilePurpose {
  readonly name: string;
  /** The GraphQL type of the record that files hang on; `null`: they are read once and hang on nothing. */
  readonly recordType: string | null;
  readonly kinds: readonly FileKindName[];
}

export function filePurpose<const P extends FilePurpose>(purpose: P): P {
  if (purpose.name in UploadPurpose) throw new Error(`The purpose ${purpose.name} is named twice.`);
  UploadPurpose[purpose.name] = purpose.name;
  return purpose;
}

/** The description of each purpose in the schema; the chapter that names a purpose describes it. */
export const purposeDescriptions: Record<string, { readonly description: string }> = {};

export function describePurpose(name: string, term: Term): void {
  purposeDescriptions[name] = { description: describe(term) };
}

/** The rights of a record, told by its chapter: a file has none of its own. */
export interface FileRecords {
  readonly purpose: FilePurpose;
  /** @throws what the chapter says to whoever may not put a file on this record; unknown and foreign ones alike. */
  authorise(tx: Tx, recordId: Id | null): Promise<void>;
  /** Whether the actor may read the record that has this file. */
  mayRead(actor: Actor, fileId: Id, recordId: Id | null): Promise<boolean>;
}

/** The port through which files ask the records that they hang on; chapters fill it when their modules start. */
@Injectable()
export class FilePurposes {
  private readonly records = new Map<string, FileRecords>();

  register(records: FileRecords): void {
    this.records.set(records.purpose.name, records);
  }

  /** Purposes that are named in the contract and that nobody answers for. */
  get unfilled(): string[] {
    return Object.keys(UploadPurpose).filter(name => !this.records.has(name));
  }

  of(name: string): FileRecords {
    const records = this.records.get(name);
    if (!records) throw new Error(`No chapter answers for files of the purpose ${name}.`);
    return records;
  }
}
