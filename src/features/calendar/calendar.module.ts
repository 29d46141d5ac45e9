import { Module } from '@nestjs/common';
import { CalendarReader } from './calendar.reader.js';
import { CalendarResolver } from './calendar.resolver.js';
import { CalendarService } from './calendar.service.js';

@Module({ providers: [CalendarReader, CalendarResolver, CalendarService], exports: [CalendarReader] })
export class CalendarModule {}
