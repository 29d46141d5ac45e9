// Keeps a SQLite file current:
//   REGISTRY_URL=https://registry.example.vn REGISTRY_TOKEN=… npx tsx examples/keep-sqlite.mts copy.sqlite
import { setTimeout as pause } from 'node:timers/promises';
import { RegistryClient } from '../src/client.js';
import { Copy } from '../src/sync.js';
import { SqliteStore } from './sqlite-store.js';

const TYPES = {
  Unit: 'version name fullName kind line validFrom validTo parent { id }',
  Sector: 'version code name',
  EmulationModel: 'version code title state running unit { id } sector { id }',
  Registration: 'state model { id } round { id }',
  Decision: 'version number issued issuer { id }',
};
const EVERY_MS = 5_000;

const { REGISTRY_URL: url, REGISTRY_TOKEN: token } = process.env;
const [, , file] = process.argv;
if (!url || !token || !file) throw new Error('REGISTRY_URL, REGISTRY_TOKEN and the name of a file are needed.');

const store = new SqliteStore(file);
const copy = new Copy(new RegistryClient({ url, token }), store, TYPES);
for (;;) {
  const changes = await copy.catchUp();
  if (changes > 0) console.log(`${new Date().toISOString()} ${changes} changes`, store.counts());
  await pause(EVERY_MS);
}
