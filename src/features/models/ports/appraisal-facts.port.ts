import { Injectable } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Id } from '../../../shared/ids.js';

/** Whether a registration was appraised. One that is absent need not be: boards without a council go on as before. */
export type Appraisals = ReadonlyMap<Id, boolean>;

/** Answers whether registrations were appraised; implemented by the chapter of evaluations. */
export interface AppraisalSource {
  appraised(query: QueryRows, registrationIds: readonly Id[]): Promise<Appraisals>;
}

/** The port by which this chapter learns whether registrations were appraised. Without a source, recognition does not require it. */
@Injectable()
export class AppraisalFacts {
  private source: AppraisalSource | undefined;

  register(source: AppraisalSource): void {
    this.source = source;
  }

  /** @returns `undefined` if no source is registered. */
  async of(query: QueryRows, registrationIds: readonly Id[]): Promise<Appraisals | undefined> {
    return this.source?.appraised(query, registrationIds);
  }
}
