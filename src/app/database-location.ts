import { checkServer, type DatabaseAddress } from '../platform/database/connection.js';
import { openEmbeddedServer, type EmbeddedServer } from '../platform/database/embedded/embedded-server.js';
import type { Settings } from '../platform/config/settings.js';

export interface DatabaseLocation {
  readonly address: DatabaseAddress;
  /** Present when the registry runs its own server. */
  readonly embedded: EmbeddedServer | undefined;
}

/** The server of `DATABASE_URL`, or the embedded one (started or adopted), after checking that it is fit for use. */
export async function openDatabase(settings: Settings): Promise<DatabaseLocation> {
  const embedded = settings.databaseUrl === undefined ? await openEmbeddedServer({ dataDir: settings.dataDir }) : undefined;
  const address: DatabaseAddress = embedded ? embedded.address : { url: settings.databaseUrl! };
  try {
    await checkServer(address, settings.allowUnsafeFsync);
    return { address, embedded };
  } catch (error) {
    await embedded?.release();
    throw error;
  }
}
