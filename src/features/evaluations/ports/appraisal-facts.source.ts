import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { AppraisalFacts, type AppraisalSource } from '../../models/ports/appraisal-facts.port.js';
import { appraisedOf } from './appraisal-facts.reader.js';

/** Answers a port of models: whether registrations were appraised. */
@Injectable()
export class EvaluationAppraisals implements OnModuleInit, AppraisalSource {
  constructor(private readonly facts: AppraisalFacts) {}

  onModuleInit(): void {
    this.facts.register(this);
  }

  appraised(query: QueryRows, registrationIds: readonly Id[], day: LocalDate): Promise<ReadonlySet<Id>> {
    return appraisedOf(query, registrationIds, day);
  }
}
