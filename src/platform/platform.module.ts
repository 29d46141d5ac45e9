import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ACTION_NAMES, type ActionNames } from './access/action-names.js';
import { ACCESS_MATRIX, type AccessMatrix } from './access/access-rules.js';
import { Authentication } from './access/authenticator.port.js';
import { Rights } from './access/rights.js';
import { RightHolders } from './access/right-holders.port.js';
import { UnitScope } from './access/unit-scope.port.js';
import { AuditChecks } from './audit/audit.checks.js';
import { AuditJobs } from './audit/audit.jobs.js';
import { AuditSealer } from './audit/audit-sealer.js';
import { AuditVerifier } from './audit/audit-verifier.js';
import type { DatabaseAddress } from './database/connection.js';
import { IdempotencyJobs } from './database/idempotency.jobs.js';
import { CLOCK, Database, type Clock } from './database/database.js';
import { RETENTION, type Retention } from './config/retention.js';
import { StatementPool } from './database/statement-pool.js';
import { SecretBox } from './database/secret-box.js';
import { ACCESS_SETTINGS, API_SETTINGS, type AccessSettings, type ApiSettings } from './config/settings.js';
import { databaseChecks } from './doctor/database.checks.js';
import { Doctor, provideChecks } from './doctor/doctor.js';
import { TextChecks } from './doctor/text.checks.js';
import { Cursors } from './graphql/cursor.js';
import { Gate } from './graphql/gate.plugin.js';
import { NodesResolver } from './graphql/node.resolver.js';
import { RateLimit } from './graphql/rate-limit.plugin.js';
import { RequestLog } from './graphql/request-log.plugin.js';
import { JOB_DATABASE, JobWorker } from './jobs/job-worker.js';
import { Jobs } from './jobs/jobs.js';
import { HealthController } from './health/health.controller.js';
import { Shutdown } from './health/shutdown.js';
import { Admission } from './http/admission.js';
import { RouteAdmission } from './http/route-admission.js';
import { RateLimiter } from './limits/rate-limiter.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Log } from './logging/log.js';
import { RecordKinds } from './records/record-kinds.js';
import { MergedRecords } from './records/merged-records.reader.js';
import { RecordMerger } from './records/record-merger.js';
import { Records } from './records/records.service.js';
import { RestingReader } from './records/resting.reader.js';
import { Fallbacks } from './views/fallbacks.js';
import { FastPath } from './views/fast-path.plugin.js';
import { LikelyDuplicates } from './views/likely-duplicates.js';
import { Planner } from './views/planner.js';
import { Scopes } from './views/scopes.js';
import { VIEWS, type Views } from './views/view.js';
import { QueryRunner } from './views/query-runner.js';
import { TrustedDocuments } from './views/trusted-documents.js';
import { WEB_CLIENT, type WebClient } from './web/web-client.js';
import { WebRoutes } from './web/web.routes.js';

/** What the platform needs from `app/registry.ts`. */
export interface PlatformParts {
  readonly source: DataSource;
  readonly pool: StatementPool;
  readonly clock: Clock;
  readonly log: Log;
  readonly access: AccessSettings;
  readonly matrix: AccessMatrix;
  readonly actionNames: ActionNames;
  /** Every view of the registry. */
  readonly views: Views;
  readonly api: ApiSettings;
  readonly retention: Retention | undefined;
  /** The database with the job queue; `undefined` in a process that runs no jobs. */
  readonly jobDatabase: DatabaseAddress | undefined;
  readonly web: WebClient | undefined;
}

/** The platform: machinery without domain words, for all chapters. Global, so chapters need not import it; other chapters they import by name. */
@Module({})
export class PlatformModule {
  static with({
    source,
    pool,
    clock,
    log,
    matrix,
    actionNames,
    views,
    api,
    access,
    retention,
    jobDatabase,
    web,
  }: PlatformParts): DynamicModule {
    const machinery = [
      Database,
      SecretBox,
      Authentication,
      UnitScope,
      RightHolders,
      Rights,
      AuditSealer,
      AuditVerifier,
      Doctor,
      Jobs,
      Cursors,
      QueryRunner,
      Fallbacks,
      Planner,
      Scopes,
      LikelyDuplicates,
      RecordKinds,
      Records,
    ];
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: DataSource, useValue: source },
        { provide: StatementPool, useValue: pool },
        { provide: CLOCK, useValue: clock },
        { provide: Log, useValue: log },
        { provide: ACCESS_MATRIX, useValue: matrix },
        { provide: ACTION_NAMES, useValue: actionNames },
        { provide: VIEWS, useValue: views },
        { provide: API_SETTINGS, useValue: api },
        { provide: ACCESS_SETTINGS, useValue: access },
        { provide: WEB_CLIENT, useValue: web },
        WebRoutes,
        TrustedDocuments,
        ...machinery,
        provideChecks(databaseChecks),
        TextChecks,
        MergedRecords,
        RecordMerger,
        RestingReader,
        AuditChecks,
        AuditJobs,
        IdempotencyJobs,
        { provide: RETENTION, useValue: retention },
        { provide: JOB_DATABASE, useValue: jobDatabase },
        JobWorker,
        Shutdown,
        Admission,
        Metrics,
        RateLimiter,
        RouteAdmission,
        // Plugins run in this order: points are charged for the cost that the gate has computed.
        Gate,
        RateLimit,
        FastPath,
        RequestLog,
        NodesResolver,
      ],
      exports: [
        RETENTION,
        DataSource,
        StatementPool,
        CLOCK,
        Log,
        ACCESS_MATRIX,
        API_SETTINGS,
        ACCESS_SETTINGS,
        TrustedDocuments,
        RouteAdmission,
        Gate,
        ...machinery,
      ],
    };
  }
}
