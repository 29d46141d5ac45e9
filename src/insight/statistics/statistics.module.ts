import { Module } from '@nestjs/common';
import { OverviewReader } from './overview.reader.js';
import { OverviewResolver } from './overview.resolver.js';
import { StatisticsReader } from './statistics.reader.js';
import { StatisticsResolver } from './statistics.resolver.js';

@Module({ providers: [StatisticsReader, OverviewReader, StatisticsResolver, OverviewResolver] })
export class StatisticsModule {}
