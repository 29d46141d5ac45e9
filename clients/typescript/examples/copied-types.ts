import type { CopiedTypes } from '../src/sync.js';

/** What the example copies: fields of the objects’ own, and `id` of others. */
export const COPIED: CopiedTypes = {
  Unit: 'version name fullName kind line validFrom validTo parent { id }',
  Sector: 'version code name',
  EmulationModel: 'version code title state running unit { id } sector { id }',
  Registration: 'state model { id } round { id }',
  Decision: 'version number issued issuer { id }',
};
