import { Injectable } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';

/** Whether a registration was appraised, where its recognition takes that: boards without a council go on as before. */
export type Appraised = 'YES' | 'NO' | 'NOT_REQUIRED';

/** Answers which registrations have a result of an appraisal; implemented by the chapter of evaluations. */
export interface AppraisalSource {
  /** @param day by which the result was there. */
  appraised(query: QueryRows, registrationIds: readonly Id[], day: LocalDate): Promise<ReadonlySet<Id>>;
}

/** The port by which this chapter learns whether registrations were appraised. */
@Injectable()
export class AppraisalFacts {
  private source: AppraisalSource | undefined;

  register(source: AppraisalSource): void {
    this.source = source;
  }

  /** @param required the registrations whose recognition takes an appraisal. Without a source, none was appraised. */
  async of(query: QueryRows, required: readonly Id[], day: LocalDate): Promise<(registrationId: Id) => Appraised> {
    const asked = new Set(required);
    const appraised = required.length === 0 || !this.source ? new Set<Id>() : await this.source.appraised(query, required, day);
    return id => (asked.has(id) ? (appraised.has(id) ? 'YES' : 'NO') : 'NOT_REQUIRED');
  }
}
