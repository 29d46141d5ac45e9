import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  FigureSource,
  type FigureQuestion,
  type FigureSourceAnswers,
  type SourceAnswer,
} from '../../features/reviews/figure-source.port.js';
import type { Actor } from '../../platform/access/actor.js';
import { toGlobalId } from '../../shared/ids.js';
import type { StatisticsHeader } from './statistics.graphql.js';
import type { StatisticsArgs } from './statistics.inputs.js';
import { StatisticsReader } from './statistics.reader.js';
import { requestOf } from './statistics.request.js';

/** Answers reviews: the models of their unit, by the units directly below and by year. */
@Injectable()
export class ReviewSource implements OnModuleInit, FigureSourceAnswers {
  constructor(
    private readonly source: FigureSource,
    private readonly reader: StatisticsReader,
  ) {}

  onModuleInit(): void {
    this.source.register(this);
  }

  async answer(actor: Actor, { unitId, from, to, basis, asOf }: FigureQuestion): Promise<SourceAnswer> {
    const asked: StatisticsArgs = {
      filter: null,
      rows: [{ by: 'UNIT', childrenOf: toGlobalId('Unit', unitId) }],
      columns: [{ by: 'YEAR', from, to }],
      measures: ['MODELS_REGISTERED', 'RECOGNISED', 'OUTSTANDING', 'REPLICATED', 'SUSTAINED', 'STOPPED'],
      basis,
      asOf,
    };
    const { rows, columns, cells, notes } = await this.reader.read(actor, requestOf(asked, asOf), 'vi');
    const numbers = cells.map(({ row, column, measure, value, filter }) => ({
      row: label(rows, row),
      column: label(columns, column),
      measure,
      value,
      filter,
    }));
    return { asked, numbers, notes };
  }
}

const label = (headers: readonly StatisticsHeader[], i: number | null): string | null =>
  i === null ? null : headers[i]!.values.map(value => value.label).join(', ');
