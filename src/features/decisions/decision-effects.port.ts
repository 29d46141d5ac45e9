import { Injectable } from '@nestjs/common';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';

/** Implemented by chapters whose records rest on decisions, for example recognitions of models. */
export interface DecisionEffectsSource {
  readonly name: string;
  /** The earliest day of any record that rests on the decision; `null`: there is none. */
  earliestEffectOf(query: QueryRows, decisionId: Id): Promise<LocalDate | null>;
}

/** The port at which chapters above register what rests on decisions, when their modules start. */
@Injectable()
export class DecisionEffects {
  private readonly sources = new Map<string, DecisionEffectsSource>();

  register(source: DecisionEffectsSource): void {
    this.sources.set(source.name, source);
  }

  async earliestOf(query: QueryRows, decisionId: Id): Promise<LocalDate | null> {
    const days: LocalDate[] = [];
    for (const source of this.sources.values()) {
      const day = await source.earliestEffectOf(query, decisionId);
      if (day !== null) days.push(day);
    }
    return days.toSorted()[0] ?? null;
  }
}
