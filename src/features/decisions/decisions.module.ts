import { Module } from '@nestjs/common';
import { UnitsModule } from '../units/units.module.js';
import { DecisionDependents } from './decision.dependents.js';
import { DecisionsReader } from './decisions.reader.js';
import { DecisionsResolver } from './decisions.resolver.js';
import { DecisionsService } from './decisions.service.js';

@Module({
  imports: [UnitsModule],
  providers: [DecisionDependents, DecisionsReader, DecisionsResolver, DecisionsService],
  exports: [DecisionsReader, DecisionsService],
})
export class DecisionsModule {}
