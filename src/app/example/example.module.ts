import { CriteriaModule } from '../../features/criteria/criteria.module.js';
import { Module } from '@nestjs/common';
import { CommendationsModule } from '../../features/commendations/commendations.module.js';
import { CouncilsModule } from '../../features/councils/councils.module.js';
import { EvaluationsModule } from '../../features/evaluations/evaluations.module.js';
import { ModelsModule } from '../../features/models/models.module.js';
import { IndicatorsModule } from '../../features/indicators/indicators.module.js';
import { PeopleModule } from '../../features/people/people.module.js';
import { ReviewsModule } from '../../features/reviews/reviews.module.js';
import { UnitsModule } from '../../features/units/units.module.js';
import { ExampleLoader } from './example.loader.js';
import { IllustratedUnitLoader } from './illustrated-unit.loader.js';
import { IllustrationLoader } from './illustration.loader.js';
import { ReviewReportLoader } from './review-report.loader.js';
import { ReviewLoader } from './review.loader.js';
import { RoundIllustrationLoader } from './round-illustration.loader.js';

@Module({
  imports: [
    CriteriaModule,
    CommendationsModule,
    UnitsModule,
    ModelsModule,
    PeopleModule,
    CouncilsModule,
    EvaluationsModule,
    IndicatorsModule,
    ReviewsModule,
  ],
  providers: [ExampleLoader, IllustratedUnitLoader, IllustrationLoader, ReviewLoader, ReviewReportLoader, RoundIllustrationLoader],
  exports: [ExampleLoader],
})
export class ExampleModule {}
