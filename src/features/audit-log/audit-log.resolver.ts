import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowEverywhere } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ShowsPage, declared } from '../../platform/views/shows.js';
import { AuditEntriesArgs, AuditEntry, AuditEntryConnection } from './audit-entry.graphql.js';
import { auditEntryView } from './audit-entry.view.js';
import { AuditVerifier } from '../../platform/audit/audit-verifier.js';
import { Costs } from '../../platform/graphql/cost.js';
import { toGlobalId } from '../../shared/ids.js';
import { AuditErrors } from './audit.errors.js';
import { AuditVerification, AuditVerificationArgs, type AuditFault } from './audit-verification.graphql.js';

/** The query of the audit trail: `audit-entry.view.ts` defines what it returns; and its verification. */
@Resolver(() => AuditEntry)
export class AuditLogResolver {
  private underWay = false;

  constructor(private readonly verifier: AuditVerifier) {}

  @Query(() => AuditEntryConnection, { description: 'The audit trail, the latest entry first (nhật ký hệ thống).' })
  @Allow('audit.read')
  @ShowsPage(auditEntryView)
  auditEntries(@Args() _args: AuditEntriesArgs): Page<AuditEntry> {
    return declared();
  }

  @Query(() => AuditVerification, {
    description:
      'Recomputes every seal of the audit trail (kiểm tra nhật ký). It reads the whole trail and costs as many points; one runs at a time.',
  })
  @AllowEverywhere('audit.verify')
  @Costs(() => POINTS)
  async auditVerification(@Args() { keptHead }: AuditVerificationArgs): Promise<AuditVerification> {
    if (this.underWay) throw AuditErrors.AUDIT_VERIFICATION_UNDER_WAY();
    this.underWay = true;
    try {
      const { sealed, unsealed, head, kept, broken } = await this.verifier.verify(keptHead ?? undefined);
      return {
        whole: broken === undefined && (!keptHead || kept !== undefined),
        sealed,
        unsealed,
        head,
        keptAt: kept ?? null,
        fault: broken ? (broken.how.toUpperCase() as AuditFault) : null,
        faultAt: broken?.position ?? null,
        faultyEntryId: broken?.entry ? toGlobalId('AuditEntry', broken.entry.id) : null,
      };
    } finally {
      this.underWay = false;
    }
  }
}

/** The most that one operation may cost. */
const POINTS = 5_000;
