import { Injectable, type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RunQuery } from '../database/run-query.js';
import type { InvariantCheck, InvariantViolation } from './invariant-check.js';

export interface Diagnosis extends InvariantViolation {
  readonly check: string;
}

/**
 * Examines the registry's invariants. The database guards most of them with every write; what was loaded past it, written by hand or spoilt by
 * a disk is found here. Chapters register their checks when their modules start; nothing is ever changed.
 */
@Injectable()
export class Doctor {
  private readonly checks = new Map<string, InvariantCheck>();

  constructor(private readonly source: DataSource) {}

  register(checks: readonly InvariantCheck[]): void {
    for (const check of checks) {
      if (this.checks.has(check.name)) throw new Error(`The check ${check.name} is registered twice.`);
      this.checks.set(check.name, check);
    }
  }

  get names(): string[] {
    return [...this.checks.keys()];
  }

  /** Everything that does not hold, as of one moment. */
  async examine(progress: (check: string) => void = () => undefined): Promise<Diagnosis[]> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      // It sorts and joins whole tables, once in a while: memory it may have, writing it may not.
      await runner.query(`set transaction read only; set local work_mem = '128MB'; set local statement_timeout = 0`);
      const query: RunQuery = (text, values = []) => runner.query(text, [...values]);
      const found: Diagnosis[] = [];
      for (const { name, examine } of this.checks.values()) {
        progress(name);
        const finding = await examine(query);
        if (finding) found.push({ check: name, ...finding });
      }
      return found;
    } finally {
      await runner.rollbackTransaction().catch(() => undefined);
      await runner.release();
    }
  }
}

/** Has the doctor know a chapter's checks; stands among the providers of its module. */
export const provideChecks = (checks: readonly InvariantCheck[]): Provider => ({
  provide: Symbol('checks'),
  inject: [Doctor],
  useFactory: (doctor: Doctor) => doctor.register(checks),
});
