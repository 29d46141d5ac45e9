import 'reflect-metadata';
import type { IncomingMessage, Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { dataSourceFor, type Whereabouts } from '../platform/database/connection.js';
import type { Clock } from '../platform/database/database.js';
import type { EmbeddedServer } from '../platform/database/embedded/embedded-server.js';
import type { Retention } from '../platform/config/retention.js';
import { StatementPool } from '../platform/database/statement-pool.js';
import { migrate } from '../platform/database/migrate.js';
import {
  LOCAL_ACCESS,
  OPEN_API,
  type AccessSettings,
  type ApiSettings,
  type Settings,
  type Timeouts,
} from '../platform/config/settings.js';
import { FileRoutes } from '../platform/files/file.routes.js';
import { LOCAL_FILES, type FileSettings } from '../platform/files/file.settings.js';
import { Shutdown } from '../platform/health/shutdown.js';
import { drain } from '../platform/http/drain.js';
import { openFrontDoor } from '../platform/http/front-door.js';
import { newRequestId } from '../platform/http/request-id.js';
import { Log } from '../platform/logging/log.js';
import { accessMatrix } from './access-matrix.js';
import { actionWords } from './action-words.js';
import { AppModule } from './app.module.js';
import { openDatabasePlace } from './database-place.js';
import { registrySchema } from './schema.js';
import { registryViews } from './views.js';

const BODY_LIMIT = 100 * 1024;
/** How long a client may take to send a request. */
const REQUEST_TIMEOUT_MS = 300_000;

/** A running registry: its application (not yet listening) and the way to end it. */
export interface Registry {
  readonly app: NestFastifyApplication;
  readonly source: DataSource;
  readonly pool: StatementPool;
  readonly embedded: EmbeddedServer | undefined;
  /**
   * Answers requests under way, seals the trail, leaves the database, and stops an embedded server nobody else uses.
   * @param quiet how long kept connections are still answered, in milliseconds.
   */
  close(quiet?: number): Promise<void>;
}

export interface RegistryParts {
  readonly log: Log;
  readonly clock?: Clock;
  readonly api?: ApiSettings;
  readonly access?: AccessSettings;
  /** How long protected data of people are kept; left out: none are kept. */
  readonly retention?: Retention | undefined;
  /** Whether this process runs the jobs of the queue; left out: it does not. */
  readonly jobs?: boolean;
  /** Absent: what it does may take long, as commands do. */
  readonly timeouts?: Timeouts;
  readonly files?: FileSettings;
}

/**
 * Opens the database named by the settings (starting the embedded one when there is none), brings it to head and puts the registry on it.
 * @throws StartupError when the database cannot be used.
 */
export async function openRegistry(settings: Settings, parts: RegistryParts): Promise<Registry> {
  const { where, embedded } = await openDatabasePlace(settings);
  try {
    return await registryOn(where, { retention: settings.retention, files: settings.files, ...parts }, embedded);
  } catch (error) {
    await embedded?.release();
    throw error;
  }
}

/** The registry on a database that is known to be fit. */
export async function registryOn(
  where: Whereabouts,
  { log, clock, api = OPEN_API, access = LOCAL_ACCESS, retention, files = LOCAL_FILES, jobs = false, timeouts }: RegistryParts,
  embedded?: EmbeddedServer,
): Promise<Registry> {
  const source = dataSourceFor(where, registrySchema, timeouts);
  await source.initialize();
  const pool = new StatementPool(where, timeouts);
  let app: NestFastifyApplication | undefined;
  // Whatever hangs or fails on the way, the database is left, and its server stopped last.
  const leave = async (): Promise<void> => {
    try {
      await app?.close();
    } finally {
      await pool.end();
      await source.destroy();
    }
  };
  const close = async (quiet = 0): Promise<void> => {
    app?.get(Shutdown).begin();
    try {
      if (app) await drain(app.getHttpServer() as Server, quiet);
      await leave();
    } finally {
      await embedded?.release();
    }
  };
  try {
    await migrate(source);
    const adapter = new FastifyAdapter({
      bodyLimit: BODY_LIMIT,
      requestTimeout: REQUEST_TIMEOUT_MS,
      // A request that comes on a kept connection while the registry stops is answered like any other.
      return503OnClosing: false,
      trustProxy: access.trustedProxies.length > 0 && [...access.trustedProxies],
      genReqId: (request: IncomingMessage) => newRequestId(request.headers['x-request-id']),
    });
    app = await NestFactory.create<NestFastifyApplication>(
      AppModule.with({
        source,
        pool,
        clock: clock ?? (() => new Date()),
        log,
        matrix: accessMatrix,
        actionWords,
        views: registryViews,
        api,
        access,
        retention,
        jobsAt: jobs ? where : undefined,
        files,
      }),
      adapter,
      // Fastify reads JSON itself; forms are not taken at all, they need no preflight and so invite forged requests.
      { logger: log, bodyParser: false, abortOnError: false },
    );
    openFrontDoor(app);
    app.get(FileRoutes).mount(app.getHttpAdapter().getInstance());
    await app.init();
    return { app, source, pool, embedded, close };
  } catch (error) {
    await leave();
    throw error;
  }
}
