import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays } from '../../shared/dates.js';
import { Database } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import { Log } from '../logging/log.js';
import { AuditVerifier } from './audit-verifier.js';

/** Ten minutes after midnight in Việt Nam. */
const AFTER_MIDNIGHT = '10 17 * * *';

/** Logs yesterday's head of the trail every day. Logs are kept elsewhere: to rewrite the trail unnoticed one would have to change them, too. */
@Injectable()
export class AuditJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly db: Database,
    private readonly verifier: AuditVerifier,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'audit.dailyHead', every: AFTER_MIDNIGHT, run: () => this.logHead() });
  }

  private async logHead(): Promise<void> {
    const [head] = await this.verifier.heads(addDays(this.db.today(), -1), 1);
    if (head) this.log.info('head of the trail', { ...head });
  }
}
