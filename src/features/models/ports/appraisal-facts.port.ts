import { Injectable } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Id } from '../../../shared/ids.js';

/** Answers which of the models were appraised in their round; implemented by the chapter of evaluations. */
export interface AppraisalSource {
  appraised(query: QueryRows, modelIds: readonly Id[]): Promise<ReadonlySet<Id>>;
}

/** The port by which this chapter learns whether models were appraised. Without a source, recognition does not require it. */
@Injectable()
export class AppraisalFacts {
  private source: AppraisalSource | undefined;

  register(source: AppraisalSource): void {
    this.source = source;
  }

  /** @returns `undefined` if no source is registered. */
  async of(query: QueryRows, modelIds: readonly Id[]): Promise<ReadonlySet<Id> | undefined> {
    return this.source?.appraised(query, modelIds);
  }
}
