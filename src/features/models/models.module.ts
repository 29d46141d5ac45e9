import { Module } from '@nestjs/common';
import { SectorsModule } from '../sectors/sectors.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ModelDependents } from './model.dependents.js';
import { ModelsResolver } from './models.resolver.js';
import { ModelsService } from './models.service.js';

@Module({
  imports: [UnitsModule, SectorsModule],
  providers: [ModelDependents, ModelsService, ModelsResolver],
  exports: [ModelsService],
})
export class ModelsModule {}
