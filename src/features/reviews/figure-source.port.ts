import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { ReviewBasis } from './review-kinds.js';

/** What a review asks statistics: the models of its unit, by the units directly below and by year. */
export interface FigureQuestion {
  readonly unitId: Id;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly basis: ReviewBasis;
  readonly asOf: LocalDate;
}

/** A number of the answer. `row` and `column` are labels; null: the total of all rows or columns. */
export interface SourceNumber {
  readonly row: string | null;
  readonly column: string | null;
  readonly measure: string;
  readonly value: number;
  /** The filter of the list that contains exactly what was counted. */
  readonly filter: object;
}

export interface SourceAnswer {
  /** The question as statistics put it, so that it can be asked again. */
  readonly asked: object;
  readonly numbers: readonly SourceNumber[];
  readonly notes: readonly string[];
}

/** Implemented by statistics, which stand above this chapter. */
export interface FigureSourceAnswers {
  answer(actor: Actor, question: FigureQuestion): Promise<SourceAnswer>;
}

/** The port by which a review freezes what statistics answer. */
@Injectable()
export class FigureSource {
  private source: FigureSourceAnswers | undefined;

  register(source: FigureSourceAnswers): void {
    this.source = source;
  }

  async answer(actor: Actor, question: FigureQuestion): Promise<SourceAnswer> {
    return (await this.source?.answer(actor, question)) ?? { asked: question, numbers: [], notes: [] };
  }
}
