import { join } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { FileChecks } from './file.checks.js';
import { FileJobs } from './file.jobs.js';
import { FilePurposes } from './file-purposes.js';
import { FileRoutes } from './file.routes.js';
import { FILE_SETTINGS, type FileSettings } from './file.settings.js';
import { Files } from './files.service.js';
import { IncomingFiles } from './incoming-files.js';
import { Quarantine } from './quarantine.js';
import { ClamdScanner } from './scan/clamd.scanner.js';
import { NoScanner, Scanner } from './scan/scanner.port.js';
import { DiskStorage } from './storage/disk.storage.js';
import { S3Storage } from './storage/s3.storage.js';
import { Storage } from './storage/storage.port.js';
import { UploadTickets } from './upload-tickets.service.js';
import { Uploads } from './uploads.service.js';
import { UploadsResolver } from './uploads.resolver.js';

const storageFor = ({ s3, folder }: FileSettings): Storage => (s3 ? new S3Storage(s3) : new DiskStorage(join(folder, 'kept')));

/** Files that records link to. Global like the rest of the platform. */
@Module({})
export class FilesModule {
  static with(settings: FileSettings): DynamicModule {
    return {
      module: FilesModule,
      global: true,
      providers: [
        { provide: FILE_SETTINGS, useValue: settings },
        { provide: Storage, useValue: storageFor(settings) },
        { provide: Scanner, useValue: settings.clamd ? new ClamdScanner(settings.clamd) : new NoScanner() },
        FilePurposes,
        IncomingFiles,
        Quarantine,
        UploadTickets,
        Uploads,
        Files,
        FileJobs,
        FileChecks,
        FileRoutes,
        UploadsResolver,
      ],
      exports: [FILE_SETTINGS, Storage, FilePurposes, Files, FileRoutes],
    };
  }
}
