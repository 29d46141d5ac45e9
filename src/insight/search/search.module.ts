import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { searchChecks } from './search.checks.js';
import { SearchResolver } from './search.resolver.js';

@Module({ providers: [SearchResolver, provideChecks(searchChecks)] })
export class SearchModule {}
