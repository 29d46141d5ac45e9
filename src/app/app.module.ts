import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { AccountsModule } from '../features/accounts/accounts.module.js';
import { AuditLogModule } from '../features/audit-log/audit-log.module.js';
import { CalendarModule } from '../features/calendar/calendar.module.js';
import { CommendationsModule } from '../features/commendations/commendations.module.js';
import { CouncilsModule } from '../features/councils/councils.module.js';
import { IndicatorsModule } from '../features/indicators/indicators.module.js';
import { ReviewsModule } from '../features/reviews/reviews.module.js';
import { CriteriaModule } from '../features/criteria/criteria.module.js';
import { DecisionsModule } from '../features/decisions/decisions.module.js';
import { ModelsModule } from '../features/models/models.module.js';
import { EvaluationsModule } from '../features/evaluations/evaluations.module.js';
import { MovementsModule } from '../features/movements/movements.module.js';
import { PeopleModule } from '../features/people/people.module.js';
import { ReplicationsModule } from '../features/replications/replications.module.js';
import { ProposalsModule } from '../features/proposals/proposals.module.js';
import { SectorsModule } from '../features/sectors/sectors.module.js';
import { UnitsModule } from '../features/units/units.module.js';
import { ChangesModule } from '../insight/changes/changes.module.js';
import { ExportsModule } from '../insight/exports/exports.module.js';
import { SavedViewsModule } from '../insight/saved-views/saved-views.module.js';
import { SearchModule } from '../insight/search/search.module.js';
import { StatisticsModule } from '../insight/statistics/statistics.module.js';
import { Authentication } from '../platform/access/authenticator.port.js';
import { API_SETTINGS } from '../platform/config/settings.js';
import { HttpErrors } from '../platform/http/http-errors.filter.js';
import { FilesModule } from '../platform/files/files.module.js';
import type { FileSettings } from '../platform/files/file.settings.js';
import { Planner } from '../platform/views/planner.js';
import { TrustedDocuments } from '../platform/views/trusted-documents.js';
import { PlatformModule, type PlatformParts } from '../platform/platform.module.js';
import { ExampleModule } from './example/example.module.js';
import { graphqlOptions } from './graphql-options.js';

/** The registry: the platform below, the chapters on it, and one GraphQL server over all of them. */
@Module({})
export class AppModule {
  static with({ files, ...parts }: PlatformParts & { readonly files: FileSettings }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        FilesModule.with(files),
        UnitsModule,
        SectorsModule,
        PeopleModule,
        AccountsModule,
        DecisionsModule,
        MovementsModule,
        CriteriaModule,
        ModelsModule,
        CalendarModule,
        ReplicationsModule,
        CouncilsModule,
        IndicatorsModule,
        ReviewsModule,
        EvaluationsModule,
        CommendationsModule,
        ProposalsModule,
        SearchModule,
        ChangesModule,
        ExportsModule,
        SavedViewsModule,
        StatisticsModule,
        AuditLogModule,
        ExampleModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [Authentication, Planner, TrustedDocuments, API_SETTINGS],
          useFactory: graphqlOptions,
        }),
      ],
      providers: [{ provide: APP_FILTER, useClass: HttpErrors }],
    };
  }
}
