import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { ShowsPage, declared } from '../../platform/views/shows.js';
import { AuditEntriesArgs, AuditEntry, AuditEntryConnection } from './audit-entry.graphql.js';
import { auditEntryView } from './audit-entry.view.js';

/** The query of the audit trail: signature and access only; `audit-entry.view.ts` defines what it returns. */
@Resolver(() => AuditEntry)
export class AuditLogResolver {
  @Query(() => AuditEntryConnection, { description: 'The audit trail, the latest entry first (nhật ký hệ thống).' })
  @Allow('audit.read')
  @ShowsPage(auditEntryView)
  auditEntries(@Args() _args: AuditEntriesArgs): Page<AuditEntry> {
    return declared();
  }
}
