import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { provideRecordKinds } from '../../platform/records/record-kinds.js';
import { provideDatedRecords } from '../units/unit-life.js';
import { UnitsModule } from '../units/units.module.js';
import { FigureGuard } from './figure-guard.js';
import { FigureRemarksService } from './figure-remarks.service.js';
import { FigureTargetsService } from './figure-targets.service.js';
import { FigureTotalFinder } from './figure-total.finder.js';
import { FigureWorkResolver } from './figure-work.resolver.js';
import { FiguresResolver } from './figures.resolver.js';
import { FiguresService } from './figures.service.js';
import { datedFigures, indicatorChecks } from './indicator.checks.js';
import { IndicatorDependents } from './indicator.dependents.js';
import { indicatorRecords } from './indicator.records.js';
import { IndicatorsResolver } from './indicators.resolver.js';
import { IndicatorsService } from './indicators.service.js';
import { declareWaitingFigures } from './waiting-figures.statements.js';

declareWaitingFigures();

@Module({
  imports: [UnitsModule],
  providers: [
    provideChecks(indicatorChecks),
    provideDatedRecords(datedFigures),
    provideRecordKinds(...indicatorRecords),
    FigureGuard,
    FigureRemarksService,
    FigureTargetsService,
    FigureTotalFinder,
    FigureWorkResolver,
    FiguresResolver,
    FiguresService,
    IndicatorDependents,
    IndicatorsResolver,
    IndicatorsService,
  ],
  exports: [FiguresService, IndicatorsService],
})
export class IndicatorsModule {}
