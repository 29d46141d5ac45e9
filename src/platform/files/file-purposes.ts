import { Injectable } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';
import type { Actor } from '../access/actor.js';
import type { Tx } from '../database/tx.js';
import { describe, type Term } from '../../shared/terms.js';
import type { FileKindName } from './file-kinds.js';

/** The values of the GraphQL enum `UploadPurpose`, complete once all chapters are loaded. */
export const UploadPurpose: Record<string, string> = {};

/** A purpose for which a chapter accepts files. Declare it where the module is loaded, so that the schema has its enum value. */
export interface FilePurpose {
  readonly name: string;
  /** The GraphQL type of the records that link to the files; `null`: the files are read once and linked to no record. */
  readonly recordType: string | null;
  readonly kinds: readonly FileKindName[];
}

/** Adds the purpose to the enum `UploadPurpose`. @throws where its name is taken. */
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

/** Access to files through their records, implemented by the record's chapter: a file has no access rules of its own. */
export interface FileRecords {
  readonly purpose: FilePurpose;
  /** @throws the chapter's error when the actor may not add a file to this record; the same for an unknown record as for one they may not see. */
  authorise(tx: Tx, recordId: Id | null): Promise<void>;
  /** Whether the actor may read the record that links to this file. */
  mayRead(actor: Actor, fileId: Id, recordId: Id | null): Promise<boolean>;
}

/** The port from files to the records that link to them. Chapters register their `FileRecords` when their modules start. */
@Injectable()
export class FilePurposes {
  private readonly records = new Map<string, FileRecords>();

  register(records: FileRecords): void {
    this.records.set(records.purpose.name, records);
  }

  /** Purposes that are in the schema but have no registered `FileRecords`; checked by a test. */
  get withoutRecords(): string[] {
    return Object.keys(UploadPurpose).filter(name => !this.records.has(name));
  }

  /** @throws where no chapter has registered the purpose. */
  of(name: string): FileRecords {
    const records = this.records.get(name);
    if (!records) throw new Error(`No chapter answers for files of the purpose ${name}.`);
    return records;
  }
}
