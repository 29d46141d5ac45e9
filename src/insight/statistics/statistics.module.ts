import { Module } from '@nestjs/common';
import { ReviewsModule } from '../../features/reviews/reviews.module.js';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { keptCountsChecks } from './kept/kept-counts.checks.js';
import { EventCounter } from './kept/event-counter.js';
import { FacetsResolver } from './facets.resolver.js';
import { OverviewReader } from './overview.reader.js';
import { OverviewResolver } from './overview.resolver.js';
import { ReviewSource } from './review.source.js';
import { StatisticsReader } from './statistics.reader.js';
import { StatisticsResolver } from './statistics.resolver.js';

@Module({
  imports: [ReviewsModule],
  providers: [
    StatisticsReader,
    OverviewReader,
    StatisticsResolver,
    OverviewResolver,
    FacetsResolver,
    ReviewSource,
    EventCounter,
    provideChecks(keptCountsChecks),
  ],
})
export class StatisticsModule {}
