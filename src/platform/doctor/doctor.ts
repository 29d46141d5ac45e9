import { Injectable, type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { QueryRows } from '../database/query-rows.js';
import type { InvariantCheck, InvariantViolation } from './invariant-check.js';

export interface Diagnosis extends InvariantViolation {
  readonly check: string;
  /** See `InvariantCheck`. */
  readonly toCompare: boolean;
}

/**
 * Examines the registry's invariants. The database enforces most of them on every write; this finds rows that were loaded past the constraints,
 * written by hand or damaged on the disk. Chapters register their checks when their modules start. Nothing is ever changed.
 */
@Injectable()
export class Doctor {
  private readonly checks = new Map<string, InvariantCheck>();

  constructor(private readonly source: DataSource) {}

  /** Adds the checks of a chapter. @throws where a name is taken. */
  register(checks: readonly InvariantCheck[]): void {
    for (const check of checks) {
      if (this.checks.has(check.name)) throw new Error(`The check ${check.name} is registered twice.`);
      this.checks.set(check.name, check);
    }
  }

  get names(): string[] {
    return [...this.checks.keys()];
  }

  /** Every invariant that does not hold, in one snapshot of the database. */
  async examine(progress: (check: string) => void = () => undefined): Promise<Diagnosis[]> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      // Checks sort and join whole tables, but rarely: they get more memory and no time limit, and must not write.
      await runner.query(`set transaction read only; set local work_mem = '128MB'; set local statement_timeout = 0`);
      const query: QueryRows = (text, values = []) => runner.query(text, [...values]);
      const found: Diagnosis[] = [];
      for (const { name, toCompare = false, examine } of this.checks.values()) {
        progress(name);
        const finding = await examine(query);
        if (finding) found.push({ check: name, toCompare, ...finding });
      }
      return found;
    } finally {
      await runner.rollbackTransaction().catch(() => undefined);
      await runner.release();
    }
  }
}

/** A provider for a chapter's module that registers the chapter's checks. */
export const provideChecks = (checks: readonly InvariantCheck[]): Provider => ({
  provide: Symbol('checks'),
  inject: [Doctor],
  useFactory: (doctor: Doctor) => doctor.register(checks),
});
