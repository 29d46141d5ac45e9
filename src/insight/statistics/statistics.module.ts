import { Module } from '@nestjs/common';
import { StatisticsReader } from './statistics.reader.js';
import { StatisticsResolver } from './statistics.resolver.js';

@Module({ providers: [StatisticsReader, StatisticsResolver] })
export class StatisticsModule {}
