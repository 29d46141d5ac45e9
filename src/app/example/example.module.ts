import { CriteriaModule } from '../../features/criteria/criteria.module.js';
import { Module } from '@nestjs/common';
import { ModelsModule } from '../../features/models/models.module.js';
import { UnitsModule } from '../../features/units/units.module.js';
import { ExampleLoader } from './example.loader.js';

@Module({ imports: [CriteriaModule, UnitsModule, ModelsModule], providers: [ExampleLoader], exports: [ExampleLoader] })
export class ExampleModule {}
