import { Injectable } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Id } from '../../../shared/ids.js';

/** Answers which of the registrations were appraised; implemented by the chapter of evaluations. */
export interface AppraisalSource {
  appraised(query: QueryRows, registrationIds: readonly Id[]): Promise<ReadonlySet<Id>>;
}

/** The port by which this chapter learns whether registrations were appraised. Without a source, recognition does not require it. */
@Injectable()
export class AppraisalFacts {
  private source: AppraisalSource | undefined;

  register(source: AppraisalSource): void {
    this.source = source;
  }

  /** @returns `undefined` if no source is registered. */
  async of(query: QueryRows, registrationIds: readonly Id[]): Promise<ReadonlySet<Id> | undefined> {
    return this.source?.appraised(query, registrationIds);
  }
}
