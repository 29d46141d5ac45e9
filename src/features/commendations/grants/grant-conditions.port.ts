import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { DomainError, Problems, Refusal } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { GivenReward, Recipient } from './given-recipients.js';

/** A line of a decision, with its recipient as the registry knows them. */
export interface ConditionedLine {
  readonly given: GivenReward;
  readonly recipient: Recipient;
  /** It was granted before: it is in force again, or it names a recipient of a list that rests on a result. */
  readonly grantedBefore?: boolean;
}

/** Implemented by chapters that know what keeps a recipient from being granted: a hold, a quota that is used up. */
export interface GrantConditionsSource {
  readonly name: string;
  /** Whether it counts what is in force, so that it also keeps what was revoked from being in force again. */
  readonly counts: boolean;
  /** Adds a problem at `recipients`, with the index of the line. It locks what must not change until the lines are written. */
  check(tx: Tx, lines: readonly ConditionedLine[], day: LocalDate, problems: Problems): Promise<void>;
}

/** The port at which chapters above register what keeps recipients from being granted. */
@Injectable()
export class GrantConditions {
  private readonly sources = new Map<string, GrantConditionsSource>();

  register(source: GrantConditionsSource): void {
    this.sources.set(source.name, source);
  }

  async check(tx: Tx, lines: readonly ConditionedLine[], day: LocalDate, problems: Problems): Promise<void> {
    for (const source of this.sources.values()) await source.check(tx, lines, day, problems);
  }

  /** For what was revoked and is in force again: what else was granted meanwhile may have taken its place. @throws what keeps it from it, at no line. */
  async checkAgain(tx: Tx, lines: readonly ConditionedLine[], day: LocalDate): Promise<void> {
    const problems = new Problems();
    for (const source of this.sources.values()) if (source.counts) await source.check(tx, lines, day, problems);
    if (problems.any)
      throw new Refusal(problems.errors.map(({ code, category, text, params }) => new DomainError(code, category, text, params)));
  }
}
