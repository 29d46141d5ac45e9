import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { provideRecordKinds } from '../../platform/records/record-kinds.js';
import { provideDatedRecords } from '../units/unit-life.js';
import { UnitsModule } from '../units/units.module.js';
import { FigureSource } from './figure-source.port.js';
import { ReviewFreezesService } from './review-freezes.service.js';
import { ReviewGuard } from './review-guard.js';
import { ReviewSubmissionsService } from './review-submissions.service.js';
import { ReviewTasksService } from './review-tasks.service.js';
import { ReviewWorkResolver } from './review-work.resolver.js';
import { datedReviews, reviewChecks } from './review.checks.js';
import { ReviewDependents } from './review.dependents.js';
import { reviewRecords } from './review.records.js';
import { ReviewsResolver } from './reviews.resolver.js';
import { ReviewsService } from './reviews.service.js';

@Module({
  imports: [UnitsModule],
  providers: [
    provideChecks(reviewChecks),
    provideDatedRecords(datedReviews),
    provideRecordKinds(...reviewRecords),
    FigureSource,
    ReviewDependents,
    ReviewFreezesService,
    ReviewGuard,
    ReviewSubmissionsService,
    ReviewTasksService,
    ReviewWorkResolver,
    ReviewsResolver,
    ReviewsService,
  ],
  exports: [FigureSource, ReviewsService, ReviewTasksService],
})
export class ReviewsModule {}
