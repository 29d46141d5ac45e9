import { Module } from '@nestjs/common';
import { ExportQuestions } from './export-question.js';
import { ExportTickets } from './export-tickets.js';
import { ExportWriter } from './export-writer.js';
import { ExportedPages } from './exported-pages.js';
import { ExportsController } from './exports.controller.js';
import { ExportJobs } from './exports.jobs.js';
import { ExportsResolver } from './exports.resolver.js';
import { ExportsService } from './exports.service.js';

@Module({
  controllers: [ExportsController],
  providers: [ExportsService, ExportQuestions, ExportedPages, ExportWriter, ExportTickets, ExportJobs, ExportsResolver],
})
export class ExportsModule {}
