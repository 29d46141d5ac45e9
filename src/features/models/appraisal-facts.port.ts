import { Injectable } from '@nestjs/common';
import type { RunQuery } from '../../platform/database/run-query.js';
import type { Id } from '../../shared/ids.js';

/** Which of these models were appraised in their round; answered by the chapter that appraises. */
export interface AppraisalSource {
  appraised(query: RunQuery, modelIds: readonly Id[]): Promise<ReadonlySet<Id>>;
}

/** The port through which models ask whether they were appraised. Until somebody fills it, recognition does not ask. */
@Injectable()
export class AppraisalFacts {
  private source: AppraisalSource | undefined;

  register(source: AppraisalSource): void {
    this.source = source;
  }

  /** @returns `undefined` where nobody answers for appraisals. */
  async of(query: RunQuery, modelIds: readonly Id[]): Promise<ReadonlySet<Id> | undefined> {
    return this.source?.appraised(query, modelIds);
  }
}
