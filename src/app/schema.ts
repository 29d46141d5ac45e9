import type { Schema } from '../platform/database/connection.js';
import { Platform1700000000001 } from './migrations/1700000000001-platform.js';
import { Units1700000000002 } from './migrations/1700000000002-units.js';
import { Accounts1700000000003 } from './migrations/1700000000003-accounts.js';
import { Sectors1700000000004 } from './migrations/1700000000004-sectors.js';
import { Models1700000000005 } from './migrations/1700000000005-models.js';

/** Every table and every migration of the registry, in order. */
export const registrySchema: Schema = {
  entities: [],
  migrations: [Platform1700000000001, Units1700000000002, Accounts1700000000003, Sectors1700000000004, Models1700000000005],
};
