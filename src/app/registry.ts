import 'reflect-metadata';
import type { IncomingMessage, Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { dataSourceFor, type DatabaseAddress } from '../platform/database/connection.js';
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
import { closeGracefully } from '../platform/http/graceful-close.js';
import { addRequestHooks } from '../platform/http/request-hooks.js';
import { requestIds } from '../platform/http/request-id.js';
import { Log } from '../platform/logging/log.js';
import { WEB_FOLDER, webClientAt } from '../platform/web/web-client.js';
import { WebRoutes } from '../platform/web/web.routes.js';
import { accessMatrix } from './access-matrix.js';
import { actionNames } from './action-names.js';
import { AppModule } from './app.module.js';
import { openDatabase } from './database-location.js';
import { registrySchema } from './schema.js';
import { registryViews } from './views.js';
import { WELCOME } from './welcome.js';

const BODY_LIMIT = 100 * 1024;
/** How long a client may take to send a request. */
const REQUEST_TIMEOUT_MS = 300_000;
/** A connection without traffic for so long is closed, because its client does not read the answer. No statement runs longer. */
const UNREAD_TIMEOUT_MS = 120_000;

/** An open registry: its application (not listening yet) and how to close it. */
export interface Registry {
  readonly app: NestFastifyApplication;
  readonly source: DataSource;
  readonly pool: StatementPool;
  readonly embedded: EmbeddedServer | undefined;
  /**
   * Stops the registry in order (see `Shutdown`).
   * @param graceMs how long requests on kept connections are still answered, in milliseconds.
   */
  close(graceMs?: number): Promise<void>;
}

export interface RegistryParts {
  readonly log: Log;
  readonly clock?: Clock;
  readonly api?: ApiSettings;
  readonly access?: AccessSettings;
  /** How long protected data of people are kept; absent: none are kept. */
  readonly retention?: Retention | undefined;
  /** Whether this process runs the jobs of the queue; absent: it does not. */
  readonly jobs?: boolean;
  /** Absent: no time limits, as for commands, which may take long. */
  readonly timeouts?: Timeouts;
  readonly files?: FileSettings;
  /** The folder of the built web client. */
  readonly webFolder?: string;
}

/**
 * Opens the database of the settings (or the embedded one), migrates it and creates the application on it.
 * @throws StartupError when the database cannot be used.
 */
export async function openRegistry(settings: Settings, parts: RegistryParts): Promise<Registry> {
  const { address, embedded } = await openDatabase(settings);
  try {
    return await registryOn(address, { retention: settings.retention, files: settings.files, ...parts }, embedded);
  } catch (error) {
    await embedded?.release();
    throw error;
  }
}

/** Creates the application on a database that has been checked. */
export async function registryOn(
  where: DatabaseAddress,
  {
    log,
    clock,
    api = OPEN_API,
    access = LOCAL_ACCESS,
    retention,
    files = LOCAL_FILES,
    webFolder = WEB_FOLDER,
    jobs = false,
    timeouts,
  }: RegistryParts,
  embedded?: EmbeddedServer,
): Promise<Registry> {
  const source = dataSourceFor(where, registrySchema, timeouts, true);
  await source.initialize();
  const pool = new StatementPool(where, timeouts);
  let app: NestFastifyApplication | undefined;
  // The connections are closed also when closing the application fails; the database server is stopped last.
  const closeConnections = async (): Promise<void> => {
    try {
      await app?.close();
    } finally {
      await pool.end();
      await source.destroy();
    }
  };
  const close = async (graceMs = 0): Promise<void> => {
    app?.get(Shutdown).begin();
    try {
      if (app) await closeGracefully(app.getHttpServer() as Server, graceMs);
      await closeConnections();
    } finally {
      await embedded?.release();
    }
  };
  try {
    await migrate(source);
    const adapter = new FastifyAdapter({
      bodyLimit: BODY_LIMIT,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionTimeout: UNREAD_TIMEOUT_MS,
      // A request on a kept connection is answered as usual while the registry stops.
      return503OnClosing: false,
      trustProxy: access.trustedProxies.length > 0 && [...access.trustedProxies],
      genReqId: requestIds(access.trustedProxies) as (request: IncomingMessage) => string,
    });
    app = await NestFactory.create<NestFastifyApplication>(
      AppModule.with({
        source,
        pool,
        clock: clock ?? (() => new Date()),
        log,
        matrix: accessMatrix,
        actionNames,
        views: registryViews,
        api,
        access,
        retention,
        jobDatabase: jobs ? where : undefined,
        web: webClientAt(webFolder),
        files,
      }),
      adapter,
      // Fastify parses JSON itself. Form bodies are not accepted at all: browsers send them across origins without a preflight request (CSRF).
      { logger: log, bodyParser: false, abortOnError: false },
    );
    addRequestHooks(app);
    app.get(FileRoutes).mount(app.getHttpAdapter().getInstance());
    app.get(WebRoutes).mount(app.getHttpAdapter().getInstance(), WELCOME, api.explorable);
    await app.init();
    return { app, source, pool, embedded, close };
  } catch (error) {
    await closeConnections();
    throw error;
  }
}
