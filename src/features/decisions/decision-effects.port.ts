import { Injectable } from '@nestjs/common';
import type { RunQuery } from '../../platform/database/run-query.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

/** What a chapter above answers about what it has done by a decision. */
export interface DecisionEffectsSource {
  readonly name: string;
  /** The earliest day of anything that rests on the decision; `null`: nothing does. */
  earliestEffectOf(query: RunQuery, decisionId: Id): Promise<LocalDate | null>;
}

/** The port through which decisions ask the chapters above them. Whoever does things by decision registers when its module starts. */
@Injectable()
export class DecisionEffects {
  private readonly sources = new Map<string, DecisionEffectsSource>();

  register(source: DecisionEffectsSource): void {
    this.sources.set(source.name, source);
  }

  async earliestOf(query: RunQuery, decisionId: Id): Promise<LocalDate | null> {
    const days: LocalDate[] = [];
    for (const source of this.sources.values()) {
      const day = await source.earliestEffectOf(query, decisionId);
      if (day !== null) days.push(day);
    }
    return days.toSorted()[0] ?? null;
  }
}
