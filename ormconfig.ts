import { openDatabase } from './src/app/database-location.js';
import { registrySchema } from './src/app/schema.js';
import { readSettings } from './src/platform/config/settings.js';
import { dataSourceFor } from './src/platform/database/connection.js';

/**
 * The registry's `DataSource` for the TypeORM command line (`npm run typeorm -- migration:show`).
 * It is made by the very function the application calls, from the same settings.
 */
const { address } = await openDatabase(readSettings());

export default dataSourceFor(address, registrySchema);
