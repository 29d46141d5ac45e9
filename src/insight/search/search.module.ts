import { Module } from '@nestjs/common';
import { checksOf } from '../../platform/doctor/doctor.js';
import { searchChecks } from './search.checks.js';
import { SearchResolver } from './search.resolver.js';

@Module({ providers: [SearchResolver, checksOf(searchChecks)] })
export class SearchModule {}
