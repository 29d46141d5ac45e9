import { Injectable } from '@nestjs/common';
import { Authentication } from '../../platform/access/authenticator.port.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { causeOf } from '../../platform/graphql/error-format.js';
import type { JobRun } from '../../platform/jobs/jobs.js';
import { newId, type Id } from '../../shared/ids.js';
import type { Language } from '../../shared/language.js';
import { ExportQuestions } from './export-question.js';
import { ExportWriter } from './export-writer.js';
import { ExportedPages } from './exported-pages.js';
import { ExportErrors } from './exports.errors.js';
import type { ExportFormat } from './exports.graphql.js';
import { countExports, exportWith, exportsOf, insertExport, setFailed, setReady, type ExportRow } from './exports.store.js';

export interface RequestedExport {
  readonly question: string;
  readonly variables: string | null | undefined;
  readonly format: ExportFormat;
  readonly language: Language;
  readonly idempotencyKey: string | null | undefined;
}

/** The job that writes an export. */
export const WRITE_EXPORT = 'exports.write';

const DAY_MS = 24 * 3_600_000;
const MOST_WAITING = 3;
const MOST_A_DAY = 50;
const MOST_SHOWN = 100;

/** Takes requests for exports and has them written. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly db: Database,
    private readonly authentication: Authentication,
    private readonly questions: ExportQuestions,
    private readonly pages: ExportedPages,
    private readonly writer: ExportWriter,
  ) {}

  /** @throws EXPORT_… where the question is no list that can be exported; what the gate refuses; EXPORTS_TOO_MANY, EXPORTS_DAY_FULL. */
  async request(actor: Actor, { question, variables: given, format, language, idempotencyKey }: RequestedExport): Promise<Id> {
    const { kind, id: askerId, name } = actor;
    if (kind === 'SYSTEM' || askerId === null) throw PlatformErrors.UNAUTHENTICATED();
    const variables = variablesIn(given);
    await this.pages.check(this.questions.read(question), { actor, language, variables });
    const command = { key: idempotencyKey, command: 'requestExport', input: { question, variables, format } };
    return this.db.once(actor, command, async tx => {
      const { waiting, recent } = await countExports(tx, askerId, new Date(tx.now.getTime() - DAY_MS));
      if (waiting >= MOST_WAITING) throw ExportErrors.EXPORTS_TOO_MANY({ limit: MOST_WAITING });
      if (recent >= MOST_A_DAY) throw ExportErrors.EXPORTS_DAY_FULL({ limit: MOST_A_DAY });
      const id = newId();
      await insertExport(tx, id, { askerKind: kind, askerId, askerName: name, question, variables, format, language });
      await tx.audit({ action: 'export.requested', object: { type: 'Export', id }, after: { question, variables, format } });
      await tx.enqueue(WRITE_EXPORT, { id });
      return id;
    });
  }

  /** The exports of a caller, the latest first. */
  async of({ id }: Actor): Promise<ExportRow[]> {
    return id === null ? [] : exportsOf(this.db.rows, id, MOST_SHOWN, this.db.now());
  }

  async find(id: Id): Promise<ExportRow | undefined> {
    return exportWith(this.db.rows, id, this.db.now());
  }

  /** Writes a requested export, as its asker. One that is written already is left alone: a job can run twice. */
  async write({ id }: { readonly id: Id }, { actor: job }: JobRun): Promise<void> {
    const row = await this.find(id);
    if (row?.state !== 'WAITING') return;
    const { askerKind, askerId, askerName, language, variables, format } = row;
    try {
      if (!row.mayAsk) throw PlatformErrors.UNAUTHENTICATED();
      const actor = await this.authentication.actorOf({ kind: askerKind, id: askerId, name: askerName });
      const at = this.db.now();
      const written = await this.writer.write(id, this.questions.read(row.question), { actor, language, variables }, format);
      await this.db.tx(job, async tx => {
        await setReady(tx, id, written, { at, until: new Date(tx.now.getTime() + DAY_MS) });
        await tx.audit({ action: 'export.written', object: { type: 'Export', id }, after: { ...written } });
      });
    } catch (error) {
      const cause = causeOf(error);
      // What the asker can correct, or may no longer see, is not tried again; a fault of the server is.
      if (!(cause instanceof DomainError) || cause.category === 'unavailable') throw error;
      await this.db.tx(job, async tx => {
        await setFailed(tx, id, cause.text[language]);
        await tx.audit({ action: 'export.failed', object: { type: 'Export', id }, after: { code: cause.code } });
      });
    }
  }
}

function variablesIn(text: string | null | undefined): Record<string, unknown> {
  if (text === null || text === undefined) return {};
  try {
    const variables: unknown = JSON.parse(text);
    if (typeof variables === 'object' && variables !== null && !Array.isArray(variables)) return variables as Record<string, unknown>;
  } catch {
    // Refused below.
  }
  throw ExportErrors.EXPORT_VARIABLES_INVALID({ example: '{"unitId": "…"}' }).at('variables');
}
