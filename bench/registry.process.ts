import { dirname, join } from 'node:path';
import { startServer, type Running } from './process.meter.js';

const MAIN = join(dirname(import.meta.dirname), 'dist/main.js');

/** Starts the registry as it is built, on the data of the bench; nothing of it is limited by points. @param more settings, by their names. */
export const startRegistry = (dataDir: string, more: NodeJS.ProcessEnv = {}, nodeArguments: readonly string[] = []): Promise<Running> =>
  startServer([process.execPath, ...nodeArguments, MAIN], {
    DATA_DIR: dataDir,
    EXAMPLE: 'off',
    PORT: '0',
    LOG_LEVEL: 'warn',
    POINTS_PER_MINUTE: '1000000000',
    ...more,
  });
